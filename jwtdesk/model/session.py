"""The whole state of the desk as one frozen value: what the user did and what is known by now."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.analysis.no_token import no_verdict
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Verdict
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.model.fetching import Fetching
from jwtdesk.model.forms import Form
from jwtdesk.model.history import History
from jwtdesk.model.holder import Holder, NodeKeys, NodePath
from jwtdesk.model.known import Known, Origin, Pair, PaneName, Provenance
from jwtdesk.model.named_key import NamedKey
from jwtdesk.model.presenting import Presenting
from jwtdesk.model.questions import MakeKey, Question, ReadToken
from jwtdesk.model.source import EMPTY, Source
from jwtdesk.model.word_trial import WordTrial

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer

__all__ = [
    "Caret",
    "Known",
    "Mend",
    "Origin",
    "Pair",
    "PaneName",
    "Provenance",
    "Session",
    "Shown",
    "wanted",
]


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
class Mend:
    """A mend that undo can take back: the key before it, and how many steps lay behind then.

    A key never enters the history, so the one before a mend waits here until the next edit of it.
    `with_token` says that the token was mended together with the key.
    """

    key: KeyInput
    depth: int
    with_token: bool


@dataclass(frozen=True, slots=True)
class Session:
    """Everything the window draws.

    `now` is the wall clock and `as_of` the moment the user chose instead, both in seconds since
    1970. `original` is the token as it was last pasted or typed. `arriving` asks for the reading of
    a large text that was pasted and is not on the desk yet. `compact` follows the pasted token
    until `compact_chosen` says that the user switched it. `notice` is the last thing the
    user should be told in passing. `asks` are the questions whose answers are wanted now;
    `answers` the answers that the present texts still rest on.

    `detached` is the payload that was given apart from the token; `form` how the payload is to be
    shown where the user chose it; `entry` which signature of several the header pane shows. The
    token on the desk may stand inside others: `holders`, outermost first. `node_keys` are the keys
    of the other tokens of that nest. `certificate` is the place in it of the certificate that the
    panes show, None while they show header and payload. `patient` is the token that may take as
    long as it takes to be decrypted.
    """

    source: Source = EMPTY
    original: str = ""
    detached: bytes | None = field(default=None, repr=False)
    form: Form | None = None
    entry: int = 0
    holders: tuple[Holder, ...] = ()
    node_keys: tuple[tuple[NodePath, NodeKeys], ...] = ()
    certificate: NodePath | None = None
    presenting: Presenting | None = None
    arriving: ReadToken | None = None
    patient: str = ""
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
    answers: "tuple[tuple[Question, Answer], ...]" = ()
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
