"""The only label in the program: it shows what it is given and never takes it for markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jwtdesk.analysis.made_visible import unhidden
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.plain_tip import set_tip

_NEVER = ("", -1)
"""No text in no width: what a label was measured for before it was measured."""


class PlainLabel(QLabel):
    """Plain words in one of the theme's sizes and tones.

    `type` is `headline` `title` `base` `body` `small` or `mono`; `tone` names a colour of the
    theme. `elide` shortens the words to the room there is, down to `least` average characters,
    and shows them whole as a tooltip.
    """

    def __init__(  # noqa: PLR0913 - each option is one word at the call, and has a good default
        self,
        text: str = "",
        *,
        type: str = "body",  # noqa: A002 - the name of the property that the style sheet reads
        tone: str = "text",
        elide: bool = False,
        least: int = 4,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._elide = elide
        self._least = least
        self._tip = ""
        self._measured = _NEVER
        self._elided = ""
        self._exact = ""
        self.set_lines(wrap=wrap, elide=elide)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        set_look(self, "type", type)
        set_look(self, "tone", tone)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show `text` as it is; what hides or turns the writing is shown as its number."""
        if text != self._exact:
            self._exact = text
            super().setText(unhidden(text))
            self._tell_whole()

    def text(self) -> str:
        """Return the words exactly as they were given."""
        return self._exact

    def set_lines(self, *, wrap: bool = False, elide: bool = False) -> None:
        """Write over several lines, or on one line shortened to the room, or on one whole line."""
        self._elide = elide
        self.setWordWrap(wrap)
        upright = QSizePolicy.Policy.Fixed if elide else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._tell_whole()

    def set_tone(self, tone: str) -> None:
        """Write in the theme's colour `tone`."""
        set_look(self, "tone", tone)

    def set_tip(self, text: str) -> None:
        """Show `text` as a tooltip whenever the words themselves are not shortened."""
        self._tip = text
        self._tell_whole()

    def shown_text(self) -> str:
        """Return the words as they are seen, shortened when there is no room."""
        if not self._elide:
            return unhidden(self._exact)
        asked = (self._exact, self.contentsRect().width())
        if asked != self._measured:
            self._measured = asked
            self._elided = self.fontMetrics().elidedText(
                unhidden(self._exact), Qt.TextElideMode.ElideRight, asked[1]
            )
        return self._elided

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least room: a few characters when the words may be shortened."""
        least = super().minimumSizeHint()
        if not self._elide:
            return least
        few = self.fontMetrics().averageCharWidth() * self._least
        return QSize(min(least.width(), few), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words, shortened if need be."""
        if not self._elide:
            super().paintEvent(event)
            return
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            (self.alignment() | Qt.TextFlag.TextSingleLine).value,
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the tooltip true: the whole words when they are shortened."""
        super().resizeEvent(event)
        self._tell_whole()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the font changes."""
        super().changeEvent(event)
        # Whole words are as true in any font; most labels have them, and all are told at the start.
        if self._elide and event.type() == QEvent.Type.FontChange:
            self._measured = _NEVER
            self._tell_whole()

    def _tell_whole(self) -> None:
        if self._elide:
            shortened = self.shown_text() != unhidden(self._exact)
            set_tip(self, self.text() if shortened else self._tip)
        else:
            set_tip(self, self._tip)
