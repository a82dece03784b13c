"""What changes the desk as a whole: rules, clock, caret, notices."""

from dataclasses import dataclass

from jwtdesk.analysis.rules import Rules
from jwtdesk.model.session import Caret


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
class CaretMoved:
    """The caret stands at `caret` now, or in no pane."""

    caret: Caret | None


@dataclass(frozen=True, slots=True)
class NoticeSeen:
    """The user has read the notice."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """The user wants an empty desk: token, claims and keys gone, history too."""


DeskEdit = RulesEdited | ClockTicked | ClockSet | Cleared
Look = CaretMoved | NoticeSeen
"""What the user looks at: nothing that is known of the token changes with it."""
