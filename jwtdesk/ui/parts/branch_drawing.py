"""How one row of a list that may be a tree is drawn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.parts.branch import ROLE, Branch, Line
from jwtdesk.ui.parts.wrapped_text import draw_wrapped, wrapped_height
from jwtdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jwtdesk.ui.parts.branch_list import BranchList

_PAD, _ICON, _GAP, _EDGE, _BETWEEN = 14, 16, 9, 7, 1
_BAR = 3
_AIR = 7
"""Pixels between the words of a mark and the ends of its pill."""


class BranchDrawing(QStyledItemDelegate):
    """Draws a row with its guide lines; its height follows its words and the width of the list."""

    def __init__(self, rows: "BranchList") -> None:
        super().__init__(rows)
        self._list = rows

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the height of the row at the width of the list."""
        row: Branch = index.data(ROLE)
        width = self._list.viewport().width()
        room = width - self._indent(row) - _PAD
        below = sum(self._height(line, room) + _BETWEEN for line in row.lines)
        return QSize(width, round(self._head() + below) + 2 * _EDGE)

    def bin_box(self, row: Branch, rect: QRect) -> QRectF:
        """Return where the bin of `row` stands in the rectangle of its row."""
        side = self._side()
        top = rect.top() + _EDGE + (self._head() - side) / 2
        return QRectF(rect.right() - _PAD - side + 1, top, side, side if row.removal else 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        theme = self._list.theme
        if theme is None:
            return
        row: Branch = index.data(ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, theme, row, rect)
        if option.state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.setPen(QPen(QColor(theme.colour("focus")), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 2, -3, -2), 6, 6)
        self._guides(painter, theme, row, rect)
        self._below(painter, theme, index, rect)
        side = self._side()
        mark = QRectF(rect.left() + self._indent(row) - side - _GAP, 0, side, side)
        mark.moveTop(rect.top() + _EDGE + (self._head() - side) / 2)
        tone = row.state if not row.icon else "muted"
        paint_icon(painter, theme, row.drawing, "unknown" if tone == "pending" else tone, mark)
        self._words(painter, theme, row, rect)
        if row.removal:
            tone = "bad" if self._list.pointed_bin is row else "faint"
            paint_icon(painter, theme, "trash", tone, self.bin_box(row, rect))
        painter.restore()

    def _ground(self, painter: QPainter, theme: Theme, row: Branch, rect: QRect) -> None:
        """Draw what tells the row that is shown elsewhere from the others."""
        if row.mark:
            painter.fillRect(rect, QColor(theme.colour("accent_tint")))
            bar = QRectF(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, QColor(theme.accent))

    def _guides(self, painter: QPainter, theme: Theme, row: Branch, rect: QRect) -> None:
        """Draw the lines that lead here from the rows around this one."""
        painter.setPen(QPen(QColor(theme.colour("field")), 1))
        middle = rect.top() + _EDGE + self._head() / 2
        for level, goes_on in enumerate(row.guides, 1):
            across = self._stem(level, rect)
            last = level == len(row.guides)
            if last or goes_on:
                end = rect.bottom() + 1 if goes_on else middle
                painter.drawLine(QPointF(across, rect.top()), QPointF(across, end))
            if last:
                tip = across + self._step() - self._side() / 2 - 3
                painter.drawLine(QPointF(across, middle), QPointF(tip, middle))

    def _below(
        self,
        painter: QPainter,
        theme: Theme,
        index: QModelIndex | QPersistentModelIndex,
        rect: QRect,
    ) -> None:
        """Draw the line that leads from this row to those inside it."""
        row: Branch = index.data(ROLE)
        if index.row() + 1 == self._list.count():
            return
        following: Branch = self._list.item(index.row() + 1).data(ROLE)
        if len(following.guides) <= len(row.guides):
            return
        across = self._stem(len(row.guides) + 1, rect)
        painter.setPen(QPen(QColor(theme.colour("field")), 1))
        top = rect.top() + _EDGE + (self._head() + self._side()) / 2 + 3
        painter.drawLine(QPointF(across, top), QPointF(across, rect.bottom() + 1))

    def _words(self, painter: QPainter, theme: Theme, row: Branch, rect: QRect) -> None:
        left, top = rect.left() + self._indent(row), rect.top() + float(_EDGE)
        room = rect.width() - self._indent(row) - _PAD
        taken = float(self._side() + _GAP if row.removal else 0)
        if row.mark:
            taken += self._pill(painter, theme, row.mark, QPointF(left + room - taken, top)) + _GAP
        bold = self._bold()
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        _one_line(painter, row.title, QRectF(left, top, room - taken, self._head()), bold)
        top += self._head() + _BETWEEN
        for line in row.lines:
            high = self._height(line, room)
            self._line(painter, theme, line, QRectF(left, top, room, high))
            top += high + _BETWEEN

    def _line(self, painter: QPainter, theme: Theme, line: Line, box: QRectF) -> None:
        font = self._list.font()
        painter.setFont(font)
        painter.setPen(QColor(theme.colour(line.tone)))
        if line.icon:
            side = self._list.fontMetrics().height()
            paint_icon(
                painter, theme, line.icon, line.tone, QRectF(box.topLeft(), QSize(side, side))
            )
            box = box.adjusted(side + 5, 0, 0, 0)
        if line.whole:
            draw_wrapped(painter, line.text, box.topLeft(), font, box.width())
        else:
            _one_line(painter, line.text, box, font)

    def _pill(self, painter: QPainter, theme: Theme, words: str, right: QPointF) -> float:
        """Draw `words` in a pill that ends at `right`; return how wide it is."""
        font = self._list.font()
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(words) + 2 * _AIR
        box = QRectF(right.x() - wide, right.y(), wide, self._head())
        painter.setPen(QPen(QColor(theme.colour("accent_edge")), 1))
        painter.setBrush(QColor(theme.colour("surface")))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, words)
        return wide

    def _height(self, line: Line, room: float) -> float:
        if not line.whole:
            return self._list.fontMetrics().height()
        taken = self._list.fontMetrics().height() + 5 if line.icon else 0
        return wrapped_height(line.text, self._list.font(), max(60.0, room - taken))

    def _bold(self) -> QFont:
        font = QFont(self._list.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _head(self) -> int:
        """Return how high the line with the title is."""
        return max(18, QFontMetrics(self._bold()).height() + 2)

    def _side(self) -> int:
        """Return how large an icon is beside words of this size."""
        return max(_ICON, self._list.fontMetrics().height())

    def _step(self) -> int:
        """Return how far one level is indented."""
        return self._side() + 4

    def _stem(self, level: int, rect: QRect) -> float:
        """Return where the line of `level` goes down: below the icon of the row it comes from."""
        return rect.left() + _PAD + (level - 1) * self._step() + self._side() // 2 + 0.5

    def _indent(self, row: Branch) -> int:
        """Return where the words begin; the deepest levels are no further in than there is room."""
        return _PAD + len(row.guides) * self._step() + self._side() + _GAP


def _one_line(painter: QPainter, words: str, box: QRectF, font: QFont) -> None:
    """Write `words` on one line, shortened to the width of `box`."""
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, (aligned | Qt.TextFlag.TextSingleLine).value, shown)
