"""What a certificate says, in two columns: a name, and a value that can be selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.certificate_facts import Fact
from jwtdesk.ui.style import apply_theme, set_look, set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.plain_label import PlainLabel

_LEAST = 9
"""The average characters that a name keeps where the text is large and the room is narrow."""
_CODE = 16
"""So many of a number or a thumbprint; it is copied whole all the same."""
_AIR = 3
"""Above and below a line of words, in pixels: as much as a button beside one takes."""


class CertificateGrid(QWidget):
    """Holds the facts of one certificate below each other.

    The rows are made anew only for other names: a value that changes with the clock keeps its
    place, its selection and the keyboard.
    """

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._rows: tuple[tuple[str, bool], ...] = ()
        self._parts: list[QWidget] = []
        self.values: dict[str, PlainLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show `facts` in their order; without any the grid takes no room."""
        rows = tuple((one.name, one.code) for one in facts)
        if rows != self._rows:
            self._rows = rows
            self._make()
        for one in facts:
            value = self.values[one.name]
            value.setText(one.value)
            value.setAccessibleName(tr("{name}: {words}", name=one.name, words=one.value))
        set_shown(self, bool(facts))

    def set_theme(self, theme: Theme) -> None:
        """Draw what is made later with `theme`."""
        self._theme = theme

    def _make(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.values = [], {}
        for row, (name, code) in enumerate(self._rows):
            title = PlainLabel(name, tone="muted", elide=True, least=_LEAST)
            value = self.values[name] = _value(code=code)
            side = Qt.AlignmentFlag.AlignVCenter if code else Qt.AlignmentFlag.AlignTop
            beside = _copied(name, value) if code else value
            if not code:
                title.setContentsMargins(0, _AIR, 0, _AIR)
                value.setContentsMargins(0, _AIR, 0, _AIR)
            self._grid.addWidget(title, row, 0, side)
            self._grid.addWidget(beside, row, 1, side)
            self._parts += [title, beside]
        if self._theme is not None:
            for part in self._parts:
                apply_theme(part, self._theme)


def _value(*, code: bool) -> PlainLabel:
    if code:
        return PlainLabel(type="smallmono", elide=True, least=_CODE)
    return PlainLabel(wrap=True, selectable=True)


def _copied(name: str, value: PlainLabel) -> QWidget:
    """Return `value` with the button beside it that copies it whole."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(value)
    button = CopyButton(tr("Copy: {name}", name=name), value.text)
    set_look(button, "dense", True)
    row.addWidget(button)
    row.addStretch(1)
    return box
