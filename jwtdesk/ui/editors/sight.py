"""The lines that can be seen right now, with their places in the text and on the widget."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine

from jwtdesk.ui.editors.exact_edit import ExactEdit
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.utf16 import to_points, to_units


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One displayed line: a text block of the widget.

    `position` is where it starts in the view, `length` how many code points it shows; `top` and
    `height` are pixels of the viewport, of which those from `above` to `below` are being painted.
    `continued` says that a fold, not a line end, precedes it.
    """

    block: QTextBlock
    position: int
    length: int
    left: float
    top: float
    height: float
    continued: bool
    above: float
    below: float

    @property
    def end(self) -> int:
        """Return the position behind the last character."""
        return self.position + self.length

    def rows(self) -> Iterator[QTextLine]:
        """Yield the rows that the line is wrapped into."""
        layout = self.block.layout()
        for nth in range(layout.lineCount()):
            yield layout.lineAt(nth)

    def rows_painted(self) -> Iterator[QTextLine]:
        """Yield the rows that touch what is being painted."""
        for row in self.rows():
            top = self.top + row.y()
            if top <= self.below and top + row.height() >= self.above:
                yield row


def seen_lines(
    edit: ExactEdit, above: float, below: float, prepare: Callable[[QTextBlock], None] | None = None
) -> list[SeenLine]:
    """Return the displayed lines of `edit` between two heights of its viewport, from the top.

    `prepare` is called with each block before it is measured.
    """
    lines: list[SeenLine] = []
    block, view = edit.firstVisibleBlock(), edit.view()
    left, top = edit.contentOffset().toTuple()
    while block.isValid() and top <= below:
        if prepare is not None:
            prepare(block)
        height = edit.blockBoundingRect(block).height()
        if top + height >= above:
            position, length = place_of(block, view)
            continued = _follows_fold(position, view)
            lines.append(
                SeenLine(block, position, length, left, top, height, continued, above, below)
            )
        top += height
        block = block.next()
    return lines


def place_of(block: QTextBlock, view: View) -> tuple[int, int]:
    """Return the position in `view` where `block` starts, and its length."""
    position = to_points(block.position(), view.wide)
    return position, to_points(block.position() + block.length() - 1, view.wide) - position


def places_on(
    line: SeenLine, start: int, end: int, view: View, row_height: float
) -> Iterator[QRectF]:
    """Yield the rectangles that the positions `start` to `end` fill on `line`, one a row.

    They are `row_height` pixels high, centred on the row; rows that are not painted have none.
    """
    first = to_units(max(start, line.position), view.wide) - line.block.position()
    last = to_units(min(end, line.end), view.wide) - line.block.position()
    for row in line.rows_painted():
        begin, stop = row.textStart(), row.textStart() + row.textLength()
        if (first < stop and last > begin) or first == last in range(begin, stop + 1):
            left = x_of(row, max(first, begin))
            right = x_of(row, min(last, stop))
            yield _rect(line, row, left, right, row_height)


def x_of(row: QTextLine, units: int) -> float:
    """Return where the character at `units` of the block begins, counted from the block's left."""
    place = row.cursorToX(units)
    # The stubs say `object`; it is the pair of a place and the position that was used.
    return float(place[0]) if isinstance(place, tuple) else 0.0


def _rect(line: SeenLine, row: QTextLine, left: float, right: float, height: float) -> QRectF:
    """Return a rectangle over part of a row."""
    corner = QPointF(line.left + left, line.top + row.y() - (height - row.height()) / 2)
    return QRectF(corner.x(), corner.y(), right - left, height)


def _follows_fold(position: int, view: View) -> bool:
    """Say whether the line end before `position` is only there for display."""
    return position > 0 and view.offset(position - 1) == view.offset(position)
