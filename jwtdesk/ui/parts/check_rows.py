"""A checklist: each rule with how it stands, one sentence, and where it is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.analysis.profile import Check
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.checklists import Checklist
from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.reference_link import ReferenceLink

_ICONS = {
    State.OK: "check-circle",
    State.BAD: "cross-circle",
    State.WARN: "warning",
    State.UNKNOWN: "unknown",
}


def _state_words(state: State) -> str:
    words = {
        State.OK: tr("Holds"),
        State.BAD: tr("Broken"),
        State.WARN: tr("Not advised"),
    }
    return words.get(state, tr("For you to compare"))


class CheckRows(QWidget):
    """Draws checklists below each other; without a right signature nothing in them is green."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Checklist, ...], bool] | None = None
        self._theme: Theme | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_lists(self, lists: tuple[Checklist, ...], *, proven: bool) -> None:
        """Show `lists`; nothing happens when they are shown already."""
        if (lists, proven) == self._shown:
            return
        self._shown = (lists, proven)
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for one in lists:
            part = _drawn(one, proven=proven)
            if self._theme is not None:
                apply_theme(part, self._theme)
            self._column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme


def _drawn(one: Checklist, *, proven: bool) -> QWidget:
    part = QWidget()
    part.setObjectName(f"checklist-{one.name}")
    part.setAccessibleName(one.title)
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(9)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.addWidget(_head(one), 0, 0, 1, 3)
    for line, check in enumerate(one.checks, start=1):
        _row(grid, line, check, proven=proven)
    return part


def _head(one: Checklist) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 2)
    row.setSpacing(8)
    row.addWidget(PlainLabel(one.title, type="title"))
    broken = sum(check.state is State.BAD for check in one.checks)
    odd = sum(check.state is State.WARN for check in one.checks)
    if broken:
        row.addWidget(Badge(plural(broken, "{count} broken", "{count} broken"), "bad"))
    elif odd:
        row.addWidget(Badge(plural(odd, "{count} to review", "{count} to review"), "warn"))
    row.addStretch(1)
    return head


def _row(grid: QGridLayout, line: int, check: Check, *, proven: bool) -> None:
    tone = check.state.value
    if check.state is State.OK and not proven:
        tone = "faint"
    icon = IconLabel(_ICONS.get(check.state, "unknown"), tone, 15)
    icon.setAccessibleName(_state_words(check.state))
    words = PlainLabel(check.sentence, wrap=True, selectable=True)
    words.setAccessibleName(f"{_state_words(check.state)}: {check.sentence} {check.reference}")
    where = ReferenceLink(check.reference)
    where.setMaximumWidth(190)
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(icon, line, 0, top)
    grid.addWidget(words, line, 1)
    grid.addWidget(where, line, 2, top)
