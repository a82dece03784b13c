"""One of the four judgements of the verdict: its name above, an icon and a few words below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

ICONS = {
    "ok": "check-circle",
    "bad": "cross-circle",
    "warn": "warning",
    "unknown": "unknown",
    "pending": "pending",
}
"""The mark of each state: a lamp is never told by its colour alone."""
_ROUND = (4, 2, 4, 2)
"""What the ring of the keyboard leaves free about the words, in pixels."""
_LEAST = 12
"""Room for so many average characters is kept always, so that nothing jumps."""


class Lamp(QFrame):
    """Its Qt property `state` is `ok` `bad` `warn` `unknown` or `pending`.

    The whole sentence is the tooltip and the accessible description. While an answer is awaited
    the last one stays, dimmed, and the name is followed by dots.
    """

    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._widest = 0
        self._door = ""
        self._shown: tuple[str, ...] = ()
        self.name = PlainLabel(name, tone="muted")
        self.icon = IconLabel(ICONS["unknown"], "unknown", 15)
        self.words = PlainLabel(type="strong", elide=True)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_ROUND)
        column.setSpacing(3)
        column.addWidget(self.name)
        column.addLayout(below)
        self.show_lamp("unknown", tr("Not checked"))

    def show_lamp(self, state: str, short: str, sentence: str = "") -> None:
        """Show `state` with the few words `short`; `sentence` says it whole.

        `pending` keeps the words and the mark of the last answer and dims them.
        """
        wanted = (state, short, sentence, self._door)
        if wanted == self._shown:
            return
        self._shown = wanted
        pending = state == "pending"
        if state != self.property("state"):
            self._widest = 0
        if not pending:
            self.icon.show_icon(ICONS.get(state, ICONS["unknown"]), state)
            self.words.setText(short)
            self.words.set_tip(sentence)
        self.icon.set_dim(pending)
        self.words.set_tone("faint" if pending else "text")
        self.name.setText(f"{self._name} …" if pending else self._name)
        self._tell(state, short, sentence)

    def _tell(self, state: str, short: str, sentence: str) -> None:
        set_look(self, "state", state)
        spoken = tr("{name}: {words}", name=self._name, words=short)
        if self.accessibleName() != spoken:
            self.setAccessibleName(spoken)
        set_tip(self, f"{sentence}\n{self._door}".strip() if self._door else sentence)

    def rename(self, name: str) -> None:
        """Call it `name` from the next `show_lamp` on: for some tokens it judges something else."""
        if name != self._name:
            self._name = name
            self._shown = ()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)

    def set_door(self, words: str) -> None:
        """Let a click or Enter on the lamp open what `words` name; see `opened`."""
        self._door = words
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the door."""
        super().mouseReleaseEvent(event)
        if self._door and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the door by keyboard."""
        if self._door and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the usual answers, so that a new one does not move the others."""
        least = super().minimumSizeHint()
        usual = self.words.fontMetrics().averageCharWidth() * _LEAST
        return QSize(max(least.width(), usual + self.icon.sizeHint().width() + 6), least.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the widest room asked for since the state changed: a time that ticks stays put."""
        hint = super().sizeHint().expandedTo(self.minimumSizeHint())
        self._widest = max(self._widest, hint.width())
        return QSize(self._widest, hint.height())
