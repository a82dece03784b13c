"""A time told from now ("in 36 min 41 s") that stays true while one looks at it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.widgets.plain_label import PlainLabel


class LiveTime(PlainLabel):
    """Shows `words(moment - now)`, where both are epoch seconds and the difference may be negative.

    It reads no clock: whoever owns it calls `tick`. It never grows narrower while it ticks, so
    that its neighbours stand still.
    """

    def __init__(
        self,
        words: Callable[[int], str],
        *,
        type: str = "body",  # noqa: A002 - as in PlainLabel
        tone: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(type=type, tone=tone, parent=parent)
        self._words = words
        self._moment: int | None = None
        self._widest = 0

    def set_moment(self, moment: int | None, now: int) -> None:
        """Tell another moment; None tells nothing."""
        self._moment = moment
        self._widest = 0
        self.tick(now)

    def tick(self, now: int) -> None:
        """Tell the time as it is at `now`."""
        self.setText("" if self._moment is None else self._words(self._moment - now))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the widest room asked for since the moment was set."""
        hint = super().sizeHint()
        self._widest = max(self._widest, hint.width())
        return QSize(self._widest, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same room: a time is not worth reading by halves."""
        return self.sizeHint()
