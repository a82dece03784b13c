"""One key of a text written down alone, so that it can be given in place of the whole."""

import json

from jwtdesk.analysis.trials.key_texts import public_members
from jwtdesk.analysis.trials.reading import entered
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key, KeyInput


def alone(key: Key, given: KeyInput) -> KeyInput:
    """Return `key`, one of those in `given`, as a key text of its own.

    A member of a JWK Set keeps all of its members, the private ones too.
    """
    own = _member(key, given.octets)
    if own is not None:
        return KeyInput(json.dumps(own, indent=2, ensure_ascii=False).encode(), "jwk")
    if key.type is KeyType.OCT and isinstance(key.public, bytes):
        return entered(key.public)
    return KeyInput(json.dumps(named_members(key), indent=2).encode(), "jwk")


def named_members(key: Key) -> dict[str, str]:
    """Return the public members of `key` with the names it has."""
    found = {**(public_members(key) or {})}
    if key.kid is not None:
        found["kid"] = key.kid
    return found


def _member(key: Key, octets: bytes) -> dict[str, object] | None:
    if octets.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        value = json.loads(octets)
    except (ValueError, RecursionError):
        return None
    listed = value.get("keys", [value]) if isinstance(value, dict) else value
    for one in listed if isinstance(listed, list) else []:
        if not isinstance(one, dict) or one.get("kid") != key.kid:
            continue
        read = read_jwk(one)
        if isinstance(read, Key) and read.identity == key.identity:
            return one
    return None
