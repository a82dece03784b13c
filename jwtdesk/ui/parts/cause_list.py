"""The explanations below each other, likeliest first."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from jwtdesk.analysis.hypothesis import Explanation
from jwtdesk.ui.parts.cause_card import CauseCard
from jwtdesk.ui.style import apply_theme, set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_label import PlainLabel

_MARGINS = (14, 12, 14, 12)
_MOST = 190
"""The height, in pixels, that the list asks for at the most; more is scrolled to."""


class CauseList(QListWidget):
    """Holds a card for each explanation; a card that is shown already is left alone."""

    mended = Signal(object)
    shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._shown: tuple[tuple[Explanation, ...], str] = ((), "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        set_look(self, "look", "notes")

    def show_causes(self, causes: tuple[Explanation, ...], calm: str) -> None:
        """Show `causes`, or the sentences `calm` when there are none.

        Nothing is built anew when they are shown already.
        """
        if (causes, calm) == self._shown:
            return
        self._shown = (causes, calm)
        self.clear()
        for place, cause in enumerate(causes):
            card = CauseCard(cause, leading=place == 0)
            card.mended.connect(self.mended)
            card.shown.connect(self.shown)
            self._add(card, f"{cause.title}\n{cause.evidence}", cause.id)
        if calm and not causes:
            label = PlainLabel(calm, tone="muted", wrap=True, selectable=True)
            label.setContentsMargins(*_MARGINS)
            self._add(label, calm, "")
        self._measure()

    def _add(self, card: QWidget, words: str, name: str) -> None:
        """Add a row; its words are there for whoever cannot see the card."""
        item = QListWidgetItem(words, self)
        item.setForeground(Qt.GlobalColor.transparent)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.setItemWidget(item, card)
        if self._theme is not None:
            apply_theme(card, self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the cards wrap anew."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Give every row the height its words need, and the list enough for the first one."""
        width = self.viewport().width()
        heights = [self._height(row, width) for row in range(self.count())]
        for row, height in enumerate(heights):
            self.item(row).setSizeHint(QSize(width, height))
        self.setMinimumHeight(min(heights[0] if heights else 0, _MOST))

    def _height(self, row: int, width: int) -> int:
        # While a card is being added, its row is there before the card is.
        card: QWidget | None = self.itemWidget(self.item(row))
        return (
            0 if card is None else max(card.heightForWidth(width), card.minimumSizeHint().height())
        )
