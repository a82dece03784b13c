"""Our own line icons, tinted from the theme and drawn at the screen's own resolution."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jwtdesk.ui.theme import Theme


@lru_cache(maxsize=512)
def _drawing(file: Path, colour: str) -> QSvgRenderer:
    """Return the drawing in `file` with its `currentColor` replaced by `colour`."""
    try:
        source = file.read_text(encoding="utf-8")
    except OSError:
        source = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'/>"
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, theme: Theme, name: str, tone: str, box: QRectF) -> None:
    """Draw the icon `name` in the theme's colour `tone` into `box` (logical pixels)."""
    _drawing(theme.icons / f"{name}.svg", theme.colour(tone)).render(painter, box)


class _LineIcon(QIconEngine):
    """Draws late, so that an icon costs nothing until it is seen, and is sharp on every screen."""

    def __init__(self, theme: Theme, name: str, tone: str, chosen: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._tone = tone
        self._chosen = chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = self._chosen if state == QIcon.State.On else self._tone
        if mode == QIcon.Mode.Disabled:
            tone = "faint"  # as the words beside it: the ground is no longer the accent
            painter.setOpacity(painter.opacity() * 0.6)
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        paint_icon(painter, self._theme, self._name, tone, box)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that is still being laid out
            return QPixmap()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _LineIcon(self._theme, self._name, self._tone, self._chosen)


def icon(theme: Theme, name: str, tone: str = "muted", chosen: str = "accent") -> QIcon:
    """Return the icon `name` for buttons and menus.

    `tone` names the theme's colour it is drawn in, `chosen` the one while it is switched on.
    """
    return QIcon(_LineIcon(theme, name, tone, chosen))
