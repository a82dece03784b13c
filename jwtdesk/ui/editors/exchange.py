"""Text that comes and goes by clipboard, dragging and input methods, exact on both ways."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QFocusEvent, QInputMethodEvent

from jwtdesk.ui.editors.exact_edit import ExactEdit


class ExchangeEdit(ExactEdit):
    """An exact editor that gives and takes plain text only: never rich text, never files."""

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the exact selection, without folds or stand-ins."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Say whether `source` is plain text; files belong to the window."""
        return source.hasFormat("text/plain") and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Put plain text in the place of the selection; anything else is left alone."""
        if self.canInsertFromMimeData(source) and not self.isReadOnly():
            self.insertPlainText(source.text())
            self.ensureCursorVisible()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take dropped text; text dragged within this editor moves, unless copying was asked for.

        Qt's own handling would move it in one edit that spans the text in between.
        """
        super().dragLeaveEvent(QDragLeaveEvent())
        if self.isReadOnly() or not self.canInsertFromMimeData(event.mimeData()):
            event.ignore()
            return
        units = self.cursorForPosition(event.position().toPoint()).position()
        target = self._view.offset(self._position(units))
        own = event.source() in (self, self.viewport())
        if own and event.dropAction() == Qt.DropAction.MoveAction:
            self._move_selection(target)
        else:
            self.select(target, target)
            self.insertPlainText(event.mimeData().text())
        event.acceptProposedAction()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_selection(self, target: int) -> None:
        """Move the selected text to the offset `target`; nothing happens inside the selection."""
        start, end = self.selection()
        if start <= target <= end:
            return
        text, moved = self.text(), self.text()[start:end]
        if target < start:
            wanted = text[:target] + moved + text[target:start] + text[end:]
        else:
            wanted = text[:start] + text[end:target] + moved + text[target:]
        self._draw(self._wanted(wanted))
        at = target if target < start else target - len(moved)
        self.select(at, at + len(moved))
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say what is held back before another pane speaks."""
        super().focusOutEvent(event)
        self.flush()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Compose; a text that was to be shown meanwhile is shown afterwards, unless it is old."""
        before = self.text()
        super().inputMethodEvent(event)
        awaited = self._awaited
        if awaited is not None and not self._composing():
            self._awaited = None
            if self.text() == before:
                self.show_text(awaited)
