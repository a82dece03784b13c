"""One row that can be ticked, and what is told of it to whoever rests on it or cannot see it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from jwtdesk.jose.words import tr
from jwtdesk.ui.widgets.plain_tip import tip_markup

ROLE = Qt.ItemDataRole.UserRole
"""Where an item of the list keeps its row."""


@dataclass(frozen=True, slots=True)
class TickRow:
    """A name and a value on one line, a word or a sentence below, perhaps more when it is opened.

    `key` is what the list tells of the row, `depth` how far it is indented. `below` is written in
    the tone `tone`, with a mark before it when that is `bad` or `warn`. `lines` are the pairs of
    words and value that stand below an opened row.
    """

    key: str
    name: str
    value: str
    ticked: bool
    depth: int = 0
    below: str = ""
    tone: str = "faint"
    tip: str = ""
    lines: tuple[tuple[str, str], ...] = ()


def fill(item: QListWidgetItem, row: TickRow) -> None:
    """Make `item` show `row`: its words for copying, its tip, and what a screen reader says."""
    tick(item, row)
    item.setText("\n".join((f"{row.name}: {row.value}", *(value for _words, value in row.lines))))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setToolTip(tip_markup("\n".join(one for one in (row.value, row.below, row.tip) if one)))
    told = [tr("{name}: {value}.", name=row.name, value=row.value), row.below]
    told += [tr("{name}: {value}.", name=words, value=value) for words, value in row.lines]
    item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(one for one in told if one))


def tick(item: QListWidgetItem, row: TickRow) -> None:
    """Make `item`, whose words are those of `row` already, show whether it is ticked."""
    item.setData(ROLE, row)
    item.setCheckState(Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
