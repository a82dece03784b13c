"""Cut, copy, paste and select all, for whatever holds the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)


def field() -> QLineEdit | QPlainTextEdit | None:
    """Return the text field that holds the keyboard, or None."""
    held: QWidget | None = QApplication.focusWidget()
    if isinstance(held, QComboBox):
        held = held.lineEdit()
    return held if isinstance(held, QLineEdit | QPlainTextEdit) else None


def cut() -> None:
    """Cut the selection of the field."""
    here = field()
    if here is not None:
        here.cut()


def copy() -> None:
    """Copy the selection of the field, or the chosen rows of a list or table."""
    here = field()
    held = QApplication.focusWidget()
    if here is not None:
        here.copy()
    elif isinstance(held, QAbstractItemView):
        rows: dict[int, list[str]] = {}
        for index in sorted(held.selectedIndexes(), key=lambda one: (one.row(), one.column())):
            rows.setdefault(index.row(), []).append(str(index.data(Qt.ItemDataRole.DisplayRole)))
        if rows:
            QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))


def select_all() -> None:
    """Select everything in the field, the list or the table."""
    here = field()
    held = QApplication.focusWidget()
    if here is not None:
        here.selectAll()
    elif isinstance(held, QAbstractItemView):
        held.selectAll()


def paste(otherwise: Callable[[], object]) -> None:
    """Paste into the field; when no field holds the keyboard, do what `otherwise` does."""
    here = field()
    if here is None or here.isReadOnly():
        otherwise()
    else:
        here.paste()
