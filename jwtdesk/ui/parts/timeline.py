"""The validity window, drawn: issued, not before, now and expiry on one line."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.timeline_drawing import BAR, MARGIN, Drawing
from jwtdesk.ui.parts.timeline_marks import Line, moved
from jwtdesk.ui.parts.timeline_reading import key_moment, reading
from jwtdesk.ui.parts.validity import Validity, spoken
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.announce import announce
from jwtdesk.ui.widgets.plain_tip import tip_markup

_MIDDLE = Qt.AlignmentFlag.AlignCenter.value
_GRIP = 14
"""The marker of now can be taken hold of so many pixels beside its middle."""


class Timeline(QWidget):
    """Draws a `Validity`; says the same in words to those who do not see it.

    `chosen` carries the moment the marker was moved to, by hand or by keys, in seconds since 1970;
    None for the running clock.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._shown: Validity | None = None
        self._local = False
        self._line: Line | None = None
        self._held: Line | None = None
        self._pointer: float | None = None
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Validity window"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_validity(self, shown: Validity | None, *, local: bool) -> None:
        """Draw `shown`, or an empty line; times in the computer's zone when `local`."""
        if (shown, local) == (self._shown, self._local):
            return
        self._shown, self._local = shown, local
        said = spoken(shown, local=local) if shown else ""
        self.setAccessibleDescription(said)
        if self.hasFocus() and shown is not None and not shown.live:
            announce(self, said)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.update()

    def line(self) -> Line | None:
        """Return where everything stands; None while nothing is drawn."""
        return self._line

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
            self._line = None
            self._draw_nothing(painter, self._theme)
            return
        drawing = Drawing(painter, self._theme, self._shown, QRectF(self.rect()), self.font())
        if self._held is None:
            self._line = drawing.lay_out(local=self._local)
        else:
            self._line = moved(self._held, self._shown.now, self._shown, local=self._local)
        drawing.draw(self._line)
        if self._pointer is not None:
            painter.setPen(QPen(QColor(self._theme.faint), 1, Qt.PenStyle.DotLine))
            top, low = self.height() * 0.25, self.height() * 0.75
            painter.drawLine(QPointF(self._pointer, top), QPointF(self._pointer, low))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the marker of now."""
        if event.button() is Qt.MouseButton.LeftButton and self._on_marker(event.position().x()):
            self._held = self._line

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the marker that is held, else follow the pointer with a line."""
        x = event.position().x()
        if self._held is not None:
            inside = min(max(x, self._held.left), self._held.right)
            self.chosen.emit(self._held.moment_of(inside))
            return
        self._pointer = x if self._line and self._line.left <= x <= self._line.right else None
        grip = self._on_marker(x)
        shape = Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Let go of the marker; the line finds its scale anew."""
        self._held = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Judge the token at the moment under the pointer."""
        if self._line is not None:
            self.chosen.emit(self._line.moment_of(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow no pointer any more."""
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by keys: arrows by seconds, Home and End to the first and last acceptable one."""
        if event.key() == Qt.Key.Key_Escape and self._shown is not None and not self._shown.live:
            self.chosen.emit(None)
            return
        found = key_moment(self._shown, event) if self._shown is not None else None
        if found is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(found)

    def event(self, event: QEvent) -> bool:
        """Say what stands under the pointer when it rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = reading(self._shown, self._line, event.pos().x(), local=self._local)
            QToolTip.showText(event.globalPos(), tip_markup(words), self)
            return True
        return super().event(event)

    def _on_marker(self, x: float) -> bool:
        marks = self._line.marks if self._line else ()
        return any(one.is_now and abs(one.x - x) <= _GRIP for one in marks)

    def _draw_nothing(self, painter: QPainter, theme: Theme) -> None:
        if self._shown is None:
            words = tr("iat, nbf and exp are drawn here, beside the present moment.")
        else:
            words = self._shown.nothing or tr("The times in this token cannot be drawn.")
        painter.setPen(QColor(theme.muted))
        box = self.rect().adjusted(MARGIN, 0, -MARGIN, 0)
        painter.drawText(box, _MIDDLE | Qt.TextFlag.TextWordWrap.value, words)
