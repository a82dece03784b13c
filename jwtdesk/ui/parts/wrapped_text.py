"""Words in a box of a given width: broken between words, inside one only where it must be."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from jwtdesk.jose.forgetting import forget_with

_HEIGHTS: dict[tuple[str, str, float], int] = {}
"""What was measured lately: a list asks for the height of a row many times before it is drawn."""
_MOST = 500
forget_with(_HEIGHTS.clear)


def _laid(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    """Return `text` laid out in lines of `width` pixels, and the height of them all."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += max(line.height(), QFontMetrics(font).height())
    layout.endLayout()
    return layout, height


def wrapped_height(text: str, font: QFont, width: float) -> int:
    """Return how high `text` is in a box `width` pixels wide; 0 for no text."""
    if not text:
        return 0
    asked = (text, font.key(), width)
    if asked not in _HEIGHTS:
        if len(_HEIGHTS) >= _MOST:
            _HEIGHTS.clear()
        _HEIGHTS[asked] = round(_laid(text, font, width)[1])
    return _HEIGHTS[asked]


def draw_wrapped(painter: QPainter, text: str, at: QPointF, font: QFont, width: float) -> None:
    """Draw `text` with the painter's pen, its first line's top left corner at `at`."""
    _laid(text, font, width)[0].draw(painter, at)
