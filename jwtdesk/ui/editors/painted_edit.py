"""The editor's looks: what is painted below and above the text that Qt draws."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette

from jwtdesk.jose.problem import Problem, Span
from jwtdesk.ui.editors.annotations import Note, PlacedNote, paint_notes, placed
from jwtdesk.ui.editors.bands import (
    current_rect,
    first_row,
    paint_light,
    paint_pair,
    paint_placeholder,
    span_rects,
)
from jwtdesk.ui.editors.block_colours import BlockColours
from jwtdesk.ui.editors.bracket_pair import bracket_pair
from jwtdesk.ui.editors.colourist import Colourist
from jwtdesk.ui.editors.keyed_edit import KeyedEdit
from jwtdesk.ui.editors.look import Look
from jwtdesk.ui.editors.sight import SeenLine, seen_lines
from jwtdesk.ui.editors.squiggles import paint_squiggles
from jwtdesk.ui.fonts import LINE, code_font, prose_font
from jwtdesk.ui.theme import Theme

_PALE = 130
"""How much of 255 the ground covers a dimmed text."""
_NOTE_SIZE = 12 / 13
_ROLES = {
    QPalette.ColorRole.Base: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
}


class PaintedEdit(KeyedEdit):
    """An exact editor that draws what it is told about its text."""

    def __init__(self, *, indents: bool = False) -> None:
        super().__init__(indents=indents)
        self._look: Look | None = None
        self._scale = 1.0
        self._colours = BlockColours()
        self._problems: tuple[Problem, ...] = ()
        self._lit: tuple[Span, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._placeholder = ""
        self._dimmed = False
        self._marks_current = False
        self._set_fonts()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._look = Look(
            theme, self._document.grid.row(), prose_font(self._scale * _NOTE_SIZE), self.font()
        )
        self._colours.set_theme(theme)
        palette = self.palette()
        for role, name in _ROLES.items():
            palette.setColor(role, QColor(theme.colour(name)))
        self.setPalette(palette)
        self._repaint()

    def set_scale(self, scale: float) -> None:
        """Write `scale` times as large as ordinary text (13 pixels)."""
        self._scale = scale
        self._set_fonts()
        if self._look is not None:
            self.set_theme(self._look.theme)

    def set_colourist(self, colourist: Colourist | None) -> None:
        """Colour the text with `colourist` from now on."""
        self._colours.set_colourist(colourist)
        self._repaint()

    def underline(self, problems: Sequence[Problem]) -> None:
        """Underline the spans of `problems`; their messages are shown as tooltips."""
        if tuple(problems) != self._problems:
            self._problems = tuple(problems)
            self._repaint()

    def light(self, spans: Sequence[Span]) -> None:
        """Light `spans`: what the caret in another pane stands for."""
        if tuple(spans) != self._lit:
            self._lit = tuple(spans)
            self._repaint()

    def annotate(self, notes: Sequence[Note]) -> None:
        """Write `notes` at the right edge of their lines."""
        ordered = tuple(sorted(notes, key=lambda note: note.offset))
        if ordered != self._notes:
            self._notes = ordered
            self._repaint()

    def setPlaceholderText(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Show `words` while there is no text, in place of Qt's own painting of them."""
        self._placeholder = words
        self._repaint()

    def placeholderText(self) -> str:  # noqa: N802 - Qt's name
        """Return the words that are shown while there is no text."""
        return self._placeholder

    def set_dimmed(self, on: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take one
        """Draw the text paler: it is the last good one, waiting for a better."""
        if on != self._dimmed:
            self._dimmed = on
            self._repaint()

    def _hear(self, position: int, removed: int, added: int) -> None:
        """Colour the line that was typed in before Qt lays it out: laid out once, not twice.

        Qt tells of a change before it lays out.
        """
        super()._hear(position, removed, added)
        if self._gesture is not None:
            self._colours.colour(self.textCursor().block(), self.view())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint grounds, then the text, then what belongs on top of it."""
        look = self._look
        if look is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        lines = self._lines(event.rect().top(), event.rect().bottom())
        self._paint_below(painter, lines, look)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        self._paint_above(painter, lines, look)
        painter.end()

    def _lines(self, above: float, below: float) -> list[SeenLine]:
        """Return the lines in sight, coloured."""
        view = self.view()
        return seen_lines(self, above, below, lambda block: self._colours.colour(block, view))

    def _paint_below(self, painter: QPainter, lines: list[SeenLine], look: Look) -> None:
        view = self.view()
        if self._marks_current and self.hasFocus():
            caret = self.textCursor().block().blockNumber()
            for line in lines:
                if line.block.blockNumber() == caret:
                    place = QRectF(self.cursorRect())
                    band = current_rect(line, place, look.row, self.viewport().width())
                    painter.fillRect(band, QColor(look.theme.line))
        paint_light(painter, span_rects(lines, self._lit, view, look.row), look)
        if self._placeholder and lines and self.document().isEmpty() and not self._composing():
            paint_placeholder(painter, self._placeholder, first_row(lines[0], look.row), look)
        if self._marks_current and self.hasFocus():
            pair = bracket_pair(view.exact, self.caret())
            paint_pair(painter, span_rects(lines, pair, view, look.row), look)

    def _paint_above(self, painter: QPainter, lines: list[SeenLine], look: Look) -> None:
        view = self.view()
        paint_squiggles(painter, lines, self._problems, view, look)
        paint_notes(painter, self._placed(lines, look), look)
        if self._dimmed:
            ground = QColor(look.theme.sunken)
            ground.setAlpha(_PALE)
            painter.fillRect(self.viewport().rect(), ground)

    def _placed(self, lines: list[SeenLine], look: Look) -> list[PlacedNote]:
        """Return the notes in sight where they are painted."""
        return list(placed(self._notes, lines, self.view(), look, self.viewport().width()))

    def problems(self) -> tuple[Problem, ...]:
        """Return what is underlined."""
        return self._problems

    def note_at(self, point: QPointF) -> PlacedNote | None:
        """Return the note that is painted at `point` of the viewport."""
        return next((one for one in self._beside(point) if one.rect.contains(point)), None)

    def note_beside(self, point: QPointF) -> PlacedNote | None:
        """Return the note that is painted in the row of `point`."""
        return next(iter(self._beside(point)), None)

    def _beside(self, point: QPointF) -> list[PlacedNote]:
        if self._look is None:
            return []
        return list(self._placed(self._lines(point.y(), point.y()), self._look))

    def _set_fonts(self) -> None:
        font = code_font(self._scale)
        self._document.grid.set_row(round(LINE * self._scale), font)
        self.setFont(font)

    def _repaint(self) -> None:
        """Paint everything anew when Qt next paints."""
        self.viewport().update()
