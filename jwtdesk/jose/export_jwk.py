"""A key as the members of a JWK, public or whole (RFC 7517, RFC 7518 section 6, RFC 9964)."""

from typing import Any

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.ec import coordinate_octets
from jwtdesk.jose.material.rsa_signing import RsaParts, RsaSigning, factored
from jwtdesk.jose.thumbprint import base64url, unsigned


def jwk_members(key: Key, *, private: bool) -> dict[str, object]:
    """Return the members of `key` in the order a person expects: what it is called, then numbers.

    `private` asks for the private ones too, of a key that has them. Never shown in a repr: these
    are plain values.
    """
    named: dict[str, object] = {"kty": key.type.value}
    if key.kid is not None:
        named["kid"] = key.kid
    if key.use is not None:
        named["use"] = key.use
    if key.key_ops is not None:
        named["key_ops"] = list(key.key_ops)
    if key.alg is not None:
        named["alg"] = key.alg
    return {**named, **_numbers(key, private=private)}


def _numbers(key: Key, *, private: bool) -> dict[str, str]:
    public: Any = key.public
    whole: Any = key.signing if private else None
    if key.type is KeyType.OCT:
        return {"k": base64url(public)}
    if key.type is KeyType.RSA:
        numbers = public.public_numbers()
        found = {"n": unsigned(numbers.n), "e": unsigned(numbers.e)}
        return found | (_rsa(whole) if isinstance(whole, RsaSigning) else {})
    if key.type is KeyType.EC:
        return _ec(str(key.curve), public, whole)
    if key.type is KeyType.AKP:
        seed = {} if whole is None else {"priv": base64url(whole.private_bytes_raw())}
        return {"alg": str(key.curve), "pub": base64url(public.public_bytes_raw())} | seed
    found = {"crv": str(key.curve), "x": base64url(public.public_bytes_raw())}
    return found if whole is None else found | {"d": base64url(whole.private_bytes_raw())}


def _ec(curve: str, public: Any, whole: Any) -> dict[str, str]:
    octets, point = coordinate_octets(curve), public.public_numbers()
    found = {"crv": curve, "x": unsigned(point.x, octets), "y": unsigned(point.y, octets)}
    if whole is not None:
        found["d"] = unsigned(whole.private_numbers().private_value, octets)
    return found


def _rsa(signing: RsaSigning) -> dict[str, str]:
    """Return d, and the primes with their shortcuts wherever they can be found."""
    parts = signing.parts
    primes = _primes(parts)
    if primes is None:
        return {"d": unsigned(parts.d)}
    p, q = primes
    numbers = {
        "d": parts.d,
        "p": p,
        "q": q,
        "dp": parts.d % (p - 1),
        "dq": parts.d % (q - 1),
        "qi": pow(q, -1, p),
    }
    return {name: unsigned(number) for name, number in numbers.items()}


def _primes(parts: RsaParts) -> tuple[int, int] | None:
    return (parts.p, parts.q) if parts.p and parts.q else factored(parts)
