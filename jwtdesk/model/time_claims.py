"""Which time claim a place in a pane belongs to, so that its chips can be offered there."""

from dataclasses import dataclass

from jwtdesk.analysis.registered_name import Place, Sort, names
from jwtdesk.jose.jsontext import Member
from jwtdesk.model.claims_shown import shows_json
from jwtdesk.model.edits import Slot
from jwtdesk.model.session import PaneName, Session

_PANES = {Slot.HEADER: PaneName.HEADER, Slot.PAYLOAD: PaneName.PAYLOAD}


@dataclass(frozen=True, slots=True)
class TimeClaim:
    """One time in a pane: its name, its value as written, and where its name begins."""

    slot: Slot
    name: str
    lexeme: str
    offset: int


def time_claims(session: Session, slot: Slot) -> tuple[TimeClaim, ...]:
    """Return the outermost time claims of one pane; of two with one name the last, which counts.

    None while the pane shows no JSON, cannot be edited, or is out of step with its members.
    """
    if _PANES[slot] in session.known.waiting or not shows_json(session.known, _PANES[slot]):
        return ()
    text, members = _pane(session, slot)
    known = names(Place.HEADER if slot is Slot.HEADER else Place.CLAIM)
    times = {
        one.name: TimeClaim(slot, one.name, text[one.value.start : one.value.end], one.key.start)
        for one in members
        if one.depth == 1 and one.name in known and known[one.name].sort is Sort.TIME
    }
    return tuple(times.values())


def time_claim_at(session: Session, slot: Slot, offset: int) -> TimeClaim | None:
    """Return the time claim that stands at `offset`, or alone in the line of it."""
    times = time_claims(session, slot)
    if not times:
        return None
    text, members = _pane(session, slot)
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    here = [one for one in members if start <= one.key.start < end and one.depth == 1]
    meant = [one for one in here if one.key.start <= offset <= one.value.end]
    if not meant and len(here) == 1:
        meant = here
    starts = {one.key.start for one in meant}
    return next((one for one in times if one.offset in starts), None)


def time_claim_at_caret(session: Session) -> TimeClaim | None:
    """Return the time claim that the user's caret is at."""
    caret = session.caret
    slots = {pane: slot for slot, pane in _PANES.items()}
    if caret is None or caret.pane not in slots:
        return None
    return time_claim_at(session, slots[caret.pane], caret.offset)


def _pane(session: Session, slot: Slot) -> tuple[str, tuple[Member, ...]]:
    if slot is Slot.HEADER:
        return session.shown.header, session.known.header_members
    return session.shown.payload, session.known.payload_members
