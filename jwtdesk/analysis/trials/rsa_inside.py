"""What is inside the RSA signature of a failing part, under each key that it may belong to."""

from dataclasses import dataclass, field

from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.rsa_open import (
    Pkcs1,
    Pss,
    digest_of,
    modulus_octets,
    opened,
    read_pkcs1,
    read_pss,
)

# Fill that a wrong key gives by chance once in 2^64 signatures, the trailer apart.
PROOF_ZEROS = 6
# One opening of a 2048-bit signature; it grows with the square of the size.
OPENING = 0.2


@dataclass(frozen=True, slots=True)
class Inside:
    """One key that opened the signature, and the structure that came out.

    `sure` is false when chance could have made the structure.
    """

    key: Key = field(repr=False)
    structure: Pkcs1 | Pss
    sure: bool

    def covers(self, message: bytes) -> bool:
        """Tell whether the structure was made over `message`."""
        if isinstance(self.structure, Pss):
            return self.structure.covers(message)
        return digest_of(self.structure.hash_name, message) == self.structure.digest


def rsa_keys(part: SignedPart) -> tuple[Key, ...]:
    """Return the RSA keys whose size is that of the signature."""
    return tuple(
        key
        for key in part.keys
        if key.type is KeyType.RSA and modulus_octets(key) == len(part.octets)
    )


def inside(part: SignedPart, octets: bytes | None = None) -> tuple[Inside, ...]:
    """Return every structure that a key makes of the signature (or of `octets`), surest first."""
    signature = part.octets if octets is None else octets
    found = []
    for key in part.keys:
        block = opened(key, signature)
        if block is None:
            continue
        plain = read_pkcs1(block)
        if plain is not None:
            found.append(Inside(key, plain, sure=True))
            continue
        found.extend(_pss(key, read_pss(block, key.size), part.message))
    return tuple(sorted(found, key=lambda one: not one.sure))


def _pss(key: Key, readings: tuple[Pss, ...], message: bytes) -> list[Inside]:
    return [Inside(key, one, one.zeros >= PROOF_ZEROS or one.covers(message)) for one in readings]


def opening_cost(part: SignedPart) -> float:
    """Return about how many milliseconds it takes to open the signature under every key."""
    return sum(OPENING * (key.size / 2048) ** 2 for key in rsa_keys(part))
