"""The words beside the claims: what each means, and what its time says now, claimed or proven."""

from jwtdesk.analysis.registered_name import Name, Place, Sort, names
from jwtdesk.analysis.short_names import short_algorithm, short_name, short_way
from jwtdesk.analysis.time import Unit, floor, is_countable, moment, unit_of
from jwtdesk.analysis.time_words import relative
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.choose import named
from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.jsontext import Document, Member, Value
from jwtdesk.jose.key import Keys
from jwtdesk.jose.token import Segment
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr
from jwtdesk.model.claim_rows import instant
from jwtdesk.model.edits import Slot
from jwtdesk.model.forms import Form
from jwtdesk.model.hex_notes import hex_notes
from jwtdesk.model.margin_note import MarginNote, Tone
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.shown_algorithm import ways

__all__ = ["MarginNote", "Tone", "notes"]

_PROVEN = frozenset({SignatureCode.VERIFIED.value, SignatureCode.DECRYPTED.value})
CLOCK, CHECK, ALERT = "clock", "check", "warning"


def notes(session: Session, slot: Slot) -> tuple[MarginNote, ...]:
    """Return the notes of one claims pane; none while its text is out of step with the token."""
    pane = PaneName.HEADER if slot is Slot.HEADER else PaneName.PAYLOAD
    if slot is Slot.PAYLOAD and session.known.form is Form.HEX:
        return () if pane in session.known.waiting else hex_notes(session.shown.payload)
    members = session.known.header_members if slot is Slot.HEADER else session.known.payload_members
    document = _document(session, slot)
    values = document.value if document and document.sound else None
    if not isinstance(values, dict) or pane in session.known.waiting:
        return ()
    known = names(Place.HEADER if slot is Slot.HEADER else Place.CLAIM)
    found = [
        _note(session, slot, member, values[member.name])
        for member in members
        if member.name in known and member.depth == 1 and member.name in values
    ]
    return tuple(note for note in found if note is not None)


def _document(session: Session, slot: Slot) -> Document | None:
    known = session.known
    segment: Segment | None = known.header if slot is Slot.HEADER else known.payload
    return segment.document if segment else None


def _note(session: Session, slot: Slot, member: Member, value: Value) -> MarginNote | None:
    name, at = member.name or "", member.key.start
    if slot is Slot.HEADER:
        return _header_note(session, name, value, at)
    known = names(Place.CLAIM).get(name)
    if known is not None and known.sort is Sort.TIME:
        return _time_note(session, known, value, at)
    words = short_name(name)
    return MarginNote(at, words) if words else None


def _header_note(session: Session, name: str, value: Value, at: int) -> MarginNote | None:
    words = short_name(name, Place.HEADER)
    if name == "alg":
        # What the pane says: while nothing can be encrypted the token is still another one.
        words = _way_words(ways(session).alg or value)
    keys = session.known.keys
    if name == "kid" and isinstance(keys, Keys) and keys.is_set:
        if named(keys, value):
            return MarginNote(at, tr("Key found in the set"), Tone.OK, CHECK)
        return MarginNote(at, tr("Not in the key set"), Tone.WARN, ALERT)
    return MarginNote(at, words) if words else None


def _way_words(name: Value) -> str:
    signing = algorithm(name)
    if signing is not None:
        return short_algorithm(signing)
    encrypting = key_management(name)
    return short_way(encrypting) if encrypting else tr("Unknown algorithm")


def _time_note(session: Session, known: Name, value: Value, at: int) -> MarginNote:
    """Say what a time says; without a right signature it is only claimed, and coloured so."""
    seconds = moment(value)
    if seconds is None:
        return MarginNote(at, tr("Not a number of seconds"), Tone.BAD, ALERT)
    if unit_of(seconds) is not Unit.SECONDS:
        return MarginNote(at, _unit(unit_of(seconds)), Tone.WARN, ALERT)
    words = relative(known.name, seconds, session.moment)
    code = session.verdict.signature.code
    if code in (SignatureCode.MISMATCH.value, SignatureCode.MALFORMED.value):
        unproven = tr("{words}, not proven", words=words)
        return MarginNote(at, unproven, Tone.PLAIN, CLOCK, instant(value))
    tone = Tone.PLAIN
    if is_countable(seconds):
        tone = _tone(session, known.name, floor(seconds), proven=code in _PROVEN)
    return MarginNote(at, words, tone, CLOCK, instant(value))


def _tone(session: Session, name: str, second: int, *, proven: bool) -> Tone:
    ahead = second - session.moment
    leeway = session.rules.leeway
    if name == "exp":
        if ahead <= -leeway:
            return Tone.BAD
        if not proven:
            return Tone.PLAIN
        return Tone.OK if ahead > 0 else Tone.WARN
    if name == "nbf" and ahead > leeway:
        return Tone.BAD
    return Tone.WARN if name == "iat" and ahead > leeway else Tone.PLAIN


def _unit(unit: Unit) -> str:
    told = {
        Unit.MILLISECONDS: tr("Milliseconds? Times are in seconds"),
        Unit.MICROSECONDS: tr("Microseconds? Times are in seconds"),
        Unit.NANOSECONDS: tr("Nanoseconds? Times are in seconds"),
    }
    return told[unit]
