"""One painting of the validity window."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
)

from jwtdesk.jose.words import tr
from jwtdesk.ui.fonts import code_font
from jwtdesk.ui.parts.moment import length_text
from jwtdesk.ui.parts.timeline_marks import Line, Mark, laid_out
from jwtdesk.ui.parts.timeline_shades import paint_breaks, paint_leeway
from jwtdesk.ui.parts.validity import Validity, standing_words
from jwtdesk.ui.theme import Theme

MARGIN = 12
BAR = 10
_AIR = 14
"""Pixels between two texts on the same line."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value


class Drawing:
    """Draws a `Validity` into a box, in logical pixels, with the words' font and the theme."""

    def __init__(
        self, painter: QPainter, theme: Theme, shown: Validity, box: QRectF, font: QFont
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._shown = shown
        self._box = box
        self._font = font
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._code = code_font(font.pixelSize() / 13 if font.pixelSize() > 0 else 1.0)
        self._code.setPixelSize(max(11, font.pixelSize() - 2))
        self._code.setWeight(QFont.Weight.Bold)
        self._metrics = QFontMetricsF(self._bold)
        self._words = standing_words(shown)
        tone = self._words[1]
        self._tone = "unknown" if tone == "muted" else tone

    def lay_out(self, *, local: bool) -> Line:
        """Return where everything stands."""
        left, right = self._box.left() + MARGIN, self._box.right() - MARGIN
        return laid_out(self._shown, left + 6, right - 6, self._width, local=local)

    def draw(self, line: Line) -> None:
        """Draw track, fill, leeway, marks and words."""
        left, right = self._box.left() + MARGIN, self._box.right() - MARGIN
        self._track = QRectF(left, self._box.center().y() - BAR / 2, right - left, BAR)
        self._round_bar(self._track, QColor(self._theme.raised))
        self._fill(line)
        paint_leeway(self._painter, self._theme, self._shown, line, self._track)
        paint_breaks(self._painter, self._theme, line, self._track)
        for mark in line.marks:
            self._mark(mark)
        self._between(line)

    def _width(self, words: str) -> float:
        return self._metrics.horizontalAdvance(words) + 18

    def _round_bar(self, box: QRectF, brush: QColor | QBrush) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(brush)
        self._painter.drawRoundedRect(box, BAR / 2, BAR / 2)

    def _piece(self, left: float, right: float) -> QRectF:
        return QRectF(left, self._track.top(), max(0.0, right - left), BAR)

    def _fill(self, line: Line) -> None:
        shown = self._shown
        now = line.x_of(shown.now)
        begin = line.x_of(shown.start) if shown.start is not None else self._track.left()
        end = line.x_of(shown.exp) if shown.exp is not None else self._track.right()
        strong = QColor(self._theme.colour(self._tone))
        if shown.late:
            self._gradient(begin, end, "bad_edge", self._tone)
            self._hatch(end, now, strong)
        elif shown.early:
            self._round_bar(self._piece(begin, end), QColor(self._theme.colour("unknown_edge")))
            self._hatch(now, begin, strong)
        else:
            pale = QColor(strong)
            pale.setAlphaF(0.28)
            self._round_bar(self._piece(begin, end), pale)
            first = "accent" if self._shown.proven else "unknown_edge"
            self._gradient(begin, now, first, self._tone)

    def _gradient(self, left: float, right: float, first: str, last: str) -> None:
        run = QLinearGradient(QPointF(left, 0), QPointF(max(right, left + 1), 0))
        run.setColorAt(0, QColor(self._theme.colour(first)))
        run.setColorAt(1, QColor(self._theme.colour(last)))
        self._round_bar(self._piece(left, right), QBrush(run))

    def _hatch(self, left: float, right: float, colour: QColor) -> None:
        self._round_bar(self._piece(left, right), QBrush(colour, Qt.BrushStyle.BDiagPattern))

    def _mark(self, mark: Mark) -> None:
        high = self._metrics.height()
        above = QRectF(mark.x - 200, self._track.top() - high - 14, 400, high + 6)
        below = QRectF(mark.x - 200, self._track.bottom() + 8, 400, high + 2)
        if mark.is_now:
            self._pill(mark, above)
        else:
            self._painter.setFont(self._code)
            self._painter.setPen(QColor(self._theme.text))
            self._painter.drawText(above, _MIDDLE, mark.above)
        if mark.below:
            self._painter.setFont(self._font)
            self._painter.setPen(QColor(self._theme.muted))
            self._painter.drawText(below, _MIDDLE, mark.below)
        if any(name != "now" for name in mark.names):
            self._ring(mark)

    def _ring(self, mark: Mark) -> None:
        tone = "accent"
        if "exp" in mark.names:
            tone = self._tone if self._shown.proven else "unknown"
        self._painter.setBrush(QColor(self._theme.surface))
        self._painter.setPen(QPen(QColor(self._theme.colour(tone)), 2))
        self._painter.drawEllipse(QPointF(mark.x, self._track.center().y()), 6, 6)

    def _pill(self, mark: Mark, above: QRectF) -> None:
        wide = self._metrics.horizontalAdvance(mark.above) + 16
        pill = QRectF(mark.x - wide / 2, above.top(), wide, above.height())
        pill.moveLeft(min(max(pill.left(), self._box.left() + 4), self._box.right() - 4 - wide))
        self._painter.setPen(QPen(QColor(self._theme.text), 2))
        foot = self._track.bottom() + 9
        self._painter.drawLine(QPointF(mark.x, pill.bottom()), QPointF(mark.x, foot))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._theme.text))
        self._painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        self._painter.setFont(self._bold)
        self._painter.setPen(QColor(self._theme.surface))
        self._painter.drawText(pill, _MIDDLE, mark.above)

    def _between(self, line: Line) -> None:
        """Write what has passed and how the token stands, where there is room."""
        shown = self._shown
        now = line.x_of(shown.now)
        begin = line.x_of(shown.start) if shown.start is not None else None
        end = line.x_of(shown.exp) if shown.exp is not None else self._track.right()
        words, tone = self._words
        colour = QColor(self._theme.colour(tone))
        if shown.late:
            self._write(words, (now, now), colour, self._bold)
        elif shown.early and begin is not None:
            self._write(words, self._room(line, now, begin), colour, self._bold)
        else:
            self._write(words, self._room(line, now, end), colour, self._bold)
            if begin is not None and shown.start is not None:
                passed = tr("{time} elapsed", time=length_text(shown.now - shown.start))
                muted = QColor(self._theme.muted)
                self._write(passed, self._room(line, begin, now), muted, self._font)

    def _room(self, line: Line, left: float, right: float) -> tuple[float, float]:
        """Return what is free between `left` and `right` beside the words below the marks."""
        begin, end = left, right
        for mark in line.marks:
            half = self._metrics.horizontalAdvance(mark.below) / 2 + _AIR if mark.below else 0.0
            if mark.x <= left:
                begin = max(begin, mark.x + half)
            elif mark.x >= right:
                end = min(end, mark.x - half)
        return begin, end

    def _write(self, words: str, room: tuple[float, float], colour: QColor, font: QFont) -> None:
        left, right = room
        wide = QFontMetricsF(font).horizontalAdvance(words)
        if left != right and wide > right - left:
            return
        reach = self._box.right() - MARGIN - wide / 2
        middle = min(max((left + right) / 2, self._box.left() + MARGIN + wide / 2), reach)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        box = QRectF(
            middle - wide / 2 - 2, self._track.bottom() + 8, wide + 4, self._metrics.height() + 2
        )
        self._painter.drawText(box, _MIDDLE, words)
