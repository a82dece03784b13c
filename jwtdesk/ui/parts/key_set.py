"""The keys of a set: what each is called, what it is, and how it serves this token."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.key_card import SetRow, set_rows
from jwtdesk.model.session import Session
from jwtdesk.ui.parts.note import Note
from jwtdesk.ui.parts.note_list import NoteList
from jwtdesk.ui.widgets.plain_label import PlainLabel

_MOST = 4
_LOOKS = {"ok": ("check-circle", "ok"), "plain": ("key", "muted"), "muted": ("minus", "muted")}


class KeySet(QWidget):
    """Hidden for a single key; of a large set a few rows are seen at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SetRow, ...] = ()
        self.list = _Rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(tr("Keys of the set"), type="title"))
        column.addWidget(self.list)
        self.hide()

    def draw(self, session: Session) -> None:
        """Show the members of the set."""
        # The one that serves this token stands first: of a large set few rows are seen.
        rows = tuple(sorted(set_rows(session), key=lambda one: one.tone != "ok"))
        self.setVisible(bool(rows))
        if rows == self._rows:
            return
        self._rows = rows
        self.list.show_notes(tuple(map(_note, rows)), "")
        self.list.updateGeometry()
        self.list.scrollToTop()


class _Rows(NoteList):
    """A list as high as its rows, up to a few."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keySet")
        self.setAccessibleName(tr("Keys of the set"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few rows."""
        heights = [self.sizeHintForRow(row) for row in range(min(self.count(), _MOST))]
        return QSize(120, sum(max(one, 24) for one in heights) + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height: the card scrolls, not this list."""
        return self.sizeHint()


def _note(row: SetRow) -> Note:
    icon, tone = _LOOKS[row.tone]
    return Note(icon, tone, row.name, row.serves, row.kind)
