"""The editor of the token pane: a paste that replaces everything is told apart from typing."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QResizeEvent

from jwtdesk.jose.words import tr
from jwtdesk.ui.editors.linked_editor import LinkedEditor

_LEAST = 94
_BEGINNING = 1_500_000
"""How many code points are shown of a longer token until the rest is asked for."""


class TokenEditor(LinkedEditor):
    """`pasted` carries a text pasted over everything, still with its `Bearer` and line breaks.

    `resized` says that the room for the text has changed.
    """

    pasted = Signal(object)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tokenEditor")
        self.setAccessibleName(tr("Encoded token"))
        self.set_wrap_anywhere(True)
        self.show_beginning(_BEGINNING)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for four ordinary lines: a token of which less is seen is not recognised."""
        return QSize(super().minimumSizeHint().width(), _LEAST)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Hand a paste that replaces everything to the window, which cleans it."""
        if not self.canInsertFromMimeData(source) or self.isReadOnly():
            return
        start, end = self.selection()
        if end - start == len(self.text()):
            self.pasted.emit(source.text())
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say so."""
        super().resizeEvent(event)
        self.resized.emit()
