"""The sentence for what is wrong in a pane, at its foot, with the way to the place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import plural, tr
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel

_LOOKS = {
    Severity.ERROR: ("cross-circle", "bad"),
    Severity.WARNING: ("warning", "warn"),
    Severity.INFO: ("info", "info"),
}


class ProblemLine(QFrame):
    """Shows the gravest of some problems; `wanted` carries the offset that one wants to see."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Problem, ...] = ()
        set_look(self, "cardPart", "foot")
        self.icon = IconLabel("cross-circle", "bad", 15)
        self.words = PlainLabel(wrap=True)
        self.go = Button(tr("Show"), "quiet")
        self.go.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the first of the gravest of `problems`; without any the line goes away."""
        ranked = sorted(problems, key=lambda one: list(_LOOKS).index(one.severity))
        if tuple(ranked) == self._shown:
            return
        self._shown = tuple(ranked)
        self.setVisible(bool(ranked))
        if not ranked:
            return
        first, more = ranked[0], len(ranked) - 1
        icon, tone = _LOOKS[first.severity]
        self.icon.show_icon(icon, tone)
        words = first.message
        if more:
            words = f"{words} {plural(more, '({count} more)', '({count} more)')}"
        self.words.setText(words)
        self.setAccessibleName(words)
        self.go.setVisible(first.span is not None)

    def _go(self) -> None:
        span = self._shown[0].span if self._shown else None
        if span is not None:
            self.wanted.emit(span.start)


def over(editor: QWidget, line: QWidget) -> QWidget:
    """Return a widget with `editor` above `line`; where there is little room the line is whole."""
    both = QWidget()
    editor.setMinimumHeight(1)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(editor, 1)
    column.addWidget(line)
    return both
