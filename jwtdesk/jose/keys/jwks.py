"""JWK Set: several keys in one JSON object (RFC 7517 section 5)."""

from collections.abc import Iterator
from dataclasses import replace

from jwtdesk.jose.key import Key, KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import too_large
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

MOST_KEYS, MOST_PRIVATE = 500, 100


def _score(octets: bytes) -> float:
    from jwtdesk.jose.jwk.kind import JsonKind, json_kind

    return 0.92 if json_kind(octets) is JsonKind.SET else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.jwk.parse import parse_json

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
    taken = _bounded(listed)
    found = [_member(index, one) for index, one in enumerate(taken, 1)]
    members = tuple(one for one in found if isinstance(one, Key))
    faults = tuple(one for one in found if isinstance(one, Problem))
    if not members:
        return Unreadable(faults[0] if len(faults) == 1 else _no_member(len(faults)))
    problems = (*parsed.notes, *faults, *_cut(len(listed), len(taken)))
    return Keys(members, "JWK Set", True, problems, tuple(_refused(taken, found)))


def _member(index: int, value: object) -> Key | Problem:
    from jwtdesk.jose.jwk.read import read_jwk

    key = (
        read_jwk(value, probe=False)
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


def _refused(taken: list[object], found: list[Key | Problem]) -> Iterator[tuple[str, Problem]]:
    for value, one in zip(taken, found, strict=True):
        kid = value.get("kid") if isinstance(value, dict) else None
        if isinstance(one, Problem) and isinstance(kid, str):
            yield kid, one


def _no_member(count: int) -> Problem:
    if count == 0:
        return Problem("jwks-empty", tr("The JWK Set is empty: its member keys has no keys."))
    return Problem(
        "jwks-unusable",
        tr("None of the {count} keys of the JWK Set can be used.", count=count),
    )


def _bounded(listed: list[object]) -> list[object]:
    """Return as many of the keys as are quickly read: a private one costs up to a millisecond."""
    private = 0
    for index, one in enumerate(listed[:MOST_KEYS]):
        private += isinstance(one, dict) and ("d" in one or "priv" in one)
        if private > MOST_PRIVATE:
            return listed[:index]
    return listed[:MOST_KEYS]


def _cut(count: int, taken: int) -> tuple[Problem, ...]:
    if count <= taken:
        return ()
    return (
        Problem(
            "jwks-too-many",
            tr(
                "The set has {count} keys; only the first {most} were read.",
                count=f"{count:,}",
                most=taken,
            ),
            severity=Severity.WARNING,
        ),
    )


KEY_FORMAT = KeyFormat("jwks", "JWK Set", 31, _score, _read)
