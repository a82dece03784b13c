"""What is painted below the text: the current line, linked light, the pair of brackets."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from jwtdesk.jose.problem import Span
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.look import Look
from jwtdesk.ui.editors.sight import SeenLine, places_on

_ROUND = 3.0
_MOST_ROWS = 8
"""The band of the current line covers all its rows, unless there are more than these."""


def span_rects(
    lines: Iterable[SeenLine], spans: Sequence[Span], view: View, height: float
) -> Iterator[QRectF]:
    """Yield the rectangles on `lines` of `spans` (offsets in the exact text)."""
    places = [(view.position(one.start), view.position(one.end, after=False)) for one in spans]
    for line in lines:
        for start, end in places:
            if start < end and start <= line.end and end >= line.position:
                yield from places_on(line, start, end, view, height)


def current_rect(line: SeenLine, caret: QRectF, row: float, width: float) -> QRectF:
    """Return where the band of the current line lies; `caret` is the caret's rectangle."""
    rows = list(line.rows())
    if not 0 < len(rows) <= _MOST_ROWS:
        return QRectF(0, caret.center().y() - row / 2, width, row)
    top = line.top + rows[0].y() - (row - rows[0].height()) / 2
    return QRectF(0, top, width, row * len(rows))


def paint_light(painter: QPainter, rects: Iterable[QRectF], look: Look) -> None:
    """Paint the ground of linked light."""
    for rect in rects:
        painter.fillRect(rect, QColor(look.theme.selection))


def paint_pair(painter: QPainter, rects: Iterable[QRectF], look: Look) -> None:
    """Paint a frame about each bracket of a pair."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(look.theme.accent))
    painter.setBrush(QColor(look.theme.accent_tint))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-0.5, 1.5, 0.5, -1.5), _ROUND, _ROUND)
    painter.restore()
