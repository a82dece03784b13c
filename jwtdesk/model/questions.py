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
from jwtdesk.model.questions_of_kinds import Decrypt, Encrypt, LookInside, Present, ReadChains

__all__ = [
    "Decrypt",
    "Diagnose",
    "Encrypt",
    "FetchKeys",
    "LayOut",
    "LayOutBytes",
    "LookInside",
    "MakeKey",
    "Present",
    "Question",
    "ReadChains",
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
class LayOutBytes:
    """What are these octets in hexadecimal lines? Answered with a `Laid`."""

    octets: bytes = field(repr=False)


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
    | LayOutBytes
    | ReadPane
    | ReadKey
    | Verify
    | Decrypt
    | Encrypt
    | LookInside
    | Present
    | ReadChains
    | Sign
    | MakeKey
    | FetchKeys
    | TryWords
    | Survey
    | Review
    | Diagnose
)
