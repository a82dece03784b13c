"""What the answers to questions are: values that carry everything the session needs of them."""

from dataclasses import dataclass, field

from jwtdesk.analysis.chain_check import Chain
from jwtdesk.analysis.checks import Checked
from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.inner import Inner
from jwtdesk.analysis.word_list import WordsTried
from jwtdesk.jose.encrypt import Encryption
from jwtdesk.jose.fetched import Discovery, FetchedKeys
from jwtdesk.jose.jsontext import Document, Member
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification


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
class Laid:
    """A segment's text for its pane.

    Indented when the segment was `compact` JSON; otherwise exactly the segment's own text.
    """

    text: str
    compact: bool


@dataclass(frozen=True, slots=True)
class PaneReading:
    """A pane's text as JSON. `encoded` is its base64url segment, or None while it is broken."""

    document: Document
    encoded: str | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A new signature: its base64url text, and what the key that made it is called."""

    signature: str
    by: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What stands inside a token: the other tokens, in reading order."""

    tokens: tuple[Inner, ...] = ()


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of certificates that a token brings along, each checked."""

    chains: tuple[Chain, ...] = ()


@dataclass(frozen=True, slots=True)
class Presentation:
    """A presentation of an SD-JWT: its text, and the keys that were read to bind it."""

    text: str
    keys: Keys | None = None


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A fresh private key as text."""

    octets: bytes = field(repr=False)


Answer = (
    Reading
    | Laid
    | PaneReading
    | Keys
    | Unreadable
    | tuple[Verification, ...]
    | Signed
    | Checked
    | Encryption
    | Inside
    | Chains
    | Presentation
    | Problem
    | MadeKey
    | FetchedKeys
    | Discovery
    | WordsTried
    | tuple[Member, ...]
    | tuple[Finding, ...]
    | Diagnosis
)
