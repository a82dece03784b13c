"""The editor of every pane: exact text, colours, notes, problems, line numbers, linked light."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from jwtdesk.jose.words import tr
from jwtdesk.ui.editors.context_menu import context_menu
from jwtdesk.ui.editors.exact_view import View, view_of
from jwtdesk.ui.editors.gutter import Gutter
from jwtdesk.ui.editors.long_lines import folding
from jwtdesk.ui.editors.painted_edit import PaintedEdit
from jwtdesk.ui.editors.row_counts import count_rows
from jwtdesk.ui.editors.strip import Strip
from jwtdesk.ui.editors.tips import tip_at
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import tip_markup

_MARGIN = 14
_MARGIN_BESIDE_GUTTER = 6
_REFOLD_MS = 60


class LinkedEditor(PaintedEdit):
    """An exact editor with line numbers, a strip for sentences, tooltips and its own menu.

    `indents` lets Enter keep the indentation of the line.
    """

    def __init__(self, *, indents: bool = False) -> None:
        super().__init__(indents=indents)
        self._gutter = Gutter(self)
        self._gutter.hide()
        self._strip = Strip(self)
        self._strip.pressed.connect(self.show_all)
        self._inexact = ""
        self._counted = 0
        self._refold_soon = QTimer(self, singleShot=True, interval=_REFOLD_MS)
        self._refold_soon.timeout.connect(self._refold)
        self.setCursorWidth(2)
        self.set_margin(_MARGIN)
        self.set_wrap_anywhere(False)
        self.updateRequest.connect(self._follow)
        self.blockCountChanged.connect(self._arrange)
        self.cursorPositionChanged.connect(self._show_current)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        super().set_theme(theme)
        self._strip.set_theme(theme)
        if self._look is not None:
            self._gutter.set_look(self._look)
        self._arrange()

    def set_margin(self, pixels: int) -> None:
        """Keep so many pixels free about the text."""
        self.document().setDocumentMargin(pixels)

    def set_wrap_anywhere(self, on: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Break lines at any character, as a token wants it, instead of between words."""
        mode = QTextOption.WrapMode
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(mode.WrapAnywhere if on else mode.WrapAtWordBoundaryOrAnywhere)

    def set_gutter(self, on: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Show line numbers, the current line and the pair of brackets at the caret."""
        self._marks_current = on
        self._gutter.setVisible(on)
        self.set_margin(_MARGIN_BESIDE_GUTTER if on else _MARGIN)
        self._arrange()

    def set_exactness(self, note: str | None) -> None:
        """Make the text read-only with a `note` that says why; None lets it be edited again."""
        if (note or "") == self._inexact:
            return
        self._inexact = note or ""
        self.setReadOnly(note is not None)
        if note is not None:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )
        self._arrange()

    def _draw(self, view: View, caret: int | None = None) -> None:
        """Show `view`, and say so when its end is hidden."""
        if view is self._view:
            return
        super()._draw(view, caret)
        self._arrange()
        self._count_rows()

    def _count_rows(self) -> None:
        self._counted = self._columns()
        count_rows(self.document(), self.view(), self._counted)

    def _arrange(self) -> None:
        """Give gutter and strip their words and their room."""
        words, button = self._inexact, ""
        if self.hidden():
            total = len(self.text())
            words = tr(
                "First {shown} of {total} characters",
                shown=f"{total - self.hidden():,}",
                total=f"{total:,}",
            )
            button = tr("Show all")
        self._strip.say(words, button)
        left = self._gutter.wanted_width() if self._marks_current else 0
        below = self._strip.sizeHint().height() if words else 0
        margins = self.viewportMargins()
        if (margins.left(), margins.bottom()) != (left, below):
            self.setViewportMargins(left, 0, 0, below)
        self._place()

    def _place(self) -> None:
        """Lay gutter and strip out beside the text."""
        seen = self.viewport().geometry()
        left = self._gutter.wanted_width()
        self._gutter.setGeometry(QRect(seen.left() - left, seen.top(), left, seen.height()))
        inside = self.contentsRect()
        height = self._strip.sizeHint().height()
        self._strip.setGeometry(inside.left(), seen.bottom() + 1, inside.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out again; long lines are folded anew when the columns have changed."""
        super().resizeEvent(event)
        self._place()
        wanted = folding(self._columns())
        if wanted != self._folding:
            self._folding = wanted
            if self.view().folds:
                self._refold_soon.start()
        if self._counted != self._columns():
            self._count_rows()

    def _columns(self) -> int:
        """Return how many characters fit in a row beside a scroll bar, which long texts have."""
        bar = self.verticalScrollBar()
        width = self.viewport().width() - 2 * self.document().documentMargin()
        if not bar.isVisible():
            width -= bar.sizeHint().width()
        return int(width / QFontMetricsF(self.font()).horizontalAdvance("0"))

    def _refold(self) -> None:
        self._draw(view_of(self.text(), self._folding, self.hidden()))

    def _follow(self, rect: QRect, scrolled: int) -> None:
        """Keep the line numbers beside their lines."""
        if scrolled:
            self._gutter.update()
        else:
            self._gutter.update(0, rect.top(), self._gutter.width(), rect.height())

    def _show_current(self) -> None:
        if self._marks_current:
            self._repaint()

    def _repaint(self) -> None:
        super()._repaint()
        self._gutter.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the current line."""
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the current line."""
        super().focusOutEvent(event)
        self._repaint()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say what is wrong where the pointer rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = tip_at(self, event.pos())
            QToolTip.showText(event.globalPos(), tip_markup(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done here."""
        menu = context_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()
