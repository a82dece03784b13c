"""The look a window has on: chosen, the system's, or another size of text."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.appearance import Appearance, dress, dress_ground
from jwtdesk.ui.preferences import Preferences
from jwtdesk.ui.system_theme import SystemTheme
from jwtdesk.ui.theme import Theme


class Looks(QObject):
    """Dresses `root`; `dressed` carries the theme whenever another one was put on.

    The system's theme is followed while the preferences say so. The ground is laid at once,
    before there is anything on it.
    """

    dressed = Signal(object)

    def __init__(self, root: QWidget, appearance: Appearance, preferences: Preferences) -> None:
        super().__init__(root)
        self._root = root
        self._appearance = appearance
        self._scale = preferences.scale
        self._worn: tuple[Theme, float] | None = None
        self._system = SystemTheme(preferences.theme, self)
        self._system.changed.connect(lambda _name: self._dress())
        dress_ground(self.theme)

    @property
    def theme(self) -> Theme:
        """The theme to draw with now."""
        return self._appearance.theme(self._system.name())

    def put_on(self, preferences: Preferences) -> None:
        """Dress as `preferences` ask; nothing happens when that is worn already."""
        self._scale = preferences.scale
        self._system.choose(preferences.theme)
        self._dress()

    def _dress(self) -> None:
        wanted = (self.theme, self._scale)
        if wanted == self._worn:
            return
        self._worn = wanted
        dress(self._root, self.theme, self._appearance.style, self._scale)
        self.dressed.emit(self.theme)
