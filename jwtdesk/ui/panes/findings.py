"""What in this token deserves attention, worst first."""

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Kind
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.finding_fixes import fix_of
from jwtdesk.model.finding_places import place_of
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.note import Note
from jwtdesk.ui.parts.note_list import NoteList
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import Card

_LOOKS = {
    Severity.ERROR: ("cross-circle", "bad"),
    Severity.WARNING: ("warning", "warn"),
    Severity.INFO: ("info", "info"),
}
_LEAST = 24
"""The title of the first finding stays in sight, in pixels, however full the column is."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class FindingsPane(Pane):
    """Lists `known.findings`, after the notes on what was cleaned from a paste."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._findings: tuple[Finding, ...] = ()
        self._before = 0
        self.list = NoteList()
        self.list.setObjectName("findingsList")
        self.list.setMinimumHeight(_LEAST)
        self.list.setAccessibleName(tr("Findings"))
        self.list.chosen.connect(self._go)
        self.list.fixed.connect(self._fix)
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
        cleaned = _cleaned(new)
        self._findings, self._before = tuple(ordered), len(cleaned)
        notes = (*cleaned, *(_note(new, one) for one in ordered))
        words, icon = _nothing(new)
        self.list.show_notes(notes, words, icon)
        waiting = sum(one.severity is not Severity.INFO for one in ordered)
        worst = any(one.severity is Severity.ERROR for one in ordered)
        words = plural(waiting, "{count} to review", "{count} to review")
        if waiting:
            self.count.show_badge(words, "bad" if worst else "warn")
        else:
            wrong = new.verdict.signature.state is State.BAD
            # An empty list says so itself.
            calm = tr("Nothing to review") if notes and _readable(new) else ""
            self.count.show_badge(calm, "plain" if wrong else "ok")

    def _go(self, row: int) -> None:
        """Go where the finding in `row` points."""
        finding = self._at(row)
        place = place_of(self._store.session, finding) if finding else None
        if place is not None:
            self.pointed.emit(place)

    def _fix(self, row: int) -> None:
        """Do what can be done about the finding in `row`."""
        finding = self._at(row)
        fix = fix_of(self._store.session, finding) if finding else None
        if fix is not None:
            self._store.dispatch(fix.edit)

    def _at(self, row: int) -> Finding | None:
        place = row - self._before
        return self._findings[place] if 0 <= place < len(self._findings) else None

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus()


def _sources(session: Session) -> tuple[object, ...]:
    known = session.known
    wrong = session.verdict.signature.state is State.BAD
    broken = session.verdict.structure.state is State.BAD
    return known.findings, known.notes, known.others, session.empty, wrong, broken, known.inexact


def _note(session: Session, one: Finding) -> Note:
    icon, tone = _LOOKS[one.severity]
    fix = fix_of(session, one)
    placed = place_of(session, one) is not None
    return Note(icon, tone, one.title, one.detail, one.reference, fix.label if fix else "", placed)


def _readable(session: Session) -> bool:
    """Return whether there is a token that could be looked through at all."""
    return session.known.token.kind is not Kind.UNREADABLE


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


def _nothing(session: Session) -> tuple[str, str]:
    """Return what is said where there is no finding, and its icon."""
    if session.empty:
        return tr("What deserves attention in a token is listed here."), ""
    if not _readable(session):
        return tr("There is no token to look through yet."), ""
    if session.verdict.structure.state is State.BAD:
        return tr("Nothing beyond what the verdict says."), "check"
    wrong = session.verdict.signature.state is State.BAD
    return tr("Nothing to review."), "check" if wrong else "check-circle"


PANE = PaneSpec("findings", "Findings", Area.LEFT, 20, FindingsPane, share=230, key="Ctrl+5")
