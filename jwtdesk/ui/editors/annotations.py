"""What a claim means, written at the right edge of its own line."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLine

from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.look import Look
from jwtdesk.ui.editors.sight import SeenLine
from jwtdesk.ui.icons import paint_icon

_EDGE = 14.0
"""Pixels between a pill and the right edge."""
_PAD = 8.0
_GAP = 5.0
_ICON = 13.0
_CLEAR = 18.0
"""Pixels that stay free between the line's text and its note."""
_LEAST = 56.0
"""A note that would get less room than this is left out."""


class Tone(Enum):
    """How a note is dressed: `PLAIN` as muted words, the others as a pill of that colour."""

    PLAIN = "plain"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Note:
    """A few words about the line that `offset` (code points in the exact text) stands in.

    `icon` names one of the program's icons, or is None. The first note of a line is shown. `tip`
    says more to a pointer that rests in the line. `code` sets it in the font of the text.
    """

    offset: int
    text: str
    tone: Tone = Tone.PLAIN
    icon: str | None = None
    tip: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note, the words of it that fit, and the rectangle (pixels) that it fills."""

    note: Note
    words: str
    rect: QRectF


def placed(
    notes: Sequence[Note], lines: Sequence[SeenLine], view: View, look: Look, width: float
) -> Iterator[PlacedNote]:
    """Yield the notes that are seen on `lines`, fitted beside each line's text.

    `notes` are in the order of their offsets; `width` is that of the viewport.
    """
    offsets = [note.offset for note in notes]
    prose, code = QFontMetricsF(look.prose), QFontMetricsF(look.code)
    for line in lines:
        nth = bisect_left(offsets, view.offset(line.position))
        if nth == len(notes) or offsets[nth] > view.offset(line.end):
            continue
        if offsets[nth] == view.offset(line.end) and line.length and _goes_on(line, view):
            continue
        metrics = code if notes[nth].code else prose
        fitted = _fitted(notes[nth], line, look, width, metrics)
        if fitted is not None:
            yield fitted


def paint_notes(painter: QPainter, notes: Sequence[PlacedNote], look: Look) -> None:
    """Paint notes where they were placed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in notes:
        painter.setFont(look.code if one.note.code else look.prose)
        _paint(painter, one, look)
    painter.restore()


def _goes_on(line: SeenLine, view: View) -> bool:
    """Say whether a fold, not a line end, follows `line`."""
    return line.end < len(view.text) and view.offset(line.end) == view.offset(line.end + 1)


def _fitted(
    note: Note, line: SeenLine, look: Look, width: float, metrics: QFontMetricsF
) -> PlacedNote | None:
    """Return `note` beside the first or the last row of `line`, whichever has room for it."""
    icon = 0.0 if note.icon is None else _ICON + _GAP
    needed = metrics.horizontalAdvance(note.text) + icon + 2 * _PAD
    rows = list(line.rows())
    for row in (*rows[:1], *rows[-1:]):
        room = width - _EDGE - _text_end(line, row) - _CLEAR
        if room < min(needed, _LEAST + icon + 2 * _PAD):
            continue
        words = note.text
        if needed > room:
            space = room - icon - 2 * _PAD
            words = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, space)
        taken = metrics.horizontalAdvance(words) + icon + 2 * _PAD
        middle = line.top + row.y() + row.height() / 2
        height = look.row - 2
        rect = QRectF(width - _EDGE - taken, middle - height / 2, taken, height)
        return PlacedNote(note, words, rect)
    return None


def _text_end(line: SeenLine, row: QTextLine) -> float:
    """Return where the text of a row ends, in pixels of the viewport."""
    return line.left + row.naturalTextRect().right()


def _paint(painter: QPainter, one: PlacedNote, look: Look) -> None:
    tone = one.note.tone
    role = "muted" if tone is Tone.PLAIN else tone.value
    if tone is not Tone.PLAIN:
        painter.setPen(QColor(look.theme.colour(f"{role}_edge")))
        painter.setBrush(QColor(look.theme.colour(f"{role}_tint")))
        radius = one.rect.height() / 2
        painter.drawRoundedRect(one.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = one.rect.left() + _PAD
    if one.note.icon is not None:
        box = QRectF(
            QPointF(left, one.rect.center().y() - _ICON / 2), QRectF(0, 0, _ICON, _ICON).size()
        )
        paint_icon(painter, look.theme, one.note.icon, role, box)
        left += _ICON + _GAP
    painter.setPen(QColor(look.theme.colour(role)))
    words = QRectF(left, one.rect.top(), one.rect.right() - left, one.rect.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, one.words)
