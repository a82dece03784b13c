"""A list whose rows are ticked and opened; some lie inside others."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from jwtdesk.ui.parts.tick_drawing import TickDrawing
from jwtdesk.ui.parts.tick_row import ROLE, TickRow, fill, tick
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme

_MEASURED = 40
"""More rows are higher than any window."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TickList(QListWidget):
    """Shows rows; each can be reached with the arrow keys and is read out whole.

    `ticked` carries the key of a row and whether it is to be ticked: its box was pressed, or the
    space bar. `chosen` carries the key of the row that was pressed elsewhere, or entered. What
    follows is decided by whoever listens, and shown with `show_rows`.
    """

    ticked = Signal(str, bool)
    chosen = Signal(str)

    def __init__(self, handle: str, name: str) -> None:
        super().__init__()
        self._rows: tuple[TickRow, ...] = ()
        self._words: list[TickRow] = []
        self.theme: Theme | None = None
        self._drawing = TickDrawing(self)
        self.setObjectName(handle)
        self.setAccessibleName(name)
        self.setItemDelegate(self._drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        set_look(self, "look", "notes")

    def show_rows(self, rows: tuple[TickRow, ...]) -> None:
        """Show `rows`; the scroll position and the row in hand stay."""
        if rows == self._rows:
            return
        words = [replace(one, ticked=True) for one in rows]
        before, self._rows = self._rows, rows
        if words == self._words:
            for place, one in enumerate(rows):
                if one != before[place]:
                    tick(self.item(place), one)
            return
        self._words = words
        kept, row = self.verticalScrollBar().value(), self.currentRow()
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for place, one in enumerate(rows):
            item = self.item(place) if place < self.count() else QListWidgetItem(self)
            if item.data(ROLE) != one:
                fill(item, one)
        self.setCurrentRow(min(row, self.count() - 1))
        # Laid out now, it is painted once; Qt would paint it, lay it out and paint it again.
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(kept)
        self.viewport().update()
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.theme = theme
        self.viewport().update()

    def box_point(self, row: int) -> QPoint:
        """Return where in the viewport the box of `row` can be pressed."""
        box = self._drawing.box(self._rows[row], self.visualItemRect(self.item(row)))
        return box.center().toPoint()

    def rows_height(self, most: int = _MEASURED) -> int:
        """Return how high the rows are together, the first `most` of them, in pixels."""
        return sum(self.sizeHintForRow(place) for place in range(min(self.count(), most)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return Qt's own least size, but no more height than the rows take."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.rows_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick with the space bar, open with Enter."""
        row = self._rows[self.currentRow()] if self.currentRow() >= 0 else None
        if row is not None and event.key() in _ENTER:
            self.chosen.emit(row.key)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(row.key, not row.ticked)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick when the box was pressed, else open."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self._row_at(point)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._on_box(point, row):
            self.ticked.emit(row.key, not row.ticked)
        else:
            self.chosen.emit(row.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show a hand over the rows, which can all be pressed."""
        super().mouseMoveEvent(event)
        active = self._row_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _row_at(self, point: QPoint) -> TickRow | None:
        row = self.indexAt(point).row()
        return self._rows[row] if row >= 0 else None

    def _on_box(self, point: QPoint, row: TickRow) -> bool:
        rect = self.visualRect(self.indexAt(point))
        return self._drawing.box(row, rect).adjusted(-5, -5, 5, 5).contains(QPointF(point))
