"""Facts in two columns, a name and a value, in a space that does not jump."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.plain_label import PlainLabel

_LEAST = 6
"""The average characters that a name keeps where the text is large and the room is narrow."""


class Fact(QWidget):
    """One value, with a badge or a copy button beside it where wanted."""

    def __init__(self, name: str, *, mono: bool = False, copy: str = "") -> None:
        super().__init__()
        self.name = PlainLabel(name, tone="muted", elide=True, least=_LEAST)
        self._shown: tuple[str, str, str] | None = None
        kind = "smallmono" if mono else "body"
        self.value = PlainLabel(type=kind, elide=True, selectable=not mono)
        self.badge = Badge()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.value)
        row.addWidget(self.badge)
        if copy:
            button = CopyButton(copy, self.value.text)
            set_look(button, "dense", True)
            row.addWidget(button)
        row.addStretch(1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a badge and a button, so that all rows are alike.

        In width it is the least: the value has what the names leave, and they give way last.
        """
        return QSize(self.minimumSizeHint().width(), max(24, super().sizeHint().height()))

    def show_fact(self, value: str, badge: str = "", tone: str = "plain") -> None:
        """Show `value`; without one the whole row goes away."""
        if (value, badge, tone) == self._shown:
            return
        self._shown = (value, badge, tone)
        self.value.setText(value)
        self.badge.show_badge(badge, tone)
        self.value.setAccessibleName(f"{self.name.text()}: {value}")
        self.setVisible(bool(value))
        self.name.setVisible(bool(value))


class FactGrid(QWidget):
    """Holds facts below each other, their values in line."""

    def __init__(self, *facts: Fact) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(facts):
            grid.addWidget(fact.name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(fact, row, 1)
