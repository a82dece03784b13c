"""A one-line secret: hidden until the eye is pressed, never remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.icons import icon
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup


class SecretField(QLineEdit):
    """An entry for a passphrase; `name` tells screen readers and an empty field what it is for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.reveal = QAction(self, checkable=True)
        self.reveal.toggled.connect(self.set_revealed)
        self.addAction(self.reveal, QLineEdit.ActionPosition.TrailingPosition)
        self._say()

    def set_revealed(self, revealed: bool) -> None:  # noqa: FBT001 - a slot of a toggled signal
        """Show the characters, or hide them again."""
        mode = QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self.reveal.setChecked(revealed)
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self._say()

    def _say(self) -> None:
        shown = self.reveal.isChecked()
        words = tr("Hide the characters") if shown else tr("Show the characters")
        self.reveal.setText(words)
        self.reveal.setToolTip(tip_markup(words))
        if self._theme is not None:
            name = "eye-off" if shown else "eye"
            self.reveal.setIcon(icon(self._theme, name, chosen="muted"))
