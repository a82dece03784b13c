"""A field for a whole number."""

from PySide6.QtWidgets import QSpinBox, QWidget

_INSET = 9
"""Pixels before the text, as in the other fields: style sheets do not reach it in a spin box."""


class NumberField(QSpinBox):
    """Its text stands as far from the edge as that of the other fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inset(self)


def inset(box: QSpinBox) -> None:
    """Move the text of a spin box off its edge."""
    box.lineEdit().setTextMargins(_INSET, 0, 0, 0)
