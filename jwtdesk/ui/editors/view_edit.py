"""A Qt widget that draws a `View`: caret, selection and scroll position stay where they are."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jwtdesk.ui.editors.difference import Splice, difference
from jwtdesk.ui.editors.exact_view import View, view_of
from jwtdesk.ui.editors.long_lines import Folding
from jwtdesk.ui.editors.patch_text import patch
from jwtdesk.ui.editors.row_heights import GridDocument
from jwtdesk.ui.editors.utf16 import to_points, to_units

_STEP = 1_000_000
"""How many code points more are shown at a time: laying out ten times as many takes a while."""


class ViewEdit(QPlainTextEdit):
    """Knows the exact text that it shows, and every place in it (offsets in code points)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = GridDocument(self)
        self.setDocument(self._document)
        self.setUndoRedoEnabled(False)
        self._view = View()
        self._folding = Folding()
        self._beginning: int | None = None
        self._goal: int | None = None
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self.show_all)

    def text(self) -> str:
        """Return the exact text."""
        return self._view.exact

    def view(self) -> View:
        """Return what is shown of the exact text, for those who draw on it."""
        return self._view

    def toPlainText(self) -> str:  # noqa: N802 - Qt's name
        """Return the exact text, for those who drive this widget as an ordinary editor."""
        return self._view.exact

    def show_beginning(self, most: int | None) -> None:
        """From now on show only the first `most` code points of longer texts; None shows all."""
        self._beginning = most

    def hidden(self) -> int:
        """Return how many code points at the end are not shown."""
        return self._view.hidden

    def show_all(self) -> None:
        """Show the hidden end too: a large one piece by piece, with time for others in between."""
        hidden = max(0, self._view.hidden - _STEP)
        if hidden != self._view.hidden:
            self._draw(view_of(self._view.exact, self._folding, hidden))
        if hidden:
            self._growing.start()
        if self._goal is not None and self._goal <= len(self._view.exact) - hidden:
            self._put_in_sight(self._goal)

    def showing(self) -> bool:
        """Say whether the hidden end is on its way into sight."""
        return self._growing.isActive()

    def caret(self) -> int:
        """Return the caret's offset in the exact text."""
        return self._view.offset(self._position(self.textCursor().position()))

    def go_to(self, offset: int) -> None:
        """Put the caret at `offset`, in sight; in the hidden end, once that is shown."""
        if offset > len(self._view.exact) - self._view.hidden:
            self._goal = offset
            self.show_all()
        else:
            self._put_in_sight(offset)

    def select(self, start: int, end: int) -> None:
        """Select the exact text from `start` to `end`."""
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

    def _wanted(self, text: str) -> View:
        """Return the view of `text` that is nearest to what is shown.

        A change that brings in more than a beginning is another text, of which the beginning is
        shown; smaller ones leave it to the reader what is seen.
        """
        most = self._beginning
        if most is not None and len(text) > most:
            change = difference(self._view.exact, text)
            if len(change.inserted) > most:
                self._goal = None
                self._growing.stop()
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
        self._view = view
        patch(self.document(), old, view)
        anchor, position = [change.carried(end) for end in ends] if caret is None else [caret] * 2
        self._put_caret(anchor, position)
        self._scroll_back(change, top)

    def _put_in_sight(self, offset: int) -> None:
        self._goal = None
        self._put_caret(offset, offset)
        self.ensureCursorVisible()

    def _put_caret(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        wanted = self._units(anchor), self._units(position)
        if wanted != (cursor.anchor(), cursor.position()):
            cursor.setPosition(wanted[0])
            cursor.setPosition(wanted[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _scroll_back(self, change: Splice, top: int) -> None:
        """Keep the line that was at the top where it was, when lines above it came or went."""
        if self.hasFocus() or change.end >= top:
            return
        block = self.document().findBlock(self._units(change.carried(top)))
        self.verticalScrollBar().setValue(block.firstLineNumber())
