"""How one remark is drawn in its list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jwtdesk.analysis.reference import address_of
from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.parts.note import ROLE, Note
from jwtdesk.ui.parts.wrapped_text import draw_wrapped, wrapped_height
from jwtdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jwtdesk.ui.parts.note_list import NoteList

_PAD, _ICON, _GAP, _EDGE = 14, 16, 9, 8
_SHARE = 0.4
"""A reference longer than this share of a row stands below the detail."""
_ABOVE = 5
"""Pixels between the words of a note and its fix."""


class NoteDrawing(QStyledItemDelegate):
    """Draws a note; its height follows the width of the list."""

    def __init__(self, notes: "NoteList") -> None:
        super().__init__(notes)
        self._list = notes

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the height that the note takes at the width of the list."""
        note: Note = index.data(ROLE)
        width = self._list.viewport().width()
        fix = self._line() + _ABOVE + 4 if note.fix else 0
        return QSize(width, round(self._words_height(note, width)) + fix + 2 * _EDGE + 2)

    def fix_box(self, note: Note, row: QRect) -> QRectF:
        """Return where the fix of `note` stands in the rectangle of its row."""
        wide = QFontMetricsF(self._bold()).horizontalAdvance(note.fix) + self._line() + 8
        top = row.top() + _EDGE + self._words_height(note, row.width()) + _ABOVE
        return QRectF(row.left() + self._indent(), top, wide, self._line() + 4)

    def reference_box(self, note: Note, row: QRect) -> QRectF:
        """Return where the reference of `note` stands in the rectangle of its row."""
        room, short = self._widths(note, row.width())
        left, top = row.left() + self._indent(), row.top() + _EDGE
        wide = min(room, self._list.fontMetrics().horizontalAdvance(note.reference) + 1.0)
        if self._beside(note, room):
            return QRectF(left + room - wide, top, wide, self._line())
        title = wrapped_height(note.title, self._bold(), short) + 2
        detail = wrapped_height(note.detail, self._list.font(), room)
        return QRectF(left, top + title + detail, wide, self._line())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the note."""
        theme = self._list.theme
        if theme is None:
            return
        note: Note = index.data(ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.fillRect(rect, QColor(theme.line))
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(theme.border))
        side = self._icon_side()
        mark = QRectF(rect.left() + _PAD, rect.top() + _EDGE + 1, side, side)
        paint_icon(painter, theme, note.icon, note.tone, mark)
        self._words(painter, theme, note, rect)
        if note.fix:
            self._fix(painter, theme, note, rect)
        painter.restore()

    def _words(self, painter: QPainter, theme: Theme, note: Note, rect: QRect) -> None:
        room, short = self._widths(note, rect.width())
        font, bold = self._list.font(), self._bold()
        at = QPointF(rect.left() + self._indent(), rect.top() + _EDGE)
        painter.setPen(QColor(theme.text))
        draw_wrapped(painter, note.title, at, bold, short)
        painter.setPen(QColor(theme.muted))
        below = QPointF(at.x(), at.y() + wrapped_height(note.title, bold, short) + 2)
        draw_wrapped(painter, note.detail, below, font, room)
        self._reference(painter, theme, note, rect)

    def _reference(self, painter: QPainter, theme: Theme, note: Note, rect: QRect) -> None:
        font = QFont(self._list.font())
        font.setUnderline(self._list.pointed_reference is note)
        painter.setFont(font)
        leads = address_of(note.reference) is not None
        painter.setPen(QColor(theme.accent if leads else theme.faint))
        box = self.reference_box(note, rect)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter.value, note.reference)

    def _fix(self, painter: QPainter, theme: Theme, note: Note, rect: QRect) -> None:
        box = self.fix_box(note, rect)
        icon = QRectF(box.left(), box.center().y() - self._line() / 2, self._line(), self._line())
        paint_icon(painter, theme, "wand", "accent", icon)
        painter.setFont(self._bold())
        painter.setPen(QColor(theme.accent))
        words = box.adjusted(self._line() + 5, 0, 20, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter.value, note.fix)

    def _words_height(self, note: Note, width: int) -> float:
        room, short = self._widths(note, width)
        title = wrapped_height(note.title, self._bold(), short)
        detail = wrapped_height(note.detail, self._list.font(), room)
        return title + detail + (0 if self._beside(note, room) else self._line())

    def _line(self) -> int:
        return self._list.fontMetrics().height()

    def _bold(self) -> QFont:
        font = QFont(self._list.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _icon_side(self) -> int:
        """Return how large the icon is beside words of this size."""
        return max(_ICON, self._line())

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
