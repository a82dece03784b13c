"""The ephemeral key of an agreement: read from the header, or new (RFC 7518 section 4.6.1.1)."""

from collections.abc import Mapping
from typing import Any

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.export_jwk import jwk_members
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.ec import ec_public
from jwtdesk.jose.material.okp import okp_public
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def ephemeral_of(header: Mapping[str, Value], key: Key) -> Key | Problem:
    """Return the ephemeral public key `epk` of `header`, which must be on the curve of `key`."""
    value = header.get("epk")
    if "epk" not in header:
        return Problem("member-missing", tr("The header has no “{name}” member.", name="epk"))
    if not isinstance(value, dict):
        return Problem("epk-not-key", tr("The header member “epk” is not a key (JWK)."))
    if "d" in value:
        text = tr("The ephemeral key “epk” is private: whoever sees the token can open it.")
        return Problem("epk-private", text)
    curve = value.get("crv")
    if value.get("kty") != key.type.value or curve != key.curve:
        text = tr(
            "The ephemeral key “epk” is on {found}, but this key is on {curve}: both must agree.",
            found=excerpt(curve) if isinstance(curve, str) else tr("no curve"),
            curve=key.curve,
        )
        return Problem("epk-curve", text)
    read = read_jwk(dict(value))
    if isinstance(read, Problem):
        return Problem("epk-invalid", tr("The ephemeral key “epk”: {why}", why=read.message))
    return read


def new_ephemeral(key: Key) -> tuple[Any, dict[str, object]]:
    """Return a new private key on the curve of `key`, and the members of its public JWK."""
    from cryptography.hazmat.primitives.asymmetric import ec, x448, x25519

    public: Any = key.public
    if key.type is KeyType.EC:
        drawn = ec.generate_private_key(public.curve)
        point = drawn.public_key().public_numbers()
        return drawn, _members(ec_public(str(key.curve), point.x, point.y))
    family = x25519.X25519PrivateKey if key.curve == "X25519" else x448.X448PrivateKey
    made = family.generate()
    return made, _members(okp_public(str(key.curve), made.public_key().public_bytes_raw()))


def _members(public: Key | Problem) -> dict[str, object]:
    return jwk_members(public, private=False) if isinstance(public, Key) else {}


def agreed(private: Any, public: Any) -> bytes | Problem:
    """Return the secret that a private and a public key of one curve agree upon."""
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        if isinstance(private, ec.EllipticCurvePrivateKey):
            return private.exchange(ec.ECDH(), public)
        return bytes(private.exchange(public))
    except ValueError:
        text = tr(
            "A point of these keys agrees with every key: it makes no secret, and is refused."
        )
        return Problem("epk-invalid", text)
