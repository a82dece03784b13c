"""A plain-text editor that is only a view: it shows a text exactly and says exactly what it became.

Its one guard against echoes is a comparison: it speaks only when its text differs from what it last
showed or said, and redraws only when the wanted text differs from that.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jwtdesk.ui.editors.difference import Splice, difference
from jwtdesk.ui.editors.exact_view import View, view_of
from jwtdesk.ui.editors.gesture import Changed, Gesture, gesture
from jwtdesk.ui.editors.long_lines import Folding
from jwtdesk.ui.editors.patch_text import patch, rewrite
from jwtdesk.ui.editors.row_heights import GridDocument
from jwtdesk.ui.editors.utf16 import to_points, to_units

_HOLD_ABOVE = 131_072
"""From how many code points on an edit is held back until typing pauses."""
_PAUSE_MS = 150


class ExactEdit(QPlainTextEdit):
    """Shows exact texts and says the exact text after each gesture.

    `edited` carries the whole exact text, `caret_moved` the caret's offset in it (code points).
    Both carry Python objects, because Qt's own strings drop lone surrogates and byte-order marks.
    """

    edited = Signal(object)
    caret_moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = GridDocument(self)
        self.setDocument(self._document)
        self.setUndoRedoEnabled(False)
        self._view = View()
        self._folding = Folding()
        self._told = ""
        self._told_caret = 0
        self._gesture: Gesture | None = None
        self._awaited: str | None = None
        self._beginning: int | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._hear)
        self.textChanged.connect(self._take)
        self.cursorPositionChanged.connect(self._tell_caret)

    # What is shown and said --------------------------------------------------------------------

    def text(self) -> str:
        """Return the exact text."""
        return self._view.exact

    def view(self) -> View:
        """Return what is shown of the exact text, for those who draw on it."""
        return self._view

    def toPlainText(self) -> str:  # noqa: N802 - Qt's name
        """Return the exact text, for those who drive this widget as an ordinary editor."""
        return self._view.exact

    def show_text(self, text: str) -> None:
        """Show `text`; nothing happens when it is what was last shown or said."""
        if text == self._told:
            return
        if self._composing():
            self._awaited = text
            return
        self._told = text
        self._pause.stop()
        self._draw(self._wanted(text))
        self._tell_caret()

    def holding(self) -> bool:
        """Say whether an edit has not been said yet (large texts wait for a pause in typing)."""
        return self._view.exact != self._told

    def flush(self) -> None:
        """Say an edit that is held back, now."""
        self._pause.stop()
        if self.holding():
            self._told = self._view.exact
            self.edited.emit(self._told)

    def show_beginning(self, most: int | None) -> None:
        """From now on show only the first `most` code points of longer texts; None shows all."""
        self._beginning = most

    def hidden(self) -> int:
        """Return how many code points at the end are not shown."""
        return self._view.hidden

    def show_all(self) -> None:
        """Show the hidden end too."""
        if self._view.hidden:
            self._draw(view_of(self._view.exact, self._folding))

    # Gestures that do not go through the document ----------------------------------------------

    def setPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Take `text` for the whole, as if a person had put it there."""
        self._draw(self._wanted(text))
        self._say()

    def clear(self) -> None:
        """Take the empty text, as if a person had removed everything."""
        self.setPlainText("")

    def appendPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Add `text` on a line of its own at the end."""
        self.setPlainText(f"{self.text()}\n{text}" if self.text() else text)

    def insertPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Put the exact `text` in the place of the selection."""
        self._replace(*self._selected(), text)

    def _replace(self, start: int, end: int, text: str) -> None:
        """Put the exact `text` in the place of the positions `start` to `end`, caret behind it."""
        top = self._view.offset(start)
        typed = self._view.typed(start, end, text)
        wanted = self._view.became(typed.exact, self._folding)
        self._draw(wanted, caret=top + len(text))
        self._say()

    # Reading the document ----------------------------------------------------------------------

    def _hear(self, position: int, removed: int, added: int) -> None:
        """Apply what happened in the document to the exact text, if anything did."""
        caret = self.textCursor().position()
        changed = Changed(position, removed, added)
        heard = gesture(self.document(), changed, caret, self._view)
        if heard is not None:
            self._view = heard.view
            self._gesture = heard

    def _take(self) -> None:
        """Bring the view in order after a gesture, then say what the text became."""
        heard, self._gesture = self._gesture, None
        if heard is None:
            return
        self._draw(self._view.tidied(heard.start, heard.end, self._folding))
        if self.document().characterCount() - 1 != to_units(len(self._view.text), self._view.wide):
            rewrite(self.document(), self._view)
        self._say()

    def _say(self) -> None:
        """Say the text, at once or (when it is large) after a pause."""
        if self.holding() and len(self._view.exact) > _HOLD_ABOVE:
            self._pause.start()
        else:
            self.flush()

    def _tell_caret(self) -> None:
        offset = self.caret()
        if offset != self._told_caret:
            self._told_caret = offset
            self.caret_moved.emit(offset)

    # Drawing -----------------------------------------------------------------------------------

    def _wanted(self, text: str) -> View:
        """Return the view of `text` that is nearest to what is shown."""
        most = self._beginning
        if most is not None and len(self._view.exact) <= most < len(text):
            return view_of(text, self._folding, len(text) - most)
        return self._view.became(text, self._folding)

    def _draw(self, view: View, caret: int | None = None) -> None:
        """Show `view`; caret, selection and scroll position stay with the text they stand in."""
        old = self._view
        if view is old:
            return
        change = difference(old.exact, view.exact)
        cursor = self.textCursor()
        ends = [old.offset(self._position(at)) for at in (cursor.anchor(), cursor.position())]
        top = old.offset(self._position(self.firstVisibleBlock().position()))
        scrolled = self.verticalScrollBar().value()
        self._view = view
        patch(self.document(), old, view)
        anchor, position = [change.carried(end) for end in ends] if caret is None else [caret] * 2
        self._put_caret(anchor, position)
        self._scroll_back(change, top, scrolled)

    def _put_caret(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        wanted = self._units(anchor), self._units(position)
        if wanted != (cursor.anchor(), cursor.position()):
            cursor.setPosition(wanted[0])
            cursor.setPosition(wanted[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _scroll_back(self, change: Splice, top: int, scrolled: int) -> None:
        """Keep the line at the top of the widget where it was, if it is still there."""
        if self.hasFocus() or change.end >= top:
            return
        block = self.document().findBlock(self._units(change.carried(top)))
        self.verticalScrollBar().setValue(max(scrolled * (top == 0), block.firstLineNumber()))

    # Places ------------------------------------------------------------------------------------

    def caret(self) -> int:
        """Return the caret's offset in the exact text, in code points."""
        return self._view.offset(self._position(self.textCursor().position()))

    def go_to(self, offset: int) -> None:
        """Put the caret at `offset` (code points), in sight."""
        if offset > len(self._view.exact) - self._view.hidden:
            self.show_all()
        self._put_caret(offset, offset)
        self.ensureCursorVisible()

    def select(self, start: int, end: int) -> None:
        """Select the exact text from `start` to `end` (code points)."""
        self._put_caret(start, end)

    def selection(self) -> tuple[int, int]:
        """Return the offsets where the selection starts and ends (alike when there is none)."""
        start, end = self._selected()
        return self._view.offset(start), self._view.offset(end)

    def selected_text(self) -> str:
        """Return the exact text of the selection."""
        return self._view.between(*self._selected())

    def _selected(self) -> tuple[int, int]:
        """Return the positions where the selection starts and ends."""
        cursor = self.textCursor()
        return self._position(cursor.selectionStart()), self._position(cursor.selectionEnd())

    def _position(self, units: int) -> int:
        return to_points(units, self._view.wide)

    def _units(self, offset: int) -> int:
        return to_units(self._view.position(offset), self._view.wide)

    def _composing(self) -> bool:
        """Say whether an input method is in the middle of a word here."""
        return bool(self.textCursor().block().layout().preeditAreaText())
