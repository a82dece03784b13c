"""A private JWK whose public members are someone else's, with its own put in their place."""

import json

from jwtdesk.analysis.trials.key_texts import public_members
from jwtdesk.jose import base64url
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.ec import ec_private
from jwtdesk.jose.material.okp import okp_private
from jwtdesk.jose.thumbprint import unsigned

PAIRS = ("p", "q", "dp", "dq", "qi", "n", "e", "d")


def with_own_public(octets: bytes) -> dict[str, object] | None:
    """Return the JWK that `octets` are with the public part that its private part makes.

    None when it is no private JWK, or its private numbers alone make no key.
    """
    try:
        value = json.loads(octets)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("keys"), list):
        value = next((one for one in value["keys"] if isinstance(one, dict) and "d" in one), {})
    if value.get("kty") == "RSA":
        return _rsa(value)
    key = _derived(value)
    members = public_members(key) if isinstance(key, Key) else None
    return None if members is None else {**value, **members}


def _derived(value: dict[str, object]) -> object:
    curve, d = value.get("crv"), value.get("d")
    if not isinstance(curve, str) or not isinstance(d, str):
        return None
    octets = base64url.decode(d).octets
    if value.get("kty") == "EC":
        return ec_private(curve, int.from_bytes(octets, "big"))
    return okp_private(curve, octets) if value.get("kty") == "OKP" else None


def _rsa(value: dict[str, object]) -> dict[str, object] | None:
    texts = {name: value.get(name) for name in PAIRS}
    numbers = {
        name: int.from_bytes(base64url.decode(text).octets, "big")
        for name, text in texts.items()
        if isinstance(text, str)
    }
    if not {"p", "q", "d", "e"} <= numbers.keys():
        return None
    n = numbers["p"] * numbers["q"]
    return {**value, "n": unsigned(n)} if n else None
