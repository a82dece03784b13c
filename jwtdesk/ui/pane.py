"""What a pane is: it draws the session, says what the user did, and decides nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jwtdesk.jose.discover import registered
from jwtdesk.model.session import PaneName, Session
from jwtdesk.ui.store import Store
from jwtdesk.ui.theme import Theme


class Area(Enum):
    """Where in the window a pane stands; panes of one area stand below each other by `order`."""

    BANNER = "banner"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    FOOT = "foot"
    INSTEAD = "instead"
    """In the place of the whole centre, while such a pane is seen."""


class Pane(QWidget):
    """One part of the window.

    `asked` carries the name of an action that a button in the pane stands for; `said` a sentence
    to be told in passing; `pointed` a `Caret` that is to be shown in its own pane. Whatever changes
    the session is dispatched to the store instead. `reshaped` says that `wanted_height` may have
    changed; `foldable` carries the `Foldable` of a card that was built later than its pane.
    """

    asked = Signal(str)
    said = Signal(str)
    pointed = Signal(object)
    reshaped = Signal()
    foldable = Signal(object)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw `new`; `old` is what was drawn before, or None the first time."""

    def wanted_height(self, column: int) -> int | None:  # noqa: ARG002 - panes with few rows use it
        """Return how high the pane is best in a column of `column` pixels; None: by its share."""
        return None

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on; the children are told by the window."""

    def set_local_time(self, local: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Write times in the computer's zone (`local`) or in UTC."""

    def show_place(self, offset: int) -> None:  # noqa: ARG002 - panes with a text override it
        """Put the caret at `offset` of this pane's text, in sight, and the keyboard with it."""
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard into the part of this pane that is used most."""
        self.setFocus()


PANES_OF = {
    PaneName.TOKEN: "token",
    PaneName.HEADER: "header",
    PaneName.PAYLOAD: "payload",
    PaneName.KEY: "key",
    PaneName.SIGNING_KEY: "key",
}
"""The id of the pane in which each text is shown."""


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """How a pane presents itself to the window, which finds it by its constant `PANE`.

    `share` is its part of the height of its area, in pixels of an ordinary window; `key` the
    shortcut that puts the keyboard in it. One that is `passing` comes and goes by itself: it cannot
    be switched off.
    """

    id: str
    title: str
    area: Area
    order: int
    build: Callable[[Store], Pane]
    share: int = 100
    key: str = ""
    passing: bool = False


@cache
def pane_specs() -> tuple[PaneSpec, ...]:
    """Return every registered pane."""
    found = registered("jwtdesk.ui.panes", "PANE")
    return tuple(one for one in found if isinstance(one, PaneSpec))
