"""An empty place that teaches: what belongs here and how to get it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.ui.style import set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel


class EmptyState(QWidget):
    """An icon, a title and a sentence in the middle of the room; `add_button` offers a way on."""

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
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.body)
        column.addSpacing(6)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self.say(title, body)

    def say(self, title: str, body: str) -> None:
        """Teach something else."""
        self.title.setText(title)
        self.body.setText(body)
        set_shown(self.body, bool(body))
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)

    def add_button(self, words: str, look: str = "plain", icon: str = "") -> Button:
        """Offer a way on; connect to the `clicked` of the button returned."""
        button = Button(words, look, icon)
        self._buttons.addWidget(button)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)
