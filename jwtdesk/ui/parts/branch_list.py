"""A short list of tokens, certificates or signatures, one of which is the one in the panes."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from jwtdesk.ui.parts.branch import ROLE, Branch, fill
from jwtdesk.ui.parts.branch_drawing import BranchDrawing
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme

MOST_ROWS = 5
"""So many rows are seen at a time where there is room; more are scrolled to."""


class BranchList(QListWidget):
    """Shows rows; each can be reached with the arrow keys and is read out whole.

    `chosen` carries the row that was clicked or entered, `removed` the one whose bin was pressed,
    with the pointer or with Delete. `measured` says that the rows may be higher or lower now.
    """

    chosen = Signal(int)
    removed = Signal(int)
    measured = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._theme: Theme | None = None
        self._rows: tuple[Branch, ...] = ()
        self.pointed_bin: Branch | None = None
        self._drawing = BranchDrawing(self)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(1)
        set_look(self, "look", "notes")

    @property
    def theme(self) -> Theme | None:
        """The theme to draw with."""
        return self._theme

    def show_branches(self, rows: tuple[Branch, ...]) -> None:
        """Show `rows`; the one that is marked becomes the current one when it is another."""
        if rows == self._rows:
            return
        before, self._rows = _marked(self._rows), rows
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for place, row in enumerate(rows):
            item = self.item(place) if place < self.count() else QListWidgetItem(self)
            if item.data(ROLE) != row:
                fill(item, row)
        self.executeDelayedItemsLayout()
        marked = _marked(rows)
        if marked != before or self.currentRow() < 0:
            self.setCurrentRow(marked)
            self.scrollToItem(self.item(marked))
        self.viewport().update()
        self.measured.emit()

    def rows_height(self, most: int = MOST_ROWS) -> int:
        """Return how high the first `most` rows are together, in pixels."""
        return sum(self.sizeHintForRow(row) for row in range(min(self.count(), most)))

    def bin_point(self, row: int) -> QPoint:
        """Return where in the viewport the bin of `row` can be pressed."""
        box = self.visualItemRect(self.item(row))
        return self._drawing.bin_box(self._rows[row], box).center().toPoint()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the rows out anew; where the width is another, so may be their height."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if self.currentRow() >= 0:
            self.scrollToItem(self.item(self.currentRow()))
        if event.size().width() != event.oldSize().width():
            self.measured.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
            self.measured.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Enter, remove with Delete."""
        row = self.currentRow()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Delete and self._rows[row].removal:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remove when the bin was pressed, else choose."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self.indexAt(point).row()
        if row < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._on_bin(point) is not None:
            self.removed.emit(row)
        else:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show a hand where a press does something."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        active = self.indexAt(point).row() >= 0
        shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._point_at(self._on_bin(point))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let the bin be quiet again."""
        super().leaveEvent(event)
        self._point_at(None)

    def _on_bin(self, point: QPoint) -> Branch | None:
        index = self.indexAt(point).row()
        if index < 0 or not self._rows[index].removal:
            return None
        box = self._drawing.bin_box(self._rows[index], self.visualItemRect(self.item(index)))
        return self._rows[index] if box.contains(QPointF(point)) else None

    def _point_at(self, row: Branch | None) -> None:
        if row is not self.pointed_bin:
            self.pointed_bin = row
            self.viewport().update()


def _marked(rows: tuple[Branch, ...]) -> int:
    return next((at for at, one in enumerate(rows) if one.mark), 0)
