"""A button with words, in one of four looks."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from jwtdesk.ui.icons import icon
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme

_TONE = {"primary": "on_accent", "danger": "bad", "quiet": "accent"}


class Button(QPushButton):
    """Shows `words` as they are; `look` is `plain` `primary` `quiet` or `danger`.

    At most one button of a pane is primary. `icon` names a drawing that stands before the words.
    """

    def __init__(
        self, words: str, look: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._look = look
        self._icon = icon
        self.setAccessibleName(words)
        set_look(self, "look", look)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        if self._icon:
            tone = _TONE.get(self._look, "muted")
            side = max(15, self.fontMetrics().height() - 1)
            self.setIconSize(QSize(side + 6, side))  # three pixels of air on either side
            self.setIcon(icon(theme, self._icon, tone, tone))
