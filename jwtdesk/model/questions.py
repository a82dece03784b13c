"""Slow work as frozen values: a question is everything its answer depends on, and nothing else.

No job ids and no revision counters: an answer counts while its question is still asked.
"""

from dataclasses import dataclass, field

from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification


@dataclass(frozen=True, slots=True)
class ReadToken:
    """What is in the text of the token pane? Answered with a `Reading`."""

    text: str


@dataclass(frozen=True, slots=True)
class LayOut:
    """How is a segment's JSON laid out for reading? Answered with a `Laid`."""

    text: str


@dataclass(frozen=True, slots=True)
class ReadPane:
    """What JSON is in a pane, and what segment does it make? Answered with a `PaneReading`.

    `compact` removes white space outside strings before encoding.
    """

    text: str
    compact: bool


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
class MakeKey:
    """A new private key for the algorithm `alg`, please. Answered with its octets.

    `bits` is its size, 0 the usual one. `serial` tells one wish from the next: a second wish is for
    another key.
    """

    alg: str
    serial: int
    bits: int = 0


@dataclass(frozen=True, slots=True)
class FetchKeys:
    """What is at `url`? Answered with `FetchedKeys`, a `Discovery` or a `Problem`.

    Asked only after a person pressed the button that names `url`.
    """

    url: str
    serial: int


@dataclass(frozen=True, slots=True)
class TryWords:
    """Which of these words, one a line, signed this? Answered with `WordsTried` or a `Problem`.

    `hash_name` is hashlib's. `serial` tells one list from the next, so that `words`, of up to
    20 MB, need not be compared.
    """

    signing_input: bytes
    signature: bytes
    hash_name: str
    words: bytes = field(repr=False, compare=False)
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
    | TryWords
    | Survey
    | Review
    | Diagnose
)
