"""Lines of code are 20 pixels apart whatever font draws them, which Qt has no setting for.

Qt lays a line out as high as its font. Each row is moved afterwards so that its baseline stands on
the grid; this happens where Qt asks how high a block is, which it does before using or drawing it.
"""

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout


class GridLayout(QPlainTextDocumentLayout):
    """Lays plain text out on rows of equal height."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._row = 0.0
        self._lead = 0.0
        self._ascent = 0.0

    def set_row(self, height: float, font: QFont) -> None:
        """Make every row `height` pixels high, or as high as the text's `font` needs."""
        probe = QTextLayout("x", font)
        probe.beginLayout()
        line = probe.createLine()
        line.setLeadingIncluded(True)
        line.setLineWidth(font.pixelSize())
        probe.endLayout()
        self._row = max(height, line.height())
        self._lead = self._row - line.height()
        self._ascent = line.ascent()

    def row(self) -> float:
        """Return the height of a row."""
        return self._row

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        """Return where `block` lies, after bringing its rows onto the grid."""
        rect = super().blockBoundingRect(block)
        if not block.isValid():  # Qt asks for one, to scroll to, when the last lines have gone
            return rect
        layout = block.layout()
        rows = layout.lineCount()
        if not rows or not block.isVisible():
            return rect
        # Qt begins a block at 0; a block that begins lower has been through here.
        if layout.lineAt(0).y() > 0:
            return rect
        for nth in range(rows):
            line = layout.lineAt(nth)
            line.setPosition(QPointF(line.x(), self._y(nth, line.ascent())))
        return super().blockBoundingRect(block)

    def _y(self, nth: int, ascent: float) -> float:
        """Return where row `nth` of a block begins, for a line with this ascent."""
        return nth * self._row + self._lead + self._ascent - ascent


class GridDocument(QTextDocument):
    """A plain document laid out on a grid of rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.grid = GridLayout(self)
        self.setDocumentLayout(self.grid)
