"""A list of remarks: an icon, a title, a sentence or two, where it is written, perhaps a fix."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.parts.note_drawing import ROLE, NoteDrawing
from jwtdesk.ui.parts.wrapped_text import draw_wrapped
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup

_PAD, _ICON, _GAP = 14, 16, 9


@dataclass(frozen=True, slots=True)
class Note:
    """One remark; `icon` and `tone` say how grave it is, `reference` stands small at the right.

    `fix` are the words of what one press can do about it; `placed` says it has a place to go to.
    """

    icon: str
    tone: str
    title: str
    detail: str
    reference: str
    fix: str = ""
    placed: bool = False


class NoteList(QListWidget):
    """Shows notes; each can be reached with the arrow keys and is read out whole.

    `chosen` carries the row that was clicked or entered, `fixed` the one whose fix was pressed
    (with the pointer, or with the space bar).
    """

    chosen = Signal(int)
    fixed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._nothing = ""
        self._nothing_icon = ""
        self._notes: tuple[Note, ...] = ()
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
                _fill(item, note)
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
        """Go to the place with Enter, fix with the space bar."""
        row = self.currentRow()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space and self._notes[row].fix:
            self.fixed.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Fix when the fix was pressed, else go to the place."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._on_fix(event.position().toPoint()):
            self.fixed.emit(row)
        else:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show a hand where a press does something."""
        super().mouseMoveEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        active = row >= 0 and (self._notes[row].placed or self._on_fix(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

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


def _fill(item: QListWidgetItem, note: Note) -> None:
    item.setData(ROLE, note)
    item.setText(f"{note.title}\n{note.detail}" if note.detail else note.title)
    keys = [tr("Enter: show the place")] if note.placed else []
    keys += [tr("Space: {fix}", fix=note.fix)] if note.fix else []
    item.setToolTip(tip_markup("\n".join((note.detail, note.reference, *keys)).strip()))
    spoken = tr(
        "{title}. {detail} {reference}",
        title=note.title,
        detail=note.detail,
        reference=note.reference,
    )
    item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join((spoken.strip(), *keys)))
