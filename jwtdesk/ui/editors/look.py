"""What everything that paints on an editor has to know about its looks."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from jwtdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """The `theme`, the height of a `row` in pixels, and the fonts for notes and for numbers."""

    theme: Theme
    row: float
    prose: QFont
    code: QFont
