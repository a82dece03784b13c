"""Draws the rows of a picker: a name and, muted at the right-hand side, what belongs to it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jwtdesk.ui.parts.algorithm_rows import LINE_ROLE

_GAP = 28


class TwoColumns(QStyledItemDelegate):
    """Draws a name and, muted at the right-hand side, what its key must be."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        line = index.data(LINE_ROLE)
        if not line:
            self._heading(painter, option, str(index.data()))
            return
        super().paint(painter, option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.Text if selected else QPalette.ColorRole.PlaceholderText
        painter.save()
        painter.setPen(option.palette.color(role))
        box = option.rect.adjusted(0, 0, -10, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.save()
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(max(10, option.font.pixelSize() - 2))
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        box = option.rect.adjusted(8, 0, -8, -3)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        painter.restore()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for both columns."""
        hint = super().sizeHint(option, index)
        metrics = option.fontMetrics
        line = index.data(LINE_ROLE) or ""
        wide = hint.width() + metrics.horizontalAdvance(line) + _GAP
        return QSize(wide, max(hint.height(), metrics.height() + 8))
