"""The bare mathematics: does this signature fit these octets under this key?"""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.algorithm import Algorithm, KeyType, algorithm
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_fit import misfit


class SignatureCode(Enum):
    """Every answer to "is the signature right?" (stable, see the report)."""

    VERIFIED = "verified"
    MISMATCH = "mismatch"
    MALFORMED = "malformed"
    NO_KEY = "no-key"
    UNSUPPORTED_ALGORITHM = "unsupported-algorithm"
    KEY_UNUSABLE = "key-unusable"
    UNSECURED = "unsecured"
    DECRYPTED = "decrypted"
    CANNOT_DECRYPT = "cannot-decrypt"


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer for one signature: a code, one sentence, and the key that decided it."""

    code: SignatureCode
    text: str
    key: Key | None = None


def verify_with(algorithm: Algorithm, key: Key, message: bytes, signature: bytes) -> bool:
    """Tell whether `signature` is right for the octets of `message` under a key that fits.

    A key that cannot compute `algorithm` verifies nothing; `none` never verifies. Never raises.
    """
    if algorithm.key_type is None or misfit(algorithm, key, signing=False) is not None:
        return False
    try:
        return bool(algorithm.engine().verify(message, key.public, signature))
    except Exception:  # noqa: BLE001 - the library refuses odd lengths in its own ways
        return False


def verify_octets(alg: str, key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether `signature` is right, by the bare mathematics, over any octets.

    `key` is a key text in any format; of several keys one must fit. For HMAC the octets are the
    secret themselves, unless they are a JWK or JWK Set of secrets. Never raises.
    """
    chosen = algorithm(alg)
    if chosen is None:
        return False
    return any(verify_with(chosen, one, message, signature) for one in _members(chosen, bytes(key)))


def _members(chosen: Algorithm, octets: bytes) -> tuple[Key, ...]:
    # Whoever only names a verification does not wait for the readers of keys.
    from jwtdesk.jose.key_format import read_key
    from jwtdesk.jose.material.oct import secret_key

    found = read_key(KeyInput(octets))
    members = found.members if isinstance(found, Keys) else ()
    if chosen.key_type is not KeyType.OCT:
        return members
    secrets = tuple(one for one in members if one.type is KeyType.OCT)
    return secrets or (secret_key(octets),)
