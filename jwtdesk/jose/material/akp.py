"""ML-DSA keys from their octets (RFC 9964; `kty` AKP)."""

from typing import Any

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.agreement import disagreeing, with_signing
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import base64url, identity, thumbprint
from jwtdesk.jose.words import tr

PUBLIC_OCTETS = {"ML-DSA-44": 1312, "ML-DSA-65": 1952, "ML-DSA-87": 2592}
SEED_OCTETS = 32


def akp_public(name: str, pub: bytes) -> Key | Problem:
    """Return the public key `pub` (raw octets) of the parameter set `name`."""
    expected = PUBLIC_OCTETS.get(name)
    if expected is None:
        return Problem(
            "akp-unknown-algorithm",
            tr("An AKP key names its algorithm (alg): ML-DSA-44, ML-DSA-65 or ML-DSA-87."),
        )
    if len(pub) != expected:
        return Problem(
            "akp-length",
            tr(
                "An {name} public key has {expected} bytes; this one has {count}.",
                name=name,
                expected=f"{expected:,}",
                count=f"{len(pub):,}",
            ),
        )
    return _described(name, pub)


def akp_private(name: str, seed: bytes, pub: bytes | None = None) -> Key | Problem:
    """Return the key that the 32-octet `seed` grows, held against `pub` where that is given too."""
    if name not in PUBLIC_OCTETS:
        return akp_public(name, b"")
    if len(seed) != SEED_OCTETS:
        fault = Problem(
            "akp-seed-length",
            tr("An {name} seed has 32 bytes; this one has {count}.", name=name, count=len(seed)),
        )
        return fault if pub is None else disagreeing(akp_public(name, pub), fault)
    signing = _family(name, "Private").from_seed_bytes(seed)
    grown = signing.public_key().public_bytes_raw()
    if pub is not None and pub != grown:
        return disagreeing(akp_public(name, pub))
    return with_signing(_described(name, grown), signing, seed)


def _described(name: str, pub: bytes) -> Key:
    print_of = thumbprint({"alg": name, "kty": "AKP", "pub": base64url(pub)})
    return Key(
        type=KeyType.AKP,
        size=len(pub) * 8,
        curve=name,
        private=False,
        thumbprint=print_of,
        identity=identity(print_of, b""),
        public=_family(name, "Public").from_public_bytes(pub),
    )


def _family(name: str, part: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric import mldsa

    return getattr(mldsa, f"{name.replace('-', '')}{part}Key")
