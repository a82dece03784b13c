"""Everything a user, or the world, can do to a session, one frozen value each.

`at` is a monotonic moment in seconds, given by the window, so that typing runs can coalesce.
"""

from dataclasses import dataclass
from enum import Enum

from jwtdesk.analysis.hypothesis import Fix
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.questions import Answer, Question
from jwtdesk.model.session import Caret


class Slot(Enum):
    """The two halves of the claims, each with a pane of its own."""

    HEADER = "header"
    PAYLOAD = "payload"


@dataclass(frozen=True, slots=True)
class TokenEdited:
    """The token pane holds `text` now, exactly."""

    text: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class TokenPasted:
    """A token was pasted, opened or dropped: `text` may hold `Bearer`, quotes, line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class HeaderEdited:
    """The header pane holds `text` now, exactly."""

    text: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class PayloadEdited:
    """The payload pane holds `text` now, exactly."""

    text: str
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class KeyEdited:
    """The key field holds another key, or is to be read another way."""

    key: KeyInput


@dataclass(frozen=True, slots=True)
class SigningKeyEdited:
    """The field "sign with" holds another key."""

    key: KeyInput


@dataclass(frozen=True, slots=True)
class AlgorithmPicked:
    """The picker beside the header chose `name` as the value of `alg`."""

    name: str


@dataclass(frozen=True, slots=True)
class Resigned:
    """The user asked for a new signature with the present key."""


@dataclass(frozen=True, slots=True)
class ReturnedToOriginal:
    """The user wants the token back as it was pasted."""


@dataclass(frozen=True, slots=True)
class CompactSwitched:
    """White space outside strings is removed (`on`) or kept as typed when a pane is encoded."""

    on: bool


@dataclass(frozen=True, slots=True)
class Formatted:
    """The user asked for `slot` to be laid out in indented lines."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class KeyWanted:
    """The user asked for a new key that fits the algorithm `name`."""

    name: str


@dataclass(frozen=True, slots=True)
class RulesEdited:
    """The expectations held against the token changed."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class ClockTicked:
    """The wall clock says `now`, in seconds since 1970."""

    now: int


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The token is to be judged as of `moment` (seconds since 1970), or live again when None."""

    moment: int | None


@dataclass(frozen=True, slots=True)
class SampleChosen:
    """A sample token was chosen together with the keys that belong to it."""

    token: str
    key: KeyInput
    signing_key: KeyInput = KeyInput()


@dataclass(frozen=True, slots=True)
class LookedHarder:
    """The user asked for the slow families of explanations too."""


@dataclass(frozen=True, slots=True)
class StoppedLooking:
    """The user does not want to wait for further explanations."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The button of an explanation's card was pressed."""

    fix: Fix


@dataclass(frozen=True, slots=True)
class CaretMoved:
    """The caret stands at `caret` now, or in no pane."""

    caret: Caret | None


@dataclass(frozen=True, slots=True)
class NoticeSeen:
    """The user has read the notice."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """The user wants an empty desk: token, claims and keys gone, history too."""


@dataclass(frozen=True, slots=True)
class Undone:
    """One step back, across all panes."""


@dataclass(frozen=True, slots=True)
class Redone:
    """One step forward again."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to `question` arrived; it counts only while the session still asks."""

    question: Question
    answer: Answer


Edit = (
    TokenEdited
    | TokenPasted
    | HeaderEdited
    | PayloadEdited
    | KeyEdited
    | SigningKeyEdited
    | AlgorithmPicked
    | Resigned
    | ReturnedToOriginal
    | CompactSwitched
    | Formatted
    | KeyWanted
    | RulesEdited
    | ClockTicked
    | ClockSet
    | SampleChosen
    | LookedHarder
    | StoppedLooking
    | Mended
    | CaretMoved
    | NoticeSeen
    | Cleared
    | Undone
    | Redone
    | Answered
)
