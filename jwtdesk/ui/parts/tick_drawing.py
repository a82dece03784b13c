"""How one row that can be ticked is drawn in its list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jwtdesk.ui.fonts import code_font
from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.parts.tick_row import ROLE, TickRow
from jwtdesk.ui.parts.wrapped_text import draw_wrapped, wrapped_height
from jwtdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jwtdesk.ui.parts.tick_list import TickList

_PAD, _GAP, _EDGE, _STEP = 14, 9, 5, 18
_DEEPEST = 6
"""Rows deeper than that are indented no further."""
_NAME_SHARE = 0.6
"""A name takes at most this share of its line, so that something of the value is seen."""
_MARKS = {"bad": "cross-circle", "warn": "warning"}


class TickDrawing(QStyledItemDelegate):
    """Draws a row; its height follows the width of the list."""

    def __init__(self, rows: "TickList") -> None:
        super().__init__(rows)
        self._list = rows
        self._code = code_font()

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return the height that the row takes at the width of the list."""
        row: TickRow = index.data(ROLE)
        width = self._list.viewport().width()
        room = self._room(row, width)
        high = self._line() + self._below_height(row, room)
        high += sum(self._pair_height(pair, room) for pair in row.lines)
        return QSize(width, round(high) + 2 * _EDGE + (4 if row.lines else 0))

    def box(self, row: TickRow, rect: QRect) -> QRectF:
        """Return where the box of `row` stands in the rectangle of its row."""
        side = self._side()
        top = rect.top() + _EDGE + (self._line() - side) / 2
        return QRectF(rect.left() + _PAD + _indent(row), top, side, side)

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
        row: TickRow = index.data(ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            painter.fillRect(rect, QColor(theme.line))
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), QColor(theme.focus))
        self._box(painter, theme, row, rect)
        self._words(painter, theme, row, rect)
        painter.restore()

    def _box(self, painter: QPainter, theme: Theme, row: TickRow, rect: QRect) -> None:
        box = self.box(row, rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.accent if row.ticked else theme.field), 1))
        painter.setBrush(QColor(theme.accent if row.ticked else theme.sunken))
        painter.drawRoundedRect(box, 4, 4)
        if row.ticked:
            paint_icon(painter, theme, "check", "on_accent", box.adjusted(1, 1, -1, -1))

    def _words(self, painter: QPainter, theme: Theme, row: TickRow, rect: QRect) -> None:
        left, room = rect.left() + self._left(row), self._room(row, rect.width())
        top = float(rect.top() + _EDGE)
        mono = QFontMetricsF(self._mono())
        right = Qt.TextElideMode.ElideRight
        name = mono.elidedText(row.name, right, room * _NAME_SHARE if row.value else room)
        wide = mono.horizontalAdvance(name) + _GAP
        painter.setFont(self._mono())
        painter.setPen(QColor(theme.json_key if row.ticked else theme.muted))
        align = Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(QRectF(left, top, room, self._line()), align, name)
        painter.setPen(QColor(theme.text if row.ticked else theme.faint))
        value = mono.elidedText(row.value, right, max(0.0, room - wide))
        painter.drawText(QRectF(left + wide, top, room - wide, self._line()), align, value)
        top += self._line()
        self._below(painter, theme, row, QPointF(left, top), room)
        top += self._below_height(row, room)
        for words, text in row.lines:
            painter.setPen(QColor(theme.muted))
            painter.setFont(self._small())
            draw_wrapped(painter, words, QPointF(left, top + 4), self._small(), room)
            painter.setPen(QColor(theme.text))
            below = QPointF(left, top + 4 + wrapped_height(words, self._small(), room))
            draw_wrapped(painter, text, below, self._mono(), room)
            top += self._pair_height((words, text), room)

    def _below(
        self, painter: QPainter, theme: Theme, row: TickRow, at: QPointF, room: float
    ) -> None:
        if row.tone in _MARKS and row.below:
            side = self._side()
            paint_icon(painter, theme, _MARKS[row.tone], row.tone, QRectF(at, QSizeF(side, side)))
        painter.setPen(QColor(theme.colour(row.tone)))
        inset = self._inset(row)
        draw_wrapped(painter, row.below, at + QPointF(inset, 0), self._list.font(), room - inset)

    def _below_height(self, row: TickRow, room: float) -> int:
        return wrapped_height(row.below, self._list.font(), room - self._inset(row))

    def _pair_height(self, pair: tuple[str, str], room: float) -> int:
        words, text = pair
        small = wrapped_height(words, self._small(), room)
        return 4 + small + wrapped_height(text, self._mono(), room)

    def _inset(self, row: TickRow) -> int:
        return self._side() + 5 if row.tone in _MARKS else 0

    def _left(self, row: TickRow) -> int:
        return _PAD + _indent(row) + self._side() + _GAP

    def _room(self, row: TickRow, width: int) -> float:
        return max(60.0, width - self._left(row) - _PAD)

    def _line(self) -> int:
        return max(self._list.fontMetrics().height(), round(QFontMetricsF(self._mono()).height()))

    def _side(self) -> int:
        return max(15, self._list.fontMetrics().height() - 2)

    def _mono(self) -> QFont:
        font = QFont(self._code)
        font.setPixelSize(max(11, self._list.fontInfo().pixelSize()))
        return font

    def _small(self) -> QFont:
        font = QFont(self._list.font())
        font.setPixelSize(max(11, self._list.fontInfo().pixelSize() - 1))
        return font


def _indent(row: TickRow) -> int:
    return _STEP * min(row.depth, _DEEPEST)
