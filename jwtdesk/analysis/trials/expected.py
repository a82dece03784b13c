"""The one right signature, where the key at hand can make it: it shows what was damaged."""

from dataclasses import dataclass, field

from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import Algorithm, Family, KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.rsa_open import modulus_octets
from jwtdesk.jose.sign import sign

# These sign the same octets in the same way every time.
STEADY = frozenset({Family.HMAC, Family.RSA_PKCS1, Family.EDDSA})
LARGEST_RSA = 4096


@dataclass(frozen=True, slots=True)
class Expected:
    """A signature text that the key makes over the same octets."""

    key: Key = field(repr=False)
    text: str


def expected(part: SignedPart) -> tuple[Expected, ...]:
    """Return the right signature under each key that can sign; none for randomised algorithms."""
    chosen = part.algorithm
    if chosen is None or chosen.family not in STEADY:
        return ()
    keys = [key for key in part.fitting()[:4] if _signs_soon(key)]
    made = [(key, sign(chosen, key, part.message)) for key in keys]
    return tuple(
        Expected(key, base64url.encode(octets)) for key, octets in made if isinstance(octets, bytes)
    )


def _signs_soon(key: Key) -> bool:
    return key.signing is not None and not (key.type is KeyType.RSA and key.size > LARGEST_RSA)


def signature_octets(chosen: Algorithm, keys: tuple[Key, ...]) -> tuple[int, ...]:
    """Return the lengths that a signature can have by `chosen` under `keys`, in octets."""
    if chosen.signature_octets is not None:
        return (chosen.signature_octets,) if chosen.signature_octets else ()
    if chosen.family is Family.EDDSA:
        sizes = {"Ed25519": 64, "Ed448": 114}
        return tuple(dict.fromkeys(sizes.get(key.curve or "", 64) for key in keys)) or (64, 114)
    return tuple(dict.fromkeys(modulus_octets(key) for key in keys if key.type is KeyType.RSA))
