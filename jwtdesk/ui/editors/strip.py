"""A sentence along the lower edge of an editor, with a button when something can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel


class Strip(QFrame):
    """Shows `words`; `pressed` says that its button was pressed."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon = IconLabel("info", "info", 14)
        self.words = PlainLabel(type="small", tone="muted", elide=True)
        self.button = Button("", "quiet")
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 8, 2)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, words: str, button: str = "") -> None:
        """Show `words` and a button that reads `button`, if any; nothing at all without words."""
        self.words.setText(words)
        self.button.setText(button.replace("&", "&&"))
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)
        self.button.set_theme(theme)
