"""What the program knows about a signature algorithm before any cryptography is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from jwtdesk.jose.discover import registered

if TYPE_CHECKING:
    from jwt.algorithms import Algorithm as Engine


class KeyType(Enum):
    """The `kty` of a key (RFC 7517 section 4.1, RFC 8037, RFC 9964)."""

    OCT = "oct"
    RSA = "RSA"
    EC = "EC"
    OKP = "OKP"
    AKP = "AKP"


class Family(Enum):
    """Algorithms of one family share their mathematics and differ in hash or size."""

    HMAC = "HMAC"
    RSA_PKCS1 = "RSA PKCS#1 v1.5"
    RSA_PSS = "RSA-PSS"
    ECDSA = "ECDSA"
    EDDSA = "EdDSA"
    ML_DSA = "ML-DSA"
    NONE = "none"


class Standing(Enum):
    """Whether one should still choose this algorithm."""

    RECOMMENDED = "recommended"
    LEGACY = "legacy"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Algorithm:
    """One value of the `alg` header parameter (RFC 7518 section 3.1 and its successors).

    `curves` names the curves (or, for AKP, the parameter sets) a key may have; empty means any.
    `minimum_bits` is the smallest key the specification allows, in bits (0: no minimum).
    `signature_octets` is the exact signature length in octets, or None when the key decides.
    `hash_name` is the hashlib name of the digest, or "" where none is chosen by the name.
    `engine` loads the PyJWT-style `Algorithm` object: called late, since it imports cryptography.
    """

    name: str
    family: Family
    key_type: KeyType | None
    curves: tuple[str, ...]
    minimum_bits: int
    signature_octets: int | None
    hash_name: str
    standing: Standing
    reference: str
    description: str
    order: int
    engine: "Callable[[], Engine]"


@cache
def algorithms() -> tuple[Algorithm, ...]:
    """Return every registered algorithm, in the order a picker shows them."""
    found = registered("jwtdesk.jose.algorithms", "ALGORITHMS")
    return tuple(one for one in found if isinstance(one, Algorithm))


@cache
def _by_name() -> dict[str, Algorithm]:
    return {one.name: one for one in algorithms()}


def algorithm(name: object) -> Algorithm | None:
    """Return the algorithm whose `alg` value is exactly `name` (case matters), or None."""
    return _by_name().get(name) if isinstance(name, str) else None
