"""Sentences below each other, each with the same mark before it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.ui.style import apply_theme, set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel


class Remarks(QWidget):
    """Shows sentences that are wrapped and can be selected; none, and it takes no room."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self._look = (icon, tone)
        self._theme: Theme | None = None
        self._rows: list[tuple[QWidget, PlainLabel]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(7)

    def show_words(self, sentences: tuple[str, ...]) -> None:
        """Show `sentences` in their order."""
        while len(self._rows) < len(sentences):
            self._add()
        for at, (row, label) in enumerate(self._rows):
            if at < len(sentences):
                label.setText(sentences[at])
            set_shown(row, at < len(sentences))
        set_shown(self, bool(sentences))

    def words(self) -> tuple[str, ...]:
        """Return the sentences that are shown."""
        return tuple(label.text() for row, label in self._rows if not row.isHidden())

    def set_theme(self, theme: Theme) -> None:
        """Draw what is added later with `theme`."""
        self._theme = theme

    def _add(self) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        label = PlainLabel(wrap=True, selectable=True)
        line.addWidget(IconLabel(*self._look), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label, 1)
        self._column.addWidget(row)
        self._rows.append((row, label))
        if self._theme is not None:
            apply_theme(row, self._theme)
