"""The editor of header and payload: JSON colours, problems, meanings and linked light."""

from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.edits import Slot
from jwtdesk.model.forms import Form
from jwtdesk.model.margin import MarginNote, notes
from jwtdesk.model.session import Known, PaneName, Session
from jwtdesk.model.token_kinds import editable
from jwtdesk.ui.editors.annotations import Note, Tone
from jwtdesk.ui.editors.colourist import Colourist
from jwtdesk.ui.editors.hex_colours import HexColourist
from jwtdesk.ui.editors.json_colours import JsonColourist
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.parts.caret_teller import CaretTeller
from jwtdesk.ui.parts.moment import moment_tip
from jwtdesk.ui.parts.problem_line import ProblemLine
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.store import Store

_BEGINNING = 200_000
"""How many code points are shown of a longer text until the rest is asked for."""


class ClaimsEditor(LinkedEditor):
    """Draws one half of the claims and says where its caret is.

    `problem` is the line that says what is wrong; the pane places it below.
    """

    def __init__(self, store: Store, pane: PaneName, slot: Slot) -> None:
        super().__init__(indents=True)
        self._pane = pane
        self._slot = slot
        self._noted: tuple[MarginNote, ...] = ()
        self._closed = False
        self.problem = ProblemLine()
        self.problem.wanted.connect(self._show_place)
        self.set_colourist(JsonColourist())
        self.set_gutter(True)
        self.show_beginning(_BEGINNING)
        CaretTeller(store, self, pane)

    def draw(self, old: Session | None, new: Session, text: str, light: tuple[Span, ...]) -> None:
        """Draw `text` and everything known of it; the light of one's own caret is left out."""
        # Always: an edit that was refused has left its text in the editor.
        self.show_text(text)
        if self._slot is Slot.PAYLOAD and not unchanged(old, new, "known.form"):
            self.set_colourist(_colourist(new.known.form))
        if not unchanged(old, new, "known", "shown", "verdict", "now", "as_of", "rules"):
            self._draw_known(old, new)
        self.light(light if new.caret is not None and new.caret.pane is not self._pane else ())

    def _draw_known(self, old: Session | None, new: Session) -> None:
        known = new.known
        self.set_dimmed(self._pane in known.waiting)
        if not unchanged(old, new, "known.inexact", "known.token"):
            self._draw_exactness(known)
        if not unchanged(old, new, "known.problems"):
            self.underline(known.problems_of(self._pane))
            self.problem.show_problems(known.problems_of(self._pane))
        members = "header_members" if self._slot is Slot.HEADER else "payload_members"
        noted_of = ["known.token", "known.keys", "known.waiting", f"known.{members}", "known.form"]
        noted_of += ["verdict", "now", "as_of", "rules"]
        if self._slot is Slot.PAYLOAD and known.form is Form.HEX:
            # The characters beside bytes say nothing of a verdict or a time.
            noted_of = ["known.form", "known.waiting", "shown.payload"]
        if unchanged(old, new, *noted_of):
            return
        noted = notes(new, self._slot)
        if noted != self._noted:
            self._noted = noted
            self.annotate([_note(one, new.moment) for one in noted])

    def _draw_exactness(self, known: Known) -> None:
        """Say why the text cannot be changed; of a closed payload the strip above it says so."""
        inexact = self._pane in known.inexact
        closed = inexact and self._slot is Slot.PAYLOAD and not editable(known.token)
        if self._closed and not closed:
            self.setReadOnly(False)
        self.set_exactness(_inexact_note(known) if inexact and not closed else None)
        self._closed = closed
        if closed:
            self.setReadOnly(True)

    def _show_place(self, offset: int) -> None:
        self.go_to(offset)
        self.setFocus()


def _note(one: MarginNote, now: int) -> Note:
    tip = "" if one.second is None else moment_tip(one.second, now)
    return Note(one.offset, one.text, Tone(one.tone.value), one.icon, tip, one.code)


def _colourist(form: Form) -> Colourist | None:
    if form is Form.HEX:
        return HexColourist()
    return JsonColourist() if form is Form.JSON else None


def _inexact_note(known: Known) -> str:
    if not editable(known.token):
        return tr("Encrypted: give the key that opens it to change this.")
    return tr("These bytes cannot be shown exactly as text, so they can only be looked at.")


def members_text(session: Session, pane: PaneName) -> str:
    """Return how many members the outermost object of `pane` has, in words."""
    known = session.known
    members = known.header_members if pane is PaneName.HEADER else known.payload_members
    top = sum(member.depth == 1 and member.name is not None for member in members)
    return plural(top, "{count} member", "{count} members") if top else ""
