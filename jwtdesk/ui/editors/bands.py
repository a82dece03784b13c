"""What is painted below the text: the current line, linked light, the pair of brackets."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

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
    return QRectF(0, first_row(line, row).top(), width, row * len(rows))


def paint_placeholder(painter: QPainter, words: str, rect: QRectF, look: Look) -> None:
    """Paint the words of an empty editor into `rect`, on the grid of its rows.

    Qt would paint them a little higher than the text that takes their place.
    """
    painter.save()
    painter.setFont(look.code)
    painter.setPen(QColor(look.theme.faint))
    row = QRectF(rect.left(), rect.top(), rect.width(), look.row)
    for words_of_row in rows_of(words, rect.width(), look):
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, words_of_row)
        row.translate(0, look.row)
    painter.restore()


def rows_of(words: str, width: float, look: Look) -> list[str]:
    """Return `words` wrapped to `width` pixels; its own line ends are kept."""
    columns = max(1, int(width / QFontMetricsF(look.code).horizontalAdvance("0")))
    return [row for line in words.split("\n") for row in wrap(line, columns) or [""]]


def first_row(line: SeenLine, row: float) -> QRectF:
    """Return the first row of `line`, `row` pixels high and as wide as the text may be."""
    for first in line.rows():
        top = line.top + first.y() - (row - first.height()) / 2
        return QRectF(line.left + first.x(), top, first.width(), row)
    return QRectF(line.left, line.top, 0, row)


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
