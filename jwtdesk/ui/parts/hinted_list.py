"""A list that says, while it is empty, what will stand in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QListWidget

_AIR = 14
"""Pixels between the words and the sides of the list."""


class HintedList(QListWidget):
    """Writes `hint` in its middle until there is a row; screen readers hear it as well."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.hint = ""
        self.set_hint(hint)

    def set_hint(self, hint: str) -> None:
        """Write `hint` from now on."""
        self.hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows, or the hint."""
        super().paintEvent(event)
        if self.count():
            return
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        box = self.viewport().rect().adjusted(_AIR, 0, -_AIR, 0)
        painter.drawText(box, flags.value, self.hint)
