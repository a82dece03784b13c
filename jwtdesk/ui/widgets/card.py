"""The rounded surface that everything stands on: a header row, a body, perhaps a foot."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jwtdesk.ui.style import set_look, set_shown
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel

PADDING = 14
HEADER = 40


class _HeaderRow(QFrame):
    """Forty pixels high, more when the text is large."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        least = super().minimumSizeHint()
        return QSize(least.width(), max(HEADER, self.fontMetrics().height() + 20))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().sizeHint().expandedTo(self.minimumSizeHint())


class Card(QFrame):
    """A titled part of the window.

    Badges stand right after the title, actions at the right-hand end of the header row. The body
    is one widget; `sunken` gives it the ground of an editor. The title names the card to screen
    readers.
    """

    def __init__(self, title: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card", True)
        self.setAccessibleName(title)
        self.icon = IconLabel(icon)
        set_shown(self.icon, bool(icon))
        self.title = PlainLabel(title, type="title", elide=True, least=14)
        self._header = _HeaderRow()
        set_look(self._header, "cardPart", "header")
        self._header.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._badges = _row(8)
        self._actions = _row(4)
        row = QHBoxLayout(self._header)
        row.setContentsMargins(PADDING - 1, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.title)
        row.addLayout(self._badges)
        row.addStretch(1)
        row.addLayout(self._actions)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(self._header)
        self._body: QWidget | None = None
        self._foot: QWidget | None = None

    def set_title(self, title: str) -> None:
        """Rename the card."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def add_badge(self, widget: QWidget) -> None:
        """Put `widget` right after the title."""
        self._badges.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put `widget` at the right-hand end of the header row, after those already there."""
        self._actions.addWidget(widget)

    def set_body(self, body: QWidget, *, sunken: bool = False, padding: int = PADDING) -> None:
        """Make `body` the card's content, once; `padding` in pixels lies about it."""
        self._body = self._part(body, "sunken" if sunken else "body", padding)
        self._rows.insertWidget(1, self._body, 1)
        self._round()

    def set_foot(self, foot: QWidget) -> None:
        """Put the row `foot` below the body, once."""
        self._foot = self._part(foot, "foot", 0)
        self._rows.addWidget(self._foot)
        self._round()

    def show_body(self, *, on: bool) -> None:
        """Show the whole card, or only its head."""
        for part in (self._body, self._foot):
            if part is not None:
                set_shown(part, on)
        set_look(self._header, "alone", not on)

    def head_height(self) -> int:
        """Return how high the card is when only its head is seen, in pixels."""
        return self._header.sizeHint().height() + 2

    def _part(self, inner: QWidget, name: str, padding: int) -> QFrame:
        part = QFrame()
        set_look(part, "cardPart", name)
        column = QVBoxLayout(part)
        column.setContentsMargins(padding, padding, padding, padding)
        column.addWidget(inner)
        return part

    def _round(self) -> None:
        """Round the lower corners of whichever part is the last."""
        if self._body is not None:
            set_look(self._body, "last", self._foot is None)


def _row(spacing: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row
