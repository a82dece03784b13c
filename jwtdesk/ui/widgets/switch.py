"""An on and off whose position tells which it is, not only its colour."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from jwtdesk.ui.theme import Theme

_TRACK = QSize(34, 20)


class Switch(QCheckBox):
    """The words at the left-hand end, the switch at the right; the whole row may be pressed."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words = words
        self._theme: Theme | None = None
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the words, the switch and a gap of 12 pixels."""
        words = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self._words)
        track = self._track()
        return QSize(
            words.width() + 12 + track.width() + 4, max(words.height(), track.height()) + 6
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: nothing of it can be left out."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a press anywhere on the row."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw the words and the switch."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.text if self.isEnabled() else self._theme.faint))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle.value, self._words)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        track = QRectF(0, 0, self._track().width() - 1, self._track().height() - 1)
        track.moveTo(self.width() - track.width() - 2, (self.height() - track.height()) / 2)
        self._draw_switch(painter, self._theme, track)

    def _draw_switch(self, painter: QPainter, theme: Theme, track: QRectF) -> None:
        on = self.isChecked()
        round_end = track.height() / 2
        painter.setPen(QPen(QColor(theme.switch if on else theme.field), 1))
        painter.setBrush(QColor(theme.switch if on else theme.sunken))
        painter.drawRoundedRect(track, round_end, round_end)
        knob = track.height() * 0.34
        middle = track.center()
        middle.setX(track.right() - round_end if on else track.left() + round_end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.knob if on else theme.muted))
        painter.drawEllipse(middle, knob, knob)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _track(self) -> QSize:
        grown = max(1.0, self.fontMetrics().height() / 17)
        return _TRACK * grown
