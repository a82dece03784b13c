"""No two texts below the line of the validity window touch."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from jwtdesk.ui.parts.timeline_drawing import Drawing
from jwtdesk.ui.parts.validity import Validity
from jwtdesk.ui.theme import Theme

DAY = 86_400
HOUR = Validity(iat=0, nbf=0, exp=3600, now=600, leeway=0, proven=True, live=True)


class Listening(QPainter):
    """Keeps what is written, and where."""

    def __init__(self, image: QImage) -> None:
        """Begin on `image`."""
        super().__init__(image)
        self.said: list[tuple[QRectF, str]] = []

    # It listens to the one form that is in use.
    def drawText(self, *given: object) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """Keep the words with the box they take in the middle of theirs."""
        box, _flags, words = given
        assert isinstance(box, QRectF)
        wide = QFontMetricsF(self.font()).horizontalAdvance(str(words))
        self.said.append(
            (QRectF(box.center().x() - wide / 2, box.top(), wide, box.height()), str(words))
        )


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"now": 10},
        {"now": 9, "exp": 3 * 365 * DAY},
        {"now": 9, "exp": 20 * 365 * DAY},
        {"now": 3000, "nbf": 2400},
        {"now": 100, "nbf": 2400},
        {"now": 3601},
        {"now": 9 * DAY},
        {"exp": None, "now": 3},
        {"proven": False, "now": 9, "exp": 3 * 365 * DAY},
    ],
)
@pytest.mark.parametrize("width", [420, 640, 850])
def test_no_two_texts_touch(dressed: Theme, changes: dict[str, object], width: int) -> None:
    """A mark's time and what has passed since stand apart, or the latter is left out."""
    shown = replace(HOUR, **changes)  # type: ignore[arg-type]  # the case's own fields
    font = QFont()
    font.setPixelSize(13)
    image = QImage(width, 120, QImage.Format.Format_RGB32)
    painter = Listening(image)
    drawing = Drawing(painter, dressed, shown, QRectF(0, 0, width, 120), font)
    drawing.draw(drawing.lay_out(local=False))
    painter.end()
    below = sorted(
        (box.left(), box.right(), words) for box, words in painter.said if box.top() > 60
    )
    assert below
    for (_left, right, one), (left, _right, other) in itertools.pairwise(below):
        assert right < left, (one, other)
