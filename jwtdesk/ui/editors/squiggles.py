"""Wavy lines under what is wrong; the sentence that says why is a tooltip."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.look import Look
from jwtdesk.ui.editors.sight import SeenLine, places_on

_ROLES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
_TURN, _HEIGHT = 4.0, 4.0
"""Pixels of one turn of the wave."""
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
    ratio = painter.device().devicePixelRatioF()
    for problem in sorted(problems, key=lambda one: one.severity is Severity.ERROR):
        if problem.span is None:
            continue
        start, end = _places(problem.span, view)
        wave = _wave(look.theme.colour(_ROLES[problem.severity]), ratio)
        for line in lines:
            if start <= line.end and end >= line.position:
                for rect in places_on(line, start, end, view, look.row):
                    painter.drawTiledPixmap(_under(rect), wave)


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


def _under(rect: QRectF) -> QRectF:
    """Return where the wave runs along the lower edge of a row."""
    left, width = round(rect.left()), max(rect.width(), _LEAST)
    return QRectF(left, round(rect.bottom()) - _HEIGHT, round(width), _HEIGHT)


@lru_cache(maxsize=16)
def _wave(colour: str, ratio: float) -> QPixmap:
    """Return one turn of the wave, to be laid side by side.

    Drawn once: under a whole token, drawing lines would take longer than all else.
    """
    tile = QPixmap(QSize(round(_TURN * ratio), round(_HEIGHT * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    low, high, half = _HEIGHT - 1.0, 1.0, _TURN / 2
    turns = [(-half, high), (0, low), (half, high), (_TURN, low), (_TURN + half, high)]
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in turns]))
    painter.end()
    return tile
