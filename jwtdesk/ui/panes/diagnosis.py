"""Why the signature does not verify: one card for each cause that explains it."""

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.note_list import Note, NoteList
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.card import Card


class DiagnosisPane(Pane):
    """Lists the causes; hidden for as long as there are none."""

    def __init__(self, _store: Store) -> None:
        super().__init__()
        self.list = NoteList()
        self.list.setObjectName("diagnosisList")
        self.list.setAccessibleName(tr("Why the signature does not verify"))
        card = Card(tr("Why it does not verify"), "search")
        card.set_body(self.list, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.hide()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the causes when they have changed."""
        causes = _causes(new)
        if old is not None and _causes(old) == causes:
            return
        self.list.show_notes(causes, "")
        self.setVisible(bool(causes))

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()


def _causes(_session: Session) -> tuple[Note, ...]:
    """Return what has been found out; the session holds no diagnosis yet."""
    return ()


PANE = PaneSpec("diagnosis", "Why it does not verify", Area.LEFT, 15, DiagnosisPane, share=200)
