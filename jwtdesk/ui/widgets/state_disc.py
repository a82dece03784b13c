"""The round icon of the verdict banner: a filled disc with a halo."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.theme import Theme

ICONS = {
    "ok": "shield-check",
    "bad": "shield-cross",
    "warn": "shield-warning",
    "unknown": "shield-question",
    "pending": "pending",
}


class StateDisc(QWidget):
    """Shows `state` as a colour and as a drawing; `icon` may replace the state's own drawing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = "unknown"
        self._icon = ICONS["unknown"]
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, icon: str = "") -> None:
        """Show `state`, by the drawing `icon` if one is named."""
        shown = "unknown" if state == "pending" else state
        drawing = icon or ICONS.get(state, ICONS["unknown"])
        if (shown, drawing) != (self._state, self._icon):
            self._state, self._icon = shown, drawing
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return 48 pixels, more when the text is large."""
        side = max(48, round(48 * self.fontMetrics().height() / 17))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw halo, disc and icon."""
        if self._theme is None:
            return
        middle = QPointF(self.width() / 2, self.height() / 2)
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colour(f"{self._state}_halo")))
        painter.drawEllipse(middle, side / 2, side / 2)
        painter.setBrush(QColor(self._theme.colour(self._state)))
        painter.drawEllipse(middle, side * 0.365, side * 0.365)
        box = QRectF(0, 0, side * 0.43, side * 0.43)
        box.moveCenter(middle)
        paint_icon(painter, self._theme, self._icon, "on_state", box)
