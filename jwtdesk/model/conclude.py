"""From what the user did to everything the window shows: one walk, asking for what is missing."""

from dataclasses import replace
from typing import cast

from jwtdesk.jose.jsontext import Member
from jwtdesk.model.answer_values import Answer, Reading
from jwtdesk.model.arriving import announced, held_up
from jwtdesk.model.chosen_certificate import still_there
from jwtdesk.model.compose import compose
from jwtdesk.model.composed import Composed
from jwtdesk.model.decrypted import decrypted
from jwtdesk.model.diagnosing import diagnosed
from jwtdesk.model.held_back import held_back
from jwtdesk.model.judge_session import interrupted, judged, unsigned
from jwtdesk.model.key_facts import key_facts
from jwtdesk.model.keys_read import keys_of
from jwtdesk.model.layered import layered
from jwtdesk.model.ledger import Know, Ledger, nothing
from jwtdesk.model.likeness import like
from jwtdesk.model.pane_problems import pane_problems
from jwtdesk.model.panes import panes_filled
from jwtdesk.model.provenance import provenance
from jwtdesk.model.questions import ReadToken, Survey
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromToken
from jwtdesk.model.word_trial import still_meant


def conclude(session: Session, know: Know = nothing) -> Session:
    """Return `session` with everything known by now, and with the questions it asks next.

    `know` gives the answers that are at hand without waiting.
    """
    before, ledger = session, Ledger(session.answers, know)
    session = _keys(session, ledger)
    composed = _composed(session, ledger)
    if composed.token is not None:
        session = replace(session, shown=replace(session.shown, token=composed.token))
    session = still_meant(_read(session, ledger, composed))
    session = decrypted(session, ledger, composed)
    session = panes_filled(session, ledger, composed)
    session = key_facts(session, composed)
    session = provenance(session, composed)
    session = held_up(session, ledger)
    session = held_back(judged(session, ledger))
    session = diagnosed(session, ledger)
    session = interrupted(unsigned(session, composed), composed)
    session = pane_problems(announced(session), composed)
    session = _surveyed(session, ledger)
    session = layered(session, ledger)
    if session.making is not None:
        ledger.ask(session.making)
    if session.presenting is not None:
        ledger.ask(session.presenting.question)
    if session.fetching.asking is not None:
        ledger.ask(session.fetching.asking)
    if session.word_trial.asking is not None:
        ledger.ask(session.word_trial.asking)
    return still_there(replace(like(before, session), answers=ledger.used, asks=ledger.asks))


def _keys(session: Session, ledger: Ledger) -> Session:
    keys = keys_of(session.key, ledger)
    signing_keys = keys_of(session.signing_key, ledger)
    known = replace(session.known, keys=keys, signing_keys=signing_keys)
    return replace(session, known=known)


def _composed(session: Session, ledger: Ledger) -> Composed:
    if isinstance(session.source, FromToken):
        return Composed(token=session.source.text)
    known = session.known
    signer = known.signing_keys if session.signing_key.octets else known.keys
    awaited = session.signing_key if session.signing_key.octets else session.key
    if awaited.octets and signer is None:
        return Composed(pending=True)
    return compose(session.source, ledger, signer, compact=session.compact)


def _read(session: Session, ledger: Ledger, composed: Composed) -> Session:
    """Read the shown token; while that is awaited, the last reading stays, marked as waiting."""
    detached = session.detached if composed.detached is None else composed.detached
    reading = ledger.ask(ReadToken(session.shown.token, detached))
    known = session.known
    if not isinstance(reading, Reading):
        stale = frozenset({PaneName.HEADER, PaneName.PAYLOAD})
        return replace(session, known=replace(known, unread=True, waiting=stale))
    known = replace(
        known,
        token=reading.token,
        token_origin=reading.origin,
        notes=reading.notes,
        others=reading.others,
        unread=False,
        waiting=frozenset(),
    )
    return replace(session, known=known)


def _surveyed(session: Session, ledger: Ledger) -> Session:
    """Learn where the members stand; what was known of another text is forgotten."""
    known = replace(
        session.known,
        header_members=_members(ledger.ask(Survey(session.shown.header))),
        payload_members=_members(ledger.ask(Survey(session.shown.payload))),
    )
    return replace(session, known=known)


def _members(answer: Answer | None) -> tuple[Member, ...]:
    # A survey is answered with members only; walking thousands to prove it would cost a frame.
    return cast("tuple[Member, ...]", answer) if isinstance(answer, tuple) else ()
