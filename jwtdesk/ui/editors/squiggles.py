"""Wavy lines under what is wrong; the sentence that says why is a tooltip."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.look import Look
from jwtdesk.ui.editors.sight import SeenLine, places_on

_ROLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
_HALF = 2.0
"""Pixels from one turn of the wave to the next."""
_LEAST = 7.0
"""Pixels that are underlined at the least, so that a missing character can be pointed at."""


def paint_squiggles(
    painter: QPainter,
    lines: Sequence[SeenLine],
    problems: Iterable[Problem],
    view: View,
    look: Look,
) -> None:
    """Underline the spans of `problems` (offsets in the exact text), errors last and so on top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for problem in sorted(problems, key=lambda one: one.severity is Severity.ERROR):
        if problem.span is None:
            continue
        start, end = _places(problem.span, view)
        colour = QColor(look.theme.colour(_ROLES[problem.severity]))
        painter.setPen(QPen(colour, 1.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for line in lines:
            if start <= line.end and end >= line.position:
                for rect in places_on(line, start, end, view, look.row):
                    painter.drawPolyline(_wave(rect))
    painter.restore()


def problem_at(problems: Iterable[Problem], offset: int, length: int) -> Problem | None:
    """Return the problem whose span covers `offset` in a text of `length`, the narrowest first."""
    found = [
        (one.span.end - one.span.start, nth, one)
        for nth, one in enumerate(problems)
        if one.span is not None
        and (
            one.span.start <= offset < one.span.end
            or offset == min(one.span.start, length) >= one.span.end
        )
    ]
    return min(found)[2] if found else None


def _places(span: Span, view: View) -> tuple[int, int]:
    """Return the positions to underline; an empty span stands for the character behind it."""
    start, end = view.position(span.start), view.position(span.end, after=False)
    if end > start:
        return start, end
    line_ends = start >= len(view.text) or view.text[start] == "\n"
    return start, start if line_ends else start + 1


def _wave(rect: QRectF) -> QPolygonF:
    """Return a zigzag along the lower edge of a row."""
    right = max(rect.right(), rect.left() + _LEAST)
    low, high = rect.bottom() - 1.5, rect.bottom() - 3.5
    points = []
    x, nth = rect.left(), 0
    while x <= right:
        points.append(QPointF(x, high if nth % 2 else low))
        x, nth = x + _HALF, nth + 1
    return QPolygonF(points)
