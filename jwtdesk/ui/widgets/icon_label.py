"""An icon that is only looked at."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jwtdesk.ui.icons import paint_icon
from jwtdesk.ui.theme import Theme


class IconLabel(QWidget):
    """Shows the icon `name` in the theme's colour `tone`, as large as the text beside it asks.

    `size` is in logical pixels at a text scale of 1.
    """

    def __init__(
        self, name: str, tone: str = "muted", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self._dim = False
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_name(self) -> str:
        """Which icon is shown."""
        return self._name

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon or tone."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def set_dim(self, dim: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take one
        """Draw paler, for an answer that is being worked out anew."""
        if dim != self._dim:
            self._dim = dim
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the icon's size, grown with the text."""
        side = max(self._size, round(self._size * self.fontMetrics().height() / 17))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the icon in the middle."""
        if self._theme is None:
            return
        side = min(self.width(), self.height(), self.sizeHint().width())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.45 if self._dim else 1.0)
        paint_icon(painter, self._theme, self._name, self._tone, box)
