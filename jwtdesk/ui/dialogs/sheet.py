"""What every dialog is: a title, some content, and a button that closes it."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel

_NARROWEST = 420
_SIDE = 20


class Sheet(QDialog):
    """Escape closes it; nothing in it is lost by that."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(_SIDE, 18, _SIDE, 16)
        self.rows.setSpacing(12)
        headline = PlainLabel(title, type="headline")
        # A minimum of the dialog itself would stand above that of what is in it.
        headline.setMinimumWidth(_NARROWEST - 2 * _SIDE)
        self.rows.addWidget(headline)

    def add_close(self) -> Button:
        """Put the closing button below everything and return it."""
        close = Button(tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        self.rows.addLayout(row)
        return close
