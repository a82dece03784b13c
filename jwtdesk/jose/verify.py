"""The bare mathematics: does this signature fit these octets under this key?"""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.key import Key


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
