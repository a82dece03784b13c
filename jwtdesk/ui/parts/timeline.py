"""The validity window, drawn: issued, not before, now and expiry on one line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.timeline_drawing import BAR, MARGIN, Drawing
from jwtdesk.ui.parts.validity import Validity, spoken
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import set_tip

_MIDDLE = Qt.AlignmentFlag.AlignCenter.value


class Timeline(QWidget):
    """Draws a `Validity`; says the same in words to those who do not see it."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._shown: Validity | None = None
        self._local = False
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Validity window"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_validity(self, shown: Validity | None, *, local: bool) -> None:
        """Draw `shown`, or an empty line; times in the computer's zone when `local`."""
        if (shown, local) == (self._shown, self._local):
            return
        self._shown, self._local = shown, local
        set_tip(self, spoken(shown, local=local) if shown else "")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the line and the words above and below it."""
        line = self.fontMetrics().height()
        return QSize(420, line * 3 + BAR + 34)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least room in which nothing runs into anything."""
        return QSize(200, self.fontMetrics().height() * 2 + BAR + 36)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the line."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        if self._shown is None or not self._shown.any:
            self._draw_nothing(painter, self._theme)
            return
        Drawing(painter, self._theme, self._shown, QRectF(self.rect()), self.font()).draw(
            local=self._local
        )

    def _draw_nothing(self, painter: QPainter, theme: Theme) -> None:
        if self._shown is None:
            words = tr("iat, nbf and exp are drawn here, beside the present moment.")
        else:
            words = tr("No iat, nbf or exp: by itself this token never expires.")
        painter.setPen(QColor(theme.muted))
        box = self.rect().adjusted(MARGIN, 0, -MARGIN, 0)
        painter.drawText(box, _MIDDLE | Qt.TextFlag.TextWordWrap.value, words)
