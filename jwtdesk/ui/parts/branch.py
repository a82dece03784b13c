"""One row of a list that may be a tree: a lamp, a title, quiet lines, and the one that is shown."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.plain_tip import tip_markup

ROLE = Qt.ItemDataRole.UserRole
"""Where an item of the list keeps its row."""
ICONS = {
    "ok": "check-circle",
    "bad": "cross-circle",
    "warn": "warning",
    "unknown": "unknown",
    "pending": "pending",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Words below the title; `whole` ones are wrapped, others are shortened to one line."""

    text: str
    tone: str = "muted"
    whole: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One row.

    `state` names its lamp, or `icon` another drawing. `mark` are the words beside the title of the
    row whose contents are shown elsewhere. `guides` has an entry for each level it is indented by:
    whether the line of that level goes on. `removal` says what its bin does, "" for no bin. `tip`
    is the whole of it for whoever rests on it, `enter` what a press does.
    """

    state: str
    title: str
    lines: tuple[Line, ...] = ()
    mark: str = ""
    guides: tuple[bool, ...] = ()
    removal: str = ""
    icon: str = ""
    tip: str = ""
    enter: str = ""

    @property
    def drawing(self) -> str:
        """The name of its icon."""
        return self.icon or ICONS.get(self.state, ICONS["unknown"])


def fill(item: QListWidgetItem, row: Branch) -> None:
    """Make `item` show `row`: its words, its tip, and what a screen reader says."""
    item.setData(ROLE, row)
    item.setText("\n".join((row.title, *(line.text for line in row.lines))))
    keys = [tr("Enter: {what}", what=row.enter)] if row.enter else []
    keys += [tr("Delete: {what}", what=row.removal)] if row.removal else []
    item.setToolTip(tip_markup("\n".join((row.tip, *keys)).strip()))
    level = tr("level {level}", level=len(row.guides) + 1) if row.guides else ""
    spoken = (row.title, row.mark, level, *(line.text for line in row.lines), row.tip, *keys)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, spoken)))
