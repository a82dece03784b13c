"""What in this token deserves attention, worst first."""

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.analysis.finding import Finding
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.note_list import Note, NoteList
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import Card

_LOOKS = {
    Severity.ERROR: ("cross-circle", "bad"),
    Severity.WARNING: ("warning", "warn"),
    Severity.INFO: ("info", "info"),
}
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class FindingsPane(Pane):
    """Lists `known.findings`, after the notes on what was cleaned from a paste."""

    def __init__(self, _store: Store) -> None:
        super().__init__()
        self.list = NoteList()
        self.list.setObjectName("findingsList")
        self.list.setAccessibleName(tr("Findings"))
        self.count = Badge()
        self.card = Card(tr("Findings"), "list-check")
        self.card.add_action(self.count)
        self.card.set_body(self.list, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the findings when they have changed."""
        if old is not None and _sources(old) == _sources(new):
            return
        ordered = sorted(new.known.findings, key=lambda one: _RANK[one.severity])
        notes = (*_cleaned(new), *(_note(one) for one in ordered))
        self.list.show_notes(notes, _nothing(new))
        waiting = sum(one.severity is not Severity.INFO for one in ordered)
        worst = any(one.severity is Severity.ERROR for one in ordered)
        words = plural(waiting, "{count} to review", "{count} to review") if waiting else ""
        self.count.show_badge(words, "bad" if worst else "warn")

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()


def _sources(session: Session) -> tuple[object, ...]:
    return session.known.findings, session.known.notes, session.known.others, session.empty


def _note(one: Finding) -> Note:
    icon, tone = _LOOKS[one.severity]
    return Note(icon, tone, one.title, one.detail, one.reference)


def _cleaned(session: Session) -> tuple[Note, ...]:
    said = tuple(Note("info", "info", one.message, "", "") for one in session.known.notes)
    if not session.known.others:
        return said
    more = plural(
        session.known.others,
        "{count} further token is in the same text",
        "{count} further tokens are in the same text",
    )
    detail = tr("The first one is shown. Paste another alone to look at it.")
    return (*said, Note("info", "info", more, detail, ""))


def _nothing(session: Session) -> str:
    if session.empty:
        return tr("What deserves attention in a token is listed here.")
    return tr("Nothing to remark.")


PANE = PaneSpec("findings", "Findings", Area.LEFT, 20, FindingsPane, share=250, key="Ctrl+5")
