"""The whole state of the desk as one frozen value: what the user did and what is known by now."""

from dataclasses import dataclass, field
from enum import Enum

from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.analysis.no_token import no_verdict
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Verdict
from jwtdesk.jose.jsontext import Member
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.token import Kind, Segment, Token
from jwtdesk.jose.verify import Verification
from jwtdesk.model.answer_values import Answer
from jwtdesk.model.fetching import Fetching
from jwtdesk.model.forms import Form
from jwtdesk.model.history import History
from jwtdesk.model.holder import Holder, NodeKeys, NodePath
from jwtdesk.model.layers import Layers
from jwtdesk.model.named_key import NamedKey
from jwtdesk.model.questions import MakeKey, Present, Question
from jwtdesk.model.source import EMPTY, Source
from jwtdesk.model.word_trial import WordTrial


class Origin(Enum):
    """Where the shown token comes from: nowhere yet, pasted, edited without a key, signed here."""

    NONE = ""
    PASTED = "pasted"
    STALE = "stale"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of the shown token and the sentence that says it."""

    origin: Origin = Origin.NONE
    text: str = ""


class PaneName(Enum):
    """The panes a text is typed into."""

    TOKEN = "token"  # noqa: S105 - the name of a pane, not a secret
    HEADER = "header"
    PAYLOAD = "payload"
    KEY = "key"
    SIGNING_KEY = "signing-key"


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the user's caret is: a pane and an offset in its exact text, in code points."""

    pane: PaneName
    offset: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The last good text of each linked pane, exactly."""

    token: str = ""
    header: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Whether the key that signs belongs to the key that checks, and the sentence that says it."""

    matches: bool
    text: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A mend that undo can take back: the key before it, and how many steps lay behind then.

    A key never enters the history, so the one before a mend waits here until the next edit of it.
    `with_token` says that the token was mended together with the key.
    """

    key: KeyInput
    depth: int
    with_token: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What has been worked out for the present texts; every field is a function of the rest.

    `token` is the reading of `Shown.token` (of the last one, while a new one is awaited).
    `problems` are per pane, with spans in that pane's text. `waiting` holds the panes whose text
    is not up to date: they are drawn dimmed. `inexact` holds the panes that cannot show their
    bytes exactly. `fitting_algorithm` names the algorithm a new key may be made for.

    `header` and `payload` are what the two panes show, with their JSON reading: of several headers
    the chosen one, and the payload once it is inflated, decrypted or fetched from beside the token.
    `form` is how the payload pane shows it; `layers` what stands inside and around this token.
    """

    token: Token = Token(Kind.UNREADABLE, "")
    token_origin: Span = Span(0, 0)
    others: int = 0
    notes: tuple[Problem, ...] = ()
    keys: Keys | Unreadable | None = None
    signing_keys: Keys | Unreadable | None = None
    pair: Pair | None = None
    verifications: tuple[Verification, ...] = ()
    signing_problem: Problem | None = None
    provenance: Provenance = Provenance()
    header_members: tuple[Member, ...] = ()
    payload_members: tuple[Member, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnosis: Diagnosis | None = None
    problems: tuple[tuple[PaneName, Problem], ...] = ()
    waiting: frozenset[PaneName] = frozenset()
    inexact: frozenset[PaneName] = frozenset()
    wants_signing_key: bool = False
    fitting_algorithm: str | None = None
    header: Segment | None = None
    payload: Segment | None = None
    form: Form = Form.JSON
    layers: Layers = Layers()

    def problems_of(self, pane: PaneName) -> tuple[Problem, ...]:
        """Return the problems of one pane."""
        return tuple(problem for name, problem in self.problems if name is pane)


@dataclass(frozen=True, slots=True)
class Session:
    """Everything the window draws.

    `now` is the wall clock and `as_of` the moment the user chose instead, both in seconds since
    1970. `original` is the token as it was last pasted or typed. `compact` follows the pasted token
    until `compact_chosen` says that the user switched it. `notice` is the last thing the
    user should be told in passing. `asks` are the questions whose answers are wanted now;
    `answers` the answers that the present texts still rest on.

    `detached` is the payload that was given apart from the token; `form` how the payload is to be
    shown where the user chose it; `entry` which signature of several the header pane shows. The
    token on the desk may stand inside others: `holders`, outermost first. `node_keys` are the keys
    of the other tokens of that nest.
    """

    source: Source = EMPTY
    original: str = ""
    detached: bytes | None = field(default=None, repr=False)
    form: Form | None = None
    entry: int = 0
    holders: tuple[Holder, ...] = ()
    node_keys: tuple[tuple[NodePath, NodeKeys], ...] = ()
    presenting: Present | None = None
    shown: Shown = Shown()
    key: KeyInput = KeyInput()
    signing_key: KeyInput = KeyInput()
    previous_key: KeyInput | None = None
    mend: Mend | None = None
    effort: Effort = Effort.QUICK
    making: MakeKey | None = None
    keyring: tuple[NamedKey, ...] = ()
    fetching: Fetching = Fetching()
    word_trial: WordTrial = WordTrial()
    made: int = 0
    compact: bool = True
    compact_chosen: bool = False
    rules: Rules = Rules()
    now: int = 0
    as_of: int | None = None
    caret: Caret | None = None
    notice: Problem | None = None
    history: History = History()
    known: Known = Known()
    verdict: Verdict = field(default_factory=no_verdict)
    answers: tuple[tuple[Question, Answer], ...] = ()
    asks: tuple[Question, ...] = ()

    @property
    def moment(self) -> int:
        """The moment the token is judged at, in seconds since 1970."""
        return self.now if self.as_of is None else self.as_of

    @property
    def path(self) -> NodePath:
        """Where the token on the desk stands inside the outermost one; () when it is that one."""
        return tuple(one.place for one in self.holders)

    @property
    def empty(self) -> bool:
        """Whether there is nothing on the desk to look at."""
        return not (self.shown.token or self.shown.header or self.shown.payload)


def wanted(session: Session) -> tuple[Question, ...]:
    """Return the questions the session wants answered now, most urgent first."""
    return session.asks
