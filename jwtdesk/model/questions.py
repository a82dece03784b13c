"""Slow work as frozen values: a question is everything its answer depends on, and nothing else.

No job ids and no revision counters: an answer counts while its question is still asked.
"""

from dataclasses import dataclass, field

from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.fetched import Discovery, FetchedKeys
from jwtdesk.jose.jsontext import Document, Member
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification


@dataclass(frozen=True, slots=True)
class ReadToken:
    """What is in the text of the token pane? Answered with a `Reading`."""

    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The token found in a text.

    `origin` is where it stands in the text, in code points; `notes` say what was unwrapped around
    it; `others` counts the further tokens in the same text.
    """

    token: Token
    origin: Span
    notes: tuple[Problem, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class LayOut:
    """How is a segment's JSON laid out for reading? Answered with a `Laid`."""

    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A segment's text for its pane.

    Indented when the segment was `compact` JSON; otherwise exactly the segment's own text.
    """

    text: str
    compact: bool


@dataclass(frozen=True, slots=True)
class ReadPane:
    """What JSON is in a pane, and what segment does it make? Answered with a `PaneReading`.

    `compact` removes white space outside strings before encoding.
    """

    text: str
    compact: bool


@dataclass(frozen=True, slots=True)
class PaneReading:
    """A pane's text as JSON. `encoded` is its base64url segment, or None while it is broken."""

    document: Document
    encoded: str | None


@dataclass(frozen=True, slots=True)
class ReadKey:
    """What key is this? Answered with `Keys` or `Unreadable`."""

    key: KeyInput


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
    signing_input: str
    keys: Keys


@dataclass(frozen=True, slots=True)
class Signed:
    """A new signature: its base64url text, and what the key that made it is called."""

    signature: str
    by: str


@dataclass(frozen=True, slots=True)
class MakeKey:
    """A new private key for the algorithm `alg`, please. Answered with its octets.

    `bits` is its size, 0 the usual one. `serial` tells one wish from the next: a second wish is for
    another key.
    """

    alg: str
    serial: int
    bits: int = 0


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A fresh private key as text."""

    octets: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FetchKeys:
    """What is at `url`? Answered with `FetchedKeys`, a `Discovery` or a `Problem`.

    Asked only after a person pressed the button that names `url`.
    """

    url: str
    serial: int


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


Question = (
    ReadToken
    | LayOut
    | ReadPane
    | ReadKey
    | Verify
    | Sign
    | MakeKey
    | FetchKeys
    | Survey
    | Review
    | Diagnose
)
Answer = (
    Reading
    | Laid
    | PaneReading
    | Keys
    | Unreadable
    | tuple[Verification, ...]
    | Signed
    | Problem
    | MadeKey
    | FetchedKeys
    | Discovery
    | tuple[Member, ...]
    | tuple[Finding, ...]
    | Diagnosis
)
