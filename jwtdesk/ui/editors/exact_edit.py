"""A plain-text editor that is only a view: it shows a text exactly and says exactly what it became.

Its one guard against echoes is a comparison: it speaks only when its text differs from what it last
showed or said, and redraws only when the wanted text differs from that.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.editors.gesture import Changed, Gesture, gesture
from jwtdesk.ui.editors.patch_text import rewrite
from jwtdesk.ui.editors.utf16 import to_units
from jwtdesk.ui.editors.view_edit import ViewEdit

_HOLD_ABOVE = 2_000_000
"""From how many code points on an edit is held back until typing pauses."""
_PAUSE_MS = 150


class ExactEdit(ViewEdit):
    """Shows exact texts and says the exact text after each gesture.

    `edited` carries the whole exact text, `caret_moved` the caret's offset in it (code points).
    Both carry Python objects, because Qt's own strings drop lone surrogates and byte-order marks.
    """

    edited = Signal(object)
    caret_moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._told_caret = 0
        self._gesture: Gesture | None = None
        self._awaited: str | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._hear)
        self.textChanged.connect(self._take)
        self.cursorPositionChanged.connect(self._tell_caret)

    def show_text(self, text: str) -> None:
        """Show `text`; nothing happens when it is what was last shown or said.

        While an input method composes a word here, the text is shown afterwards.
        """
        if text == self._told:
            self._awaited = None
        elif self._composing():
            self._awaited = text
        else:
            self._pause.stop()
            self._draw(self._wanted(text))
            self._told = text
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
        self._tell_caret()

    def setPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Take `text` for the whole, as if a person had put it there."""
        self._draw(self._wanted(text), caret=0)
        self._say()

    def clear(self) -> None:
        """Take the empty text, as if a person had removed everything."""
        self.setPlainText("")

    def appendPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Add `text` on a line of its own at the end."""
        self.setPlainText(f"{self.text()}\n{text}" if self.text() else text)

    def insertPlainText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Put the exact `text` in the place of the selection, and the caret behind it."""
        start, end = self._selected()
        top = self._view.offset(start)
        wanted = self._view.typed(start, end, text).exact
        self._draw(self._wanted(wanted), caret=top + len(text))
        self._say()

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
        """Tell where the caret is, but never in a text that has not been told."""
        if self.holding():
            return
        offset = self.caret()
        if offset != self._told_caret:
            self._told_caret = offset
            self.caret_moved.emit(offset)

    def _composing(self) -> bool:
        """Say whether an input method is in the middle of a word here."""
        return bool(self.textCursor().block().layout().preeditAreaText())
