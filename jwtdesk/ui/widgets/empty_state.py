"""An empty place that teaches: what belongs here and how to get it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.ui.style import set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel

_EDGE, _GAP = 16, 6
_TIGHT = 4
"""The edge, in pixels, where there is hardly room for title and button."""


class EmptyState(QWidget):
    """An icon, a title and a sentence in the middle of the room; `add_button` offers a way on.

    In a low room the icon goes first, then the sentence; a screen reader is told it all the same.
    """

    def __init__(
        self, icon: str, title: str, body: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icon, "faint", 30)
        self.title = PlainLabel(type="base", wrap=True)
        self.body = PlainLabel(tone="muted", wrap=True)
        for label in (self.title, self.body):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(_GAP)
        column.addStretch(2)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.body)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self.say(title, body)

    def say(self, title: str, body: str) -> None:
        """Teach something else."""
        self.title.setText(title)
        self.body.setText(body)
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        self._fit()

    def add_button(self, words: str, look: str = "plain", icon: str = "") -> Button:
        """Offer a way on; connect to the `clicked` of the button returned."""
        button = Button(words, look, icon)
        self._buttons.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        body = bool(self.body.text())
        ways = ((_EDGE, True, body), (_EDGE, False, body), (_EDGE, False, False))
        edge, icon, told = next(
            (way for way in ways if self._height(*way) <= self.height()), (_TIGHT, False, False)
        )
        self._column.setContentsMargins(_EDGE, edge, _EDGE, edge)
        set_shown(self.icon, icon)
        set_shown(self.body, told)

    def _height(self, edge: int, icon: bool, told: bool) -> int:  # noqa: FBT001 - two columns
        """Return how high it is so, in pixels."""
        width = self.width() - 2 * _EDGE
        parts = [self.title.heightForWidth(width), self._buttons.sizeHint().height()]
        parts += [self.icon.sizeHint().height()] if icon else []
        parts += [self.body.heightForWidth(width)] if told else []
        return 2 * edge + sum(parts) + _GAP * (len(parts) + 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)
