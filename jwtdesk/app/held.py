"""Keeps a window whole for as long as Qt has it.

Python's collector may take a forgotten window apart member by member while Qt still sends it
events, and Qt then calls into half an object. So a window is held here until Qt has deleted it,
which happens once it is closed.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_held: set[QWidget] = set()


def hold(window: QWidget) -> None:
    """Hold `window` until it was closed and Qt has deleted it."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _held.add(window)
    window.destroyed.connect(partial(_held.discard, window))


def held() -> int:
    """Return how many windows are held."""
    return len(_held)
