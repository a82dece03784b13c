"""Slow work on tokens that are encrypted, nested or selective, as frozen values."""

from dataclasses import dataclass, field

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification


@dataclass(frozen=True, slots=True)
class Decrypt:
    """What is inside this encrypted token? Answered with `Checked`: the token with its payload.

    Only a `patient` asker waits for a password that is stretched more than a million times.
    """

    token: Token
    keys: Keys | Unreadable
    patient: bool = False


@dataclass(frozen=True, slots=True)
class Encrypt:
    """What is the encrypted token of this? Answered with an `Encryption` or a `Problem`.

    `header` is the protected header's JSON text; `like` a token whose JSON form is kept.
    """

    header: str
    plaintext: bytes = field(repr=False)
    keys: Keys
    like: Token | None = None


@dataclass(frozen=True, slots=True)
class LookInside:
    """What other tokens stand inside this one? Answered with `Inside`."""

    token: Token


@dataclass(frozen=True, slots=True)
class ReadChains:
    """What certificates does this token bring along? Answered with `Chains`.

    They are judged by their dates at `now`, seconds since 1970.
    """

    token: Token
    keys: Keys | Unreadable | None
    verification: Verification | None
    now: int


@dataclass(frozen=True, slots=True)
class Present:
    """What does the holder of an SD-JWT show? Answered with a `Presentation` or a `Problem`.

    `chosen` are the digests of the disclosures to show. With `keys`, the holder's, or with `given`,
    in which they are to be read, it is bound to the audience `aud` and to `nonce` at `iat`, seconds
    since 1970 (RFC 9901 section 4.3).
    """

    token: Token
    chosen: frozenset[str]
    keys: Keys | None = None
    aud: str = ""
    nonce: str = ""
    iat: int = 0
    given: KeyInput = KeyInput()
