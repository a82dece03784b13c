"""Line numbers beside a text, and the bar that marks the current line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.editors.bands import current_rect
from jwtdesk.ui.editors.exact_edit import ExactEdit
from jwtdesk.ui.editors.look import Look
from jwtdesk.ui.editors.sight import seen_lines

_BAR = 3.0
_LEFT = 13.0
_RIGHT = 8.0
_LEAST_DIGITS = 2


class Gutter(QWidget):
    """Numbers the lines of the exact text; a fold begins no line."""

    def __init__(self, edit: ExactEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._look: Look | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_look(self, look: Look) -> None:
        """Paint with `look` from now on."""
        self._look = look
        self.update()

    def wanted_width(self) -> int:
        """Return the pixels that the largest number needs."""
        lines = self._edit.blockCount() - len(self._edit.view().folds)
        digits = max(_LEAST_DIGITS, len(str(lines)))
        font = self._look.code if self._look is not None else self.font()
        return round(_LEFT + digits * QFontMetricsF(font).horizontalAdvance("0") + _RIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the numbers need."""
        return QSize(self.wanted_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the numbers of the lines in sight."""
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setFont(look.code)
        current = self._edit.textCursor().block().blockNumber()
        view = self._edit.view()
        for line in seen_lines(self._edit, event.rect().top(), event.rect().bottom()):
            is_current = line.block.blockNumber() == current and self._edit.hasFocus()
            if is_current:
                caret = QRectF(self._edit.cursorRect())
                band = current_rect(line, caret, look.row, self.width())
                painter.fillRect(band, QColor(look.theme.line))
                painter.fillRect(
                    QRectF(0, band.top(), _BAR, band.height()), QColor(look.theme.accent)
                )
            if line.continued:
                continue
            number = line.block.blockNumber() + 1 - (line.position - view.offset(line.position))
            painter.setPen(QColor(look.theme.text if is_current else look.theme.faint))
            first = next(line.rows(), None)
            middle = line.top + (first.y() + first.height() / 2 if first is not None else 0)
            box = QRectF(0, middle - look.row / 2, self.width() - _RIGHT, look.row)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number)
            )
        painter.end()
