"""A button that copies, and says for a moment that it did."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.icon_button import IconButton

_MOMENT = 1600
"""How long the button says "Copied", in milliseconds."""


class CopyButton(IconButton):
    """Puts what `text` returns on the clipboard when pressed; an empty text is not copied."""

    def __init__(
        self,
        words: str,
        text: Callable[[], str],
        *,
        shortcut: str = "",
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("copy", words, shortcut=shortcut, caption=caption, parent=parent)
        self._words = words
        self._shortcut = shortcut
        self._text = text
        self._rest = QTimer(self, singleShot=True, interval=_MOMENT)
        self._rest.timeout.connect(self._say_nothing)
        self.clicked.connect(self.copy)

    def copy(self) -> None:
        """Copy now."""
        text = self._text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.say_copied()

    def say_copied(self) -> None:
        """Show the check mark for a moment, for a copy made elsewhere too."""
        self.set_icon_name("check")
        self.set_words(tr("Copied"))
        self._rest.start()

    def _say_nothing(self) -> None:
        self.set_icon_name("copy")
        self.set_words(self._words, self._shortcut)
