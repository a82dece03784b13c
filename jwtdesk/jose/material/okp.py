"""Ed25519, Ed448, X25519 and X448 keys from their octets (RFC 8037 section 2; `kty` OKP)."""

from dataclasses import replace
from typing import Any

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.agreement import disagreeing, with_signing
from jwtdesk.jose.material.edwards import point_fault
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.thumbprint import base64url, identity, thumbprint
from jwtdesk.jose.words import tr

OCTETS = {"Ed25519": 32, "Ed448": 57, "X25519": 32, "X448": 56}


def okp_public(curve: str, x: bytes) -> Key | Problem:
    """Return the public key `x` (raw octets) on `curve`."""
    fault = _length_fault(curve, x)
    if fault is not None:
        return fault
    odd = point_fault(curve, x)
    if odd is not None and odd.severity is Severity.ERROR:
        return odd
    key = _described(curve, x)
    return key if odd is None else replace(key, problems=(odd,))


def okp_private(curve: str, d: bytes, x: bytes | None = None) -> Key | Problem:
    """Return the key whose private octets are `d`, held against `x` where that is given too."""
    fault = _length_fault(curve, d)
    if fault is not None:
        return fault if x is None else disagreeing(okp_public(curve, x), fault)
    signing = _family(curve, "Private").from_private_bytes(d)
    derived = signing.public_key().public_bytes_raw()
    if x is not None and x != derived:
        return disagreeing(okp_public(curve, x))
    return with_signing(_described(curve, derived), signing, d)


def _described(curve: str, x: bytes) -> Key:
    print_of = thumbprint({"crv": curve, "kty": "OKP", "x": base64url(x)})
    return Key(
        type=KeyType.OKP,
        size=OCTETS[curve] * 8,
        curve=curve,
        private=False,
        thumbprint=print_of,
        identity=identity(print_of, b""),
        public=_family(curve, "Public").from_public_bytes(x),
    )


def _length_fault(curve: str, octets: bytes) -> Problem | None:
    if curve not in OCTETS:
        return Problem(
            "okp-unknown-curve",
            tr("Ed25519, Ed448, X25519 and X448 are the known curves of OKP keys."),
        )
    if len(octets) == OCTETS[curve]:
        return None
    return Problem(
        "okp-length",
        tr(
            "An {curve} key has {expected} bytes; this one has {count}.",
            curve=curve,
            expected=OCTETS[curve],
            count=f"{len(octets):,}",
        ),
    )


def _family(curve: str, part: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric import (
        ed448,
        ed25519,
        x448,
        x25519,
    )

    home = {"Ed25519": ed25519, "Ed448": ed448, "X25519": x25519, "X448": x448}[curve]
    return getattr(home, f"{curve}{part}Key")
