"""A list of remarks: an icon, a title, a sentence or two, and where it is written."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jwtdesk.jose.words import tr
from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.parts.wrapped_text import draw_wrapped, wrapped_height
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup

_ROLE = Qt.ItemDataRole.UserRole
_PAD, _ICON, _GAP, _EDGE = 14, 16, 9, 8
_SHARE = 0.4
"""A reference longer than this share of a row stands below the detail."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark; `icon` and `tone` say how grave it is, `reference` stands small at the right."""

    icon: str
    tone: str
    title: str
    detail: str
    reference: str


class NoteList(QListWidget):
    """Shows notes; each can be reached with the arrow keys and is read out whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._nothing = ""
        self.setItemDelegate(_NoteDrawing(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self, "look", "notes")

    @property
    def theme(self) -> Theme | None:
        """The theme to draw with."""
        return self._theme

    def show_notes(self, notes: tuple[Note, ...], nothing: str) -> None:
        """Show `notes`, or the sentence `nothing`; the scroll position stays."""
        self._nothing = nothing
        kept = self.verticalScrollBar().value()
        row = self.currentRow()
        while self.count() > len(notes):
            self.takeItem(self.count() - 1)
        for place, note in enumerate(notes):
            item = self.item(place) if place < self.count() else QListWidgetItem(self)
            if item.data(_ROLE) != note:
                _fill(item, note)
        self.setCurrentRow(min(row, self.count() - 1))
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the notes, or the sentence for none."""
        super().paintEvent(event)
        if self.count() or self._theme is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.muted))
        width = self.viewport().width() - 2 * _PAD
        draw_wrapped(painter, self._nothing, QPointF(_PAD, _PAD), self.font(), width)


def _fill(item: QListWidgetItem, note: Note) -> None:
    item.setData(_ROLE, note)
    item.setText(f"{note.title}\n{note.detail}" if note.detail else note.title)
    item.setToolTip(tip_markup(f"{note.detail}\n{note.reference}".strip()))
    spoken = tr(
        "{title}. {detail} {reference}",
        title=note.title,
        detail=note.detail,
        reference=note.reference,
    )
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.strip())


class _NoteDrawing(QStyledItemDelegate):
    """Draws a note; its height follows the width of the list."""

    def __init__(self, notes: NoteList) -> None:
        super().__init__(notes)
        self._list = notes

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        note: Note = index.data(_ROLE)
        width = self._list.viewport().width()
        room, short = self._widths(note, width)
        title = wrapped_height(note.title, self._title_font(), short)
        detail = wrapped_height(note.detail, self._list.font(), room)
        below = 0 if self._beside(note, room) else self._list.fontMetrics().height()
        return QSize(width, title + detail + below + 2 * _EDGE + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._list.theme
        if theme is None:
            return
        note: Note = index.data(_ROLE)
        rect: QRect = option.rect
        room, short = self._widths(note, rect.width())
        font, bold = self._list.font(), self._title_font()
        at = QPointF(rect.left() + self._indent(), rect.top() + _EDGE)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.fillRect(rect, QColor(theme.line))
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(theme.border))
        side = self._icon_side()
        mark = QRectF(rect.left() + _PAD, at.y() + 1, side, side)
        paint_icon(painter, theme, note.icon, note.tone, mark)
        painter.setPen(QColor(theme.text))
        draw_wrapped(painter, note.title, at, bold, short)
        painter.setPen(QColor(theme.muted))
        below = QPointF(at.x(), at.y() + wrapped_height(note.title, bold, short) + 2)
        draw_wrapped(painter, note.detail, below, font, room)
        painter.setFont(font)
        painter.setPen(QColor(theme.faint))
        line = QRectF(at.x(), at.y(), room, self._list.fontMetrics().height())
        side = Qt.AlignmentFlag.AlignRight
        if not self._beside(note, room):
            line.moveTop(below.y() + wrapped_height(note.detail, font, room))
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, side.value, note.reference)
        painter.restore()

    def _title_font(self) -> QFont:
        font = QFont(self._list.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _icon_side(self) -> int:
        """Return how large the icon is beside words of this size."""
        return max(_ICON, self._list.fontMetrics().height())

    def _indent(self) -> int:
        return _PAD + self._icon_side() + _GAP

    def _widths(self, note: Note, width: int) -> tuple[float, float]:
        """Return the room for the detail, and what the reference leaves of it for the title."""
        room = max(60.0, width - self._indent() - _PAD)
        aside = self._list.fontMetrics().horizontalAdvance(note.reference) + _GAP
        return room, room - aside if self._beside(note, room) else room

    def _beside(self, note: Note, room: float) -> bool:
        """Return whether the reference is short enough to stand beside the title."""
        aside = self._list.fontMetrics().horizontalAdvance(note.reference)
        return aside <= room * _SHARE
