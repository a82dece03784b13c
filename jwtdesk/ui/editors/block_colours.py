"""Colours visible lines just before they are painted, and remembers which are up to date.

There is no highlighter: it would walk the whole document, where only what is seen is needed.
"""

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextLayout

from jwtdesk.ui.editors.colourist import Colourist
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.sight import place_of
from jwtdesk.ui.editors.utf16 import to_units, wide_in
from jwtdesk.ui.theme import Theme

_STAMP = 0x7FFFFFFF


class BlockColours:
    """Applies a colourist's roles in a theme's colours to single blocks."""

    def __init__(self) -> None:
        self._colourist: Colourist | None = None
        self._theme: Theme | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self._turn = 0

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of `theme` from now on."""
        self._theme = theme
        self._formats.clear()
        self._turn += 1

    def set_colourist(self, colourist: Colourist | None) -> None:
        """Ask `colourist` from now on; None leaves texts in one colour."""
        self._colourist = colourist
        self._turn += 1

    def colour(self, block: QTextBlock, view: View) -> None:
        """Bring the colours of `block` up to date; nothing happens when they are.

        A block carries a stamp of what its colours were made from, so it may move freely.
        """
        if self._theme is None:
            return
        layout = block.layout()
        position, length = place_of(block, view)
        text = view.text[position : position + length]
        state = 0
        if self._colourist is not None:
            state = self._colourist.state_before(view.exact, view.offset(position))
        stamp = hash((text, state, self._turn, layout.preeditAreaText())) & _STAMP
        if block.userState() != stamp:
            block.setUserState(stamp)
            layout.setFormats(_composed(layout, self._ranges(text, state)))

    def _ranges(self, text: str, state: int) -> list[QTextLayout.FormatRange]:
        """Return Qt's description of the colours of one line."""
        if self._colourist is None:
            return []
        wide = wide_in(text)
        return [
            _range(
                to_units(start, wide),
                to_units(start + length, wide),
                self._format(role),
            )
            for start, length, role in self._colourist.formats(text, state)[0]
        ]

    def _format(self, role: str) -> QTextCharFormat:
        """Return the character format for a role."""
        known = self._formats.get(role)
        if known is None:
            known = QTextCharFormat()
            if self._theme is not None:
                known.setForeground(QColor(self._theme.colour(role)))
            self._formats[role] = known
        return known


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return one of Qt's format ranges, in UTF-16 units."""
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = end - start
    made.format = look
    return made


def _composed(
    layout: QTextLayout, ranges: list[QTextLayout.FormatRange]
) -> list[QTextLayout.FormatRange]:
    """Return `ranges` with room for what an input method is composing, which keeps its own look."""
    length = len(layout.preeditAreaText().encode("utf-16-le")) // 2
    if not length:
        return ranges
    start = layout.preeditAreaPosition()
    composing = [
        one for one in layout.formats() if start <= one.start and one.start < start + length
    ]
    moved = []
    for one in ranges:
        first, last = one.start, one.start + one.length
        if last <= start:
            moved.append(one)
        elif first >= start:
            moved.append(_range(first + length, last + length, one.format))
        else:
            moved.append(_range(first, start, one.format))
            moved.append(_range(start + length, last + length, one.format))
    return moved + composing
