"""Slow work as frozen values: a question is everything its answer depends on, and nothing else.

No job ids and no revision counters: an answer counts while its question is still asked.
"""

from dataclasses import dataclass, field

from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification
from jwtdesk.model.forms import Form
from jwtdesk.model.questions_of_keys import FetchKeys, MakeKey, ReadKey, TryWords

__all__ = [
    "Decrypt",
    "Diagnose",
    "Encrypt",
    "FetchKeys",
    "LayOut",
    "LookInside",
    "MakeKey",
    "Present",
    "Question",
    "ReadKey",
    "ReadPane",
    "ReadToken",
    "Review",
    "Sign",
    "Survey",
    "TryWords",
    "Verify",
]


@dataclass(frozen=True, slots=True)
class ReadToken:
    """What is in the text of the token pane? Answered with a `Reading`.

    `detached` is the payload when it travels apart from the token.
    """

    text: str
    detached: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LayOut:
    """How is a segment's JSON laid out for reading? Answered with a `Laid`."""

    text: str


@dataclass(frozen=True, slots=True)
class ReadPane:
    """What JSON is in a pane, and what segment does it make? Answered with a `PaneReading`.

    `compact` removes white space outside strings before encoding. `form` says how the text stands
    for octets; only JSON is ever compacted.
    """

    text: str
    compact: bool
    form: Form = Form.JSON


@dataclass(frozen=True, slots=True)
class Verify:
    """Do the token's signatures fit these keys? Answered with one `Verification` each."""

    token: Token
    keys: Keys | Unreadable | None


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
    """What other tokens stand inside this one? Answered with `Inside`.

    `opened` tells a decrypted token from the same one before.
    """

    token: Token
    opened: bool


@dataclass(frozen=True, slots=True)
class Present:
    """What does the holder of an SD-JWT show? Answered with a `Presentation` or a `Problem`.

    `chosen` are the digests of the disclosures to show. With `keys`, the holder's, it is bound to
    the audience `aud` and to `nonce` at `iat`, seconds since 1970 (RFC 9901 section 4.3).
    """

    token: Token
    chosen: frozenset[str]
    keys: Keys | None = None
    aud: str = ""
    nonce: str = ""
    iat: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """What is the signature over this signing input? Answered with `Signed` or a `Problem`.

    `alg` and `kid` are the header's; the first key of `keys` that fits both signs.
    """

    alg: str
    kid: str | None
    signing_input: bytes
    keys: Keys


@dataclass(frozen=True, slots=True)
class Survey:
    """Where does every member of this pane's JSON stand? Answered with its members."""

    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """What in this token deserves attention? Answered with the findings."""

    token: Token
    keys: Keys | Unreadable | None
    verification: Verification | None
    now: int
    rules: Rules = Rules()
    given: KeyInput | None = None


@dataclass(frozen=True, slots=True)
class Diagnose:
    """Why does this token not verify under this key? Answered with a `Diagnosis`.

    The answer may come in parts: the question is asked until one is `finished`.
    """

    text: str
    key: KeyInput
    effort: Effort = Effort.QUICK
    detached: bytes | None = field(default=None, repr=False)


Question = (
    ReadToken
    | LayOut
    | ReadPane
    | ReadKey
    | Verify
    | Decrypt
    | Encrypt
    | LookInside
    | Present
    | Sign
    | MakeKey
    | FetchKeys
    | TryWords
    | Survey
    | Review
    | Diagnose
)
