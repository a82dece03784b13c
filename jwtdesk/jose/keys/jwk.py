"""JWK: one key as a JSON object (RFC 7517 section 4)."""

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import KeyFormat
from jwtdesk.jose.key_text import too_large
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def _score(octets: bytes) -> float:
    from jwtdesk.jose.jwk.kind import JsonKind, json_kind

    return 0.92 if json_kind(octets) is JsonKind.KEY else 0.0


def _read(given: KeyInput) -> Keys | Unreadable:
    from jwtdesk.jose.jwk.parse import parse_json
    from jwtdesk.jose.jwk.read import read_jwk

    parsed = too_large(given.octets) or parse_json(given.octets)
    if isinstance(parsed, Problem):
        return Unreadable(parsed)
    if not isinstance(parsed.value, dict):
        return Unreadable(Problem("jwk-no-object", tr("A JWK is a JSON object; this is not one.")))
    key = read_jwk(parsed.value)
    if isinstance(key, Problem):
        return Unreadable(key)
    return Keys((key,), key.form, problems=parsed.notes)


KEY_FORMAT = KeyFormat("jwk", "JWK", 30, _score, _read)
