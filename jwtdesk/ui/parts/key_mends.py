"""What was mended to read the key, and a button that writes it so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyReplaced
from jwtdesk.model.key_card import Rewriting, rewriting
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel


class KeyMends(QWidget):
    """Hidden for a key that is written as it should be; `wanted` carries the edit that mends."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._given = KeyInput()
        self._found: Rewriting | None = None
        self.words = PlainLabel(tone="muted", wrap=True)
        self.words.setObjectName("keyMends")
        self.write = Button(tr("Write it that way"), "plain", "wand")
        self.write.setObjectName("keyMend")
        self.write.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.write)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what is told here, which need not be told elsewhere."""
        return self._found.codes if self._found else ()

    def draw(self, given: KeyInput) -> None:
        """Tell what would be mended about `given`."""
        if given == self._given:
            return
        self._given = given
        self._found = rewriting(given)
        self.words.setText("\n".join(self._found.sentences) if self._found else "")
        self.setVisible(self._found is not None)

    def _ask(self) -> None:
        if self._found is not None:
            said = tr("The key is written cleanly; the text before it can be put back.")
            self.wanted.emit(KeyReplaced(self._found.key, said))
