"""One remark of a list, and what is told of it to whoever rests on it or cannot see it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from jwtdesk.jose.words import tr
from jwtdesk.ui.browser import KEYS, where_by_key
from jwtdesk.ui.widgets.plain_tip import tip_markup

ROLE = Qt.ItemDataRole.UserRole
"""Where an item of the list keeps its note."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark; `icon` and `tone` say how grave it is, `reference` stands small at the right.

    `fix` are the words of what one press can do about it; `placed` says it has a place to go to.
    """

    icon: str
    tone: str
    title: str
    detail: str
    reference: str
    fix: str = ""
    placed: bool = False


def fill(item: QListWidgetItem, note: Note) -> None:
    """Make `item` show `note`: its words, its tip, and what a screen reader says."""
    item.setData(ROLE, note)
    item.setText(f"{note.title}\n{note.detail}" if note.detail else note.title)
    keys = [tr("Enter: show the place")] if note.placed else []
    keys += [tr("Space: {fix}", fix=note.fix)] if note.fix else []
    leads = where_by_key(note.reference)
    tip = (note.detail, note.reference, *keys, leads)
    item.setToolTip(tip_markup("\n".join(tip).strip()))
    keys += [tr("{keys}: open the reference", keys=KEYS)] if leads else []
    spoken = tr(
        "{title}. {detail} {reference}",
        title=note.title,
        detail=note.detail,
        reference=note.reference,
    )
    item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join((spoken.strip(), *keys)))
