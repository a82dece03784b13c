"""Elliptic curve keys from their numbers (RFC 7518 section 6.2; `kty` EC)."""

from typing import TYPE_CHECKING

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.agreement import disagreeing, with_signing
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import identity, thumbprint, unsigned
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurve, EllipticCurvePublicKey

FIELD_BITS = {"P-256": 256, "P-384": 384, "P-521": 521, "secp256k1": 256}


def coordinate_octets(curve: str) -> int:
    """Return how many octets one coordinate has on `curve` (66 on P-521)."""
    return (FIELD_BITS[curve] + 7) // 8


def ec_public(curve: str, x: int, y: int) -> Key | Problem:
    """Return the public key at the point (`x`, `y`) of `curve`, a JOSE curve name."""
    from cryptography.hazmat.primitives.asymmetric import ec

    group = _group(curve)
    if group is None:
        return _unknown_curve()
    try:
        return _described(curve, ec.EllipticCurvePublicNumbers(x, y, group).public_key())
    except ValueError:
        return _off_curve(curve)


def ec_point(curve: str, point: bytes) -> Key | Problem:
    """Return the public key at an encoded `point`, compressed or not (SEC 1 section 2.3.3)."""
    from cryptography.hazmat.primitives.asymmetric import ec

    group = _group(curve)
    if group is None:
        return _unknown_curve()
    try:
        found = ec.EllipticCurvePublicKey.from_encoded_point(group, point)
    except ValueError:
        return _off_curve(curve)
    return _described(curve, found)


def ec_private(curve: str, d: int, public: Key | Problem | None = None) -> Key | Problem:
    """Return the key whose private number is `d`, held against its `public` part where given."""
    from cryptography.hazmat.primitives.asymmetric import ec

    group = _group(curve)
    if group is None:
        return _unknown_curve()
    try:
        signing = ec.derive_private_key(d, group)
    except ValueError:
        fault = Problem(
            "ec-private-range",
            tr("The private number d is not between 1 and the order of {curve}.", curve=curve),
        )
        return fault if public is None else disagreeing(public, fault)
    key = _described(curve, signing.public_key())
    if public is not None and getattr(public, "thumbprint", None) != key.thumbprint:
        return disagreeing(public)
    return with_signing(key, signing, d.to_bytes(coordinate_octets(curve), "big"))


def _described(curve: str, public: "EllipticCurvePublicKey") -> Key:
    point, octets = public.public_numbers(), coordinate_octets(curve)
    print_of = thumbprint(
        {
            "crv": curve,
            "kty": "EC",
            "x": unsigned(point.x, octets),
            "y": unsigned(point.y, octets),
        }
    )
    return Key(
        type=KeyType.EC,
        size=FIELD_BITS[curve],
        curve=curve,
        private=False,
        thumbprint=print_of,
        identity=identity(print_of, b""),
        public=public,
    )


def _group(curve: str) -> "EllipticCurve | None":
    from cryptography.hazmat.primitives.asymmetric import ec

    groups: dict[str, EllipticCurve] = {
        "P-256": ec.SECP256R1(),
        "P-384": ec.SECP384R1(),
        "P-521": ec.SECP521R1(),
        "secp256k1": ec.SECP256K1(),
    }
    return groups.get(curve)


def _unknown_curve() -> Problem:
    return Problem(
        "ec-unknown-curve",
        tr("P-256, P-384, P-521 and secp256k1 are the curves that JWT algorithms use."),
    )


def _off_curve(curve: str) -> Problem:
    return Problem(
        "ec-off-curve",
        tr("This public key is not a point of {curve}; a digit may be damaged.", curve=curve),
    )
