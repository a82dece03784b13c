"""What lies over the track of the validity window: the leeway, and where it is not to scale."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from jwtdesk.ui.parts.timeline_marks import Line
from jwtdesk.ui.parts.validity import Validity
from jwtdesk.ui.theme import Theme

_TICK = 4.0


def paint_leeway(
    painter: QPainter, theme: Theme, shown: Validity, line: Line, track: QRectF
) -> None:
    """Shade how far the leeway reaches past `exp` and before `nbf`, and mark where it ends."""
    if not shown.leeway:
        return
    tint = QColor(theme.warn)
    tint.setAlphaF(0.35)
    reaches = []
    if shown.exp is not None:
        reaches.append((shown.exp, shown.exp + shown.leeway))
    if shown.nbf is not None:
        reaches.append((shown.nbf, shown.nbf - shown.leeway))
    for one, other in reaches:
        edge = line.x_of(other)
        left, right = sorted((line.x_of(one), edge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRect(QRectF(left, track.top(), right - left, track.height()))
        painter.setPen(QPen(QColor(theme.warn), 1.5))
        top, low = track.top() - _TICK, track.bottom() + _TICK
        painter.drawLine(QPointF(edge, top), QPointF(edge, low))


def paint_breaks(painter: QPainter, theme: Theme, line: Line, track: QRectF) -> None:
    """Cut the line where it is not to scale: a slanted gap between two strokes."""
    top, low = track.top() - 3, track.bottom() + 3
    for piece in line.pieces:
        if not piece.broken:
            continue
        x = (piece.left + piece.right) / 2
        gap = QPolygonF(
            [QPointF(x + at, y) for at, y in ((-1, top), (9, top), (1, low), (-9, low))]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface))
        painter.drawPolygon(gap)
        painter.setPen(QPen(QColor(theme.muted), 1.5))
        painter.drawLine(QPointF(x - 9, low), QPointF(x - 1, top))
        painter.drawLine(QPointF(x + 1, low), QPointF(x + 9, top))
