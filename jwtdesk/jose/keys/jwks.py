"""JWK Set: several keys in one JSON object (RFC 7517 section 5)."""

from dataclasses import replace

from jwtdesk.jose.jwk.parse import opens_json, parse_json
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import too_large
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

MOST_KEYS = 500


def _score(octets: bytes) -> float:
    if not opens_json(octets):
        return 0.0
    plain = octets.replace(b"\0", b"")
    if b'keys"' in plain or b'keys\\"' in plain:
        return 0.85
    return 0.82 if plain.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"[" and b"kty" in plain else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    parsed = too_large(given.octets) or parse_json(given.octets)
    if isinstance(parsed, Problem):
        return Unreadable(parsed)
    value = parsed.value
    listed = value.get("keys") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return Unreadable(
            Problem(
                "jwks-no-keys", tr("A JWK Set has a member keys that is an array; not so here.")
            )
        )
    found = [_member(index, one) for index, one in enumerate(listed[:MOST_KEYS], 1)]
    members = tuple(one for one in found if isinstance(one, Key))
    faults = tuple(one for one in found if isinstance(one, Problem))
    if not members:
        return Unreadable(faults[0] if len(faults) == 1 else _no_member(len(faults)))
    return Keys(members, "JWK Set", True, (*parsed.notes, *faults, *_cut(len(listed))))


def _member(index: int, value: object) -> Key | Problem:
    key = (
        read_jwk(value)
        if isinstance(value, dict)
        else Problem("jwk-no-object", tr("it is not a JSON object."))
    )
    if isinstance(key, Key):
        return replace(key, form="JWK Set")
    return Problem(
        key.code,
        tr("Key {index} of the set cannot be used: {reason}", index=index, reason=key.message),
        severity=Severity.WARNING,
    )


def _no_member(count: int) -> Problem:
    if count == 0:
        return Problem("jwks-empty", tr("The JWK Set is empty: its member keys has no keys."))
    return Problem(
        "jwks-unusable",
        tr("None of the {count} keys of the JWK Set can be used.", count=count),
    )


def _cut(count: int) -> tuple[Problem, ...]:
    if count <= MOST_KEYS:
        return ()
    return (
        Problem(
            "jwks-too-many",
            tr(
                "The set has {count} keys; only the first {most} were read.",
                count=f"{count:,}",
                most=MOST_KEYS,
            ),
            severity=Severity.WARNING,
        ),
    )


KEY_FORMAT = KeyFormat("jwks", "JWK Set", 31, _score, _read)
