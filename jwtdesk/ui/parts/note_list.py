"""A list of remarks: an icon, a title, a sentence or two, where it is written, perhaps a fix."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from jwtdesk.analysis.reference import address_of
from jwtdesk.ui.browser import follow, reference_menu
from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.parts.note import ROLE, Note, fill
from jwtdesk.ui.parts.note_drawing import NoteDrawing
from jwtdesk.ui.parts.wrapped_text import draw_wrapped
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme

_PAD, _ICON, _GAP = 14, 16, 9


class NoteList(QListWidget):
    """Shows notes; each can be reached with the arrow keys and is read out whole.

    `chosen` carries the row that was clicked or entered, `fixed` the one whose fix was pressed
    (with the pointer, or with the space bar). A reference is followed when it is pressed, or with
    Shift and Enter.
    """

    chosen = Signal(int)
    fixed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._nothing = ""
        self._nothing_icon = ""
        self._notes: tuple[Note, ...] = ()
        self.pointed_reference: Note | None = None
        self._drawing = NoteDrawing(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self, "look", "notes")

    @property
    def theme(self) -> Theme | None:
        """The theme to draw with."""
        return self._theme

    def show_notes(self, notes: tuple[Note, ...], nothing: str, icon: str = "") -> None:
        """Show `notes`, or the sentence `nothing` with an `icon`; the scroll position stays."""
        if (notes, nothing, icon) == (self._notes, self._nothing, self._nothing_icon):
            return
        self._notes, self._nothing, self._nothing_icon = notes, nothing, icon
        self.setAccessibleDescription("" if notes else nothing)
        kept = self.verticalScrollBar().value()
        row = self.currentRow()
        while self.count() > len(notes):
            self.takeItem(self.count() - 1)
        for place, note in enumerate(notes):
            item = self.item(place) if place < self.count() else QListWidgetItem(self)
            if item.data(ROLE) != note:
                fill(item, note)
        self.setCurrentRow(min(row, self.count() - 1))
        # Laid out now, it is painted once; Qt would paint it, lay it out and paint it again.
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(kept)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the place with Enter, follow with Shift and Enter, fix with the space bar."""
        row = self.currentRow()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                follow(self._notes[row].reference, self)
            else:
                self.chosen.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space and self._notes[row].fix:
            self.fixed.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Fix when the fix was pressed, follow the reference, else go to the place."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        if row < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._on_fix(point):
            self.fixed.emit(row)
        elif self._on_reference(point):
            follow(self._notes[row].reference, self)
        else:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show a hand where a press does something, and a line below a reference."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        followed = self._on_reference(point)
        active = row >= 0 and (self._notes[row].placed or self._on_fix(point) or followed)
        shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._point_at(self._notes[row] if followed else None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the line below a reference away."""
        super().leaveEvent(event)
        self._point_at(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to open or to copy the address of the reference."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        row = self.currentRow() if by_key else self.indexAt(event.pos()).row()
        menu = reference_menu(self._notes[row].reference, self) if row >= 0 else None
        if menu is not None:
            menu.popup(event.globalPos())

    def reference_point(self, row: int) -> QPoint:
        """Return where in the viewport the reference of `row` can be pressed."""
        box = self.visualItemRect(self.item(row))
        return self._drawing.reference_box(self._notes[row], box).center().toPoint()

    def fix_point(self, row: int) -> QPoint:
        """Return where in the viewport the fix of `row` can be pressed."""
        box = self.visualItemRect(self.item(row))
        return self._drawing.fix_box(self._notes[row], box).center().toPoint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the notes, or the sentence for none."""
        super().paintEvent(event)
        if self.count() or self._theme is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = _PAD
        if self._nothing_icon:
            side = max(_ICON, self.fontMetrics().height())
            tone = "ok" if self._nothing_icon == "check-circle" else "muted"
            paint_icon(
                painter, self._theme, self._nothing_icon, tone, QRectF(_PAD, _PAD, side, side)
            )
            left += side + _GAP
        painter.setPen(QColor(self._theme.muted))
        width = self.viewport().width() - left - _PAD
        draw_wrapped(painter, self._nothing, QPointF(left, _PAD), self.font(), width)

    def _on_fix(self, point: QPoint) -> bool:
        row = self.indexAt(point).row()
        if row < 0 or not self._notes[row].fix:
            return False
        box = self.visualItemRect(self.item(row))
        return self._drawing.fix_box(self._notes[row], box).contains(QPointF(point))

    def _on_reference(self, point: QPoint) -> bool:
        row = self.indexAt(point).row()
        if row < 0 or address_of(self._notes[row].reference) is None:
            return False
        box = self.visualItemRect(self.item(row))
        return self._drawing.reference_box(self._notes[row], box).contains(QPointF(point))

    def _point_at(self, note: Note | None) -> None:
        if note is not self.pointed_reference:
            self.pointed_reference = note
            self.viewport().update()
