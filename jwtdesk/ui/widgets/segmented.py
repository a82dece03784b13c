"""Two to four ways of which exactly one is taken, side by side in one frame."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from jwtdesk.ui.style import set_look, set_shown


class Segmented(QFrame):
    """`choices` are pairs of a stable name and the words shown; `picked` carries the name."""

    picked = Signal(str)

    def __init__(
        self, name: str, choices: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_look(self, "segmented", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, words in choices:
            button = QPushButton(words.replace("&", "&&"))
            button.setCheckable(True)
            button.setAccessibleName(words)
            set_look(button, "look", "segment")
            button.clicked.connect(lambda _=False, key=key: self.picked.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)

    def pick(self, name: str) -> None:
        """Show `name` as the one taken; emits nothing; an unknown name changes nothing."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def offer(self, name: str, *, on: bool) -> None:
        """Show or hide the choice `name`."""
        set_shown(self._buttons[name], on)

    def current(self) -> str:
        """Return the name of the one taken; empty when none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")
