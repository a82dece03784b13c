"""The words of the verdict: a headline that keeps names whole, and a reason of a line or two."""

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel

from jwtdesk.analysis.made_visible import unhidden
from jwtdesk.ui.widgets.plain_label import PlainLabel

_QUOTED = re.compile("“[^“”]{1,40}”")
_BREAKS = re.compile(r"([-/?\s])(?=.)")
_JOINER = "\N{WORD JOINER}"
"""Qt breaks a line after a hyphen or a stroke, unless this invisible character follows."""

_ONE_LINE, _STEP = 1.2, 6
"""A little more than one line; so many pixels more or less are not seen."""


class Headline(PlainLabel):
    """Breaks its lines between words: what stands in quotation marks stays whole.

    `widened` says that there is more or less room on a line.
    """

    widened = Signal()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show `text`; a quoted secret such as your-256-bit-secret is not torn at a hyphen."""
        super().setText(text)
        QLabel.setText(self, _unbroken(text))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Balance the lines for the new width, and tell of it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.balance()
            self.widened.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Balance them for the new letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.balance()

    def balance(self) -> None:
        """Make its lines about equally long, so that none holds a single word."""
        width, least = self.width(), self.width() // 2
        whole, most = self._height(width), width
        if whole > self.fontMetrics().lineSpacing() * _ONE_LINE:
            while most - least > _STEP:
                middle = (least + most) // 2
                if self._height(middle) > whole:
                    least = middle
                else:
                    most = middle
        self.setContentsMargins(0, 0, max(0, width - most - _STEP), 0)

    def _height(self, width: int) -> int:
        """Return how high the words are in lines of `width` pixels."""
        box, wrap = QRect(0, 0, max(1, width), 10_000), Qt.TextFlag.TextWordWrap.value
        return self.fontMetrics().boundingRect(box, wrap, self.drawn()).height()

    def drawn(self) -> str:
        """Return the words as Qt breaks them into lines."""
        return QLabel.text(self)


class Reason(PlainLabel):
    """Takes a second line where it may; what finds no room there either is left to the tooltip."""

    _most = 1
    _kept: tuple[object, tuple[str, ...]] = (None, ())

    def __init__(self) -> None:
        super().__init__(type="base", tone="muted", elide=True)

    def set_most(self, most: int) -> None:
        """Take no more than `most` lines from now on."""
        if most != self._most:
            self._most = most
            self._tell_whole()
            self.updateGeometry()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show `text`; where there is none the label is not there."""
        super().setText(text)
        self.setHidden(not text)
        self.updateGeometry()

    def shown_text(self) -> str:
        """Return the words as they are seen."""
        return "".join(self._lines()).replace(_JOINER, "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of its lines."""
        return QSize(super().sizeHint().width(), len(self._lines()) * self.line_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height, and the width of a few characters."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw the lines below each other."""
        painter, high = QPainter(self), self.line_height()
        flags = (self.alignment() | Qt.TextFlag.TextSingleLine).value
        for place, line in enumerate(self._lines()):
            box = QRect(0, place * high, self.width(), high)
            self.style().drawItemText(
                painter, box, flags, self.palette(), self.isEnabled(), line, self.foregroundRole()
            )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def line_height(self) -> int:
        """Return how high one line is, in pixels."""
        return max(self.fontMetrics().height(), self.fontMetrics().lineSpacing())

    def _lines(self) -> tuple[str, ...]:
        """Return the words line by line; only the last may be shortened."""
        asked = (self.text(), self.width(), self._most, self.font().key())
        if asked != self._kept[0]:
            self._kept = (asked, self._broken(_unbroken(self.text())))
        return self._kept[1]

    def _broken(self, words: str) -> tuple[str, ...]:
        found: list[str] = []
        rest = words
        while rest and len(found) < self._most - 1:
            line = _first_line(rest, self)
            found.append(line)
            rest = rest[len(line) :]
        last = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        return (*found, last) if last else tuple(found)


def _first_line(words: str, label: QLabel) -> str:
    """Return so much of `words` as one line of `label` holds."""
    layout = QTextLayout(words, label.font())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1, label.width()))
    layout.endLayout()
    units = words.encode("utf-16-le", "surrogatepass")[: 2 * max(1, line.textLength())]
    return units.decode("utf-16-le", "surrogatepass")


def _unbroken(text: str) -> str:
    """Return `text` as it is shown, without a place for a line break in quotation marks."""
    return _QUOTED.sub(lambda quoted: _BREAKS.sub(rf"\1{_JOINER}", quoted[0]), unhidden(text))
