"""What the keys do: folds are crossed as if they were not there, all else is ordinary."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QWheelEvent

from jwtdesk.ui.editors.exchange import ExchangeEdit

_Key = QKeySequence.StandardKey
_HISTORY = (_Key.Undo, _Key.Redo)
_LEFT = (_Key.MoveToPreviousChar, _Key.SelectPreviousChar)
_LEFT_WORD = (_Key.MoveToPreviousWord, _Key.SelectPreviousWord)
_RIGHT = (_Key.MoveToNextChar, _Key.SelectNextChar)
_RIGHT_WORD = (_Key.MoveToNextWord, _Key.SelectNextWord)
_SIDEWAYS = (*_LEFT, *_LEFT_WORD, *_RIGHT, *_RIGHT_WORD)
_DELETE_LEFT = (_Key.Backspace, _Key.DeleteStartOfWord)
_DELETE_RIGHT = (_Key.Delete, _Key.DeleteEndOfWord, _Key.DeleteEndOfLine)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INDENT = "  "


class KeyedEdit(ExchangeEdit):
    """An exact editor whose keys know about folds and, if asked, about indentation.

    Undo and redo are the window's: they reach its actions. Tab moves the focus. `zoomed` carries
    the steps by which larger (or smaller) text was asked for, 0 for the ordinary size; the window
    answers, because all its text grows together.
    """

    zoomed = Signal(int)

    def __init__(self, *, indents: bool = False) -> None:
        super().__init__()
        self._indents = indents
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do what the key says, across folds."""
        if _is_history(event):
            event.ignore()
        elif self._is_zoom(event):
            event.accept()
        elif self._indents and not self.isReadOnly() and _is_enter(event):
            self.insertPlainText("\n" + self._indentation())
            self.ensureCursorVisible()
        elif any(event.matches(key) for key in _SIDEWAYS):
            self._move(event)
        else:
            self._step_over_fold(event)
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with the control key held, else scroll."""
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and steps:
            self.zoomed.emit(1 if steps > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _is_zoom(self, event: QKeyEvent) -> bool:
        """Ask for another size of text, if this key does."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(_Key.ZoomIn) or (control and event.key() == Qt.Key.Key_Equal):
            self.zoomed.emit(1)
        elif event.matches(_Key.ZoomOut):
            self.zoomed.emit(-1)
        elif control and event.key() == Qt.Key.Key_0:
            self.zoomed.emit(0)
        else:
            return False
        return True

    def _move(self, event: QKeyEvent) -> None:
        """Move sideways; a move across a fold alone is no move, so it goes on."""
        before, units = self.caret(), self.textCursor().position()
        super().keyPressEvent(event)
        if self.caret() == before and self.textCursor().position() != units:
            super().keyPressEvent(event)

    def _step_over_fold(self, event: QKeyEvent) -> None:
        """Before a deletion beside a fold, put the caret on its other side."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not self._view.folds:
            return
        position = self._position(cursor.position())
        if any(event.matches(key) for key in _DELETE_LEFT) or _is_plain_backspace(event):
            if position - 1 in self._view.folds:
                cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
                self.setTextCursor(cursor)
        elif any(event.matches(key) for key in _DELETE_RIGHT) and position in self._view.folds:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            self.setTextCursor(cursor)

    def _indentation(self) -> str:
        """Return the white space that a new line after the caret starts with."""
        start = self.selection()[0]
        text = self.text()
        line = text[text.rfind("\n", 0, start) + 1 : start]
        before = line.rstrip(" \t\r")
        kept = line[: len(line) - len(line.lstrip(" \t"))]
        if not before.endswith(("{", "[")):
            return kept
        return kept + ("\t" if kept.endswith("\t") else _INDENT)


def _is_history(event: QEvent) -> bool:
    """Say whether a key event asks for undo or redo, in any of their spellings."""
    if not isinstance(event, QKeyEvent):
        return False
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    typed = bool(control) and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y)
    return typed or any(event.matches(key) for key in _HISTORY)


def _is_enter(event: QKeyEvent) -> bool:
    """Say whether a key event is Enter, with nothing but Shift held."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    free = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return event.key() in _ENTER and free


def _is_plain_backspace(event: QKeyEvent) -> bool:
    """Say whether a key event is Backspace with Shift held, which Qt treats as without."""
    return event.key() == Qt.Key.Key_Backspace
