"""A small button that is only an icon; its words live in the tooltip and for screen readers."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from jwtdesk.ui.icons import icon
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_tip import set_tip

_ICON = 17


class IconButton(QToolButton):
    """Shows the icon `name`; `words` say what pressing it does, `shortcut` which keys do the same.

    With `caption` the words stand beside the icon as well.
    """

    def __init__(
        self,
        name: str,
        words: str,
        *,
        shortcut: str = "",
        caption: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._theme: Theme | None = None
        set_look(self, "look", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if caption:
            self.setText(caption.replace("&", "&&"))
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.set_words(words, shortcut)
        self._fit()

    def set_words(self, words: str, shortcut: str = "") -> None:
        """Say what pressing the button does."""
        self.setAccessibleName(words)
        set_tip(self, f"{words} ({shortcut})" if shortcut else words)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        if name != self._name:
            self._name = name
            self._draw()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        side = max(_ICON, self.fontMetrics().height())
        self.setIconSize(QSize(side, side))

    def _draw(self) -> None:
        if self._theme is not None:
            self.setIcon(icon(self._theme, self._name))
