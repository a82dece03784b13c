"""A few choices side by side, any number of which may be on."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jwtdesk.ui.icons import icon
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.flow_layout import FlowLayout


class PillRow(QWidget):
    """Pills that wrap; one that is on has a check mark. `chosen` carries all that are, in order."""

    chosen = Signal(tuple)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, gap=7)
        self._pills: dict[str, QPushButton] = {}
        self._theme: Theme | None = None

    def show_pills(self, words: Iterable[str], on: Iterable[str] = ()) -> None:
        """Show exactly the pills `words`, those in `on` switched on; emits nothing."""
        wanted, lit = tuple(words), frozenset(on)
        # A button that gets its icon again has the whole column laid out again.
        if wanted == tuple(self._pills) and lit.intersection(wanted) == frozenset(self.on()):
            return
        if wanted != tuple(self._pills):
            self._rebuild(wanted)
        for name, pill in self._pills.items():
            pill.setChecked(name in lit)
        self._draw()

    def on(self) -> tuple[str, ...]:
        """Return the pills that are on, in the order shown."""
        return tuple(name for name, pill in self._pills.items() if pill.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme
        self._draw()

    def _rebuild(self, wanted: tuple[str, ...]) -> None:
        for pill in self._pills.values():
            self._flow.removeWidget(pill)
            pill.deleteLater()
        self._pills = {name: self._pill(name) for name in wanted}

    def _pill(self, name: str) -> QPushButton:
        pill = QPushButton(name.replace("&", "&&"))
        pill.setCheckable(True)
        pill.setAccessibleName(name)
        pill.setObjectName(f"{self.objectName()}-{name}")
        set_look(pill, "look", "pill")
        # `clicked`, not `toggled`: only a person speaks here, never `show_pills`.
        pill.clicked.connect(self._speak)
        self._flow.addWidget(pill)
        return pill

    def _speak(self) -> None:
        self._draw()
        self.chosen.emit(self.on())

    def _draw(self) -> None:
        if self._theme is None:
            return
        check = icon(self._theme, "check", "accent")
        for pill in self._pills.values():
            pill.setIcon(check if pill.isChecked() else type(check)())
