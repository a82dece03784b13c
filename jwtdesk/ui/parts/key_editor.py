"""The field that keys are typed, pasted and dropped into; it can hide their private parts."""

import time

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from jwtdesk.jose.masked import masked
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.fonts import LINE
from jwtdesk.ui.parts.own_history import OwnHistory
from jwtdesk.ui.theme import Theme

_MARGIN = 9
_LINES = 3
"""How many lines the field is high: room for its two tools, and for what is below it."""


class KeyEditor(LinkedEditor):
    """An exact editor that can hide private characters behind bullets, with an undo of its own."""

    def __init__(self, object_name: str, accessible_name: str) -> None:
        super().__init__()
        self._masked = False
        self._hidden: list[str] = []
        self._drawn = -1
        self._dots = QColor()
        self.setObjectName(object_name)
        self.setAccessibleName(accessible_name)
        self.set_wrap_anywhere(True)
        self.set_margin(_MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._history = OwnHistory()
        self.edited.connect(lambda text: self._history.note(text, time.monotonic()))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    @property
    def masked(self) -> bool:
        """Whether the characters are hidden."""
        return self._masked

    def set_masked(self, on: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Hide the private characters behind bullets, or show them again."""
        self._masked = on
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few lines; longer keys are scrolled through."""
        return QSize(120, round(_LINES * LINE * self.font().pixelSize() / 13) + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height: the card scrolls, not this field."""
        return self.sizeHint()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        super().set_theme(theme)
        self._dots = QColor(theme.text)

    def show_text(self, text: str) -> None:
        """Show `text`; one that came from elsewhere begins the history anew."""
        super().show_text(text)
        self._history.forget(text)

    def event(self, event: QEvent) -> bool:
        """Keep undo and redo to this field while the keyboard is in it."""
        if event.type() == QEvent.Type.ShortcutOverride and _direction(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Step back and forth in this field's own history."""
        direction = _direction(event)
        if not direction:
            super().keyPressEvent(event)
            return
        text = self._history.back() if direction < 0 else self._history.forward()
        if text is not None:
            self.setPlainText(text)
            self.go_to(len(text))

    def _hidden_lines(self) -> list[str]:
        """Return each block's text as it is drawn, one character for each of Qt's units."""
        document = self.document()
        if self._drawn != document.revision():
            self._drawn = document.revision()
            self._hidden = masked(document.toRawText().replace("\u2029", "\n")).split("\n")
        return self._hidden

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, or a bullet for each of its private characters."""
        if not self._masked or not self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._dots)
        painter.setFont(self.font())
        offset = self.contentOffset()
        block = self.firstVisibleBlock()
        lines = self._hidden_lines()
        caret = self.textCursor()
        while block.isValid():
            top = self.blockBoundingGeometry(block).translated(offset).topLeft()
            if top.y() > self.viewport().height():
                break
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                at = top + QPointF(line.x(), line.y() + line.ascent())
                start = line.textStart()
                painter.drawText(at, lines[block.blockNumber()][start : start + line.textLength()])
            if self.hasFocus() and block == caret.block():
                layout.drawCursor(painter, top, caret.positionInBlock(), self.cursorWidth())
            block = block.next()


def _direction(event: QEvent) -> int:
    """Return -1 for a key that undoes, 1 for one that redoes, else 0."""
    if not isinstance(event, QKeyEvent):
        return 0
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    again = control and (event.key() == Qt.Key.Key_Y or (shift and event.key() == Qt.Key.Key_Z))
    if again or event.matches(QKeySequence.StandardKey.Redo):
        return 1
    back = control and event.key() == Qt.Key.Key_Z
    return -1 if back or event.matches(QKeySequence.StandardKey.Undo) else 0
