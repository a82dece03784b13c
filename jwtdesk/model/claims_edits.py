"""Edits that make the claims the owner of the truth: header, payload, algorithm, re-signing."""

from dataclasses import replace

from jwtdesk.jose.jsontext import pretty, read, replace_value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.desk_claims import FRESH_HEADER, FRESH_PAYLOAD, claims_of_desk
from jwtdesk.model.edits import Slot
from jwtdesk.model.forms import Form
from jwtdesk.model.picked_algorithm import with_algorithm
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromClaims, Part
from jwtdesk.model.token_edits import step
from jwtdesk.model.token_kinds import editable
from jwtdesk.model.up_to_date import can_type


def header(session: Session, text: str, at: float) -> Session:
    """The header pane was typed into; the payload keeps the segment it was received with."""
    if text == session.shown.header or not _typed(session, PaneName.HEADER):
        return session
    claims = claims_of_desk(session)
    return _owned(session, replace(claims, header=Part(text), sign=True), "header", at)


def payload(session: Session, text: str, at: float) -> Session:
    """The payload pane was typed into; the header keeps the segment it was received with."""
    if text == session.shown.payload or not _typed(session, PaneName.PAYLOAD):
        return session
    claims = claims_of_desk(session)
    part = Part(text, form=claims.payload.form)
    return _owned(session, replace(claims, payload=part, sign=True), "payload", at)


def algorithm_picked(session: Session, name: str) -> Session:
    """The picker changes the value of `alg` in the header text, and nothing else of it."""
    before = session.shown.header
    if PaneName.HEADER in session.known.inexact:
        message = tr("This header cannot be changed here, so no algorithm can be put into it.")
        return replace(session, notice=Problem("header-fixed", message))
    if before and not isinstance(read(before).value, dict):
        message = tr("The header is no JSON object: mend it first, then choose an algorithm.")
        return replace(session, notice=Problem("header-broken", message))
    text = with_algorithm(before or FRESH_HEADER, name)
    if text == before:
        return session
    return header(session, text, at=-1.0)


def claim_set(session: Session, slot: Slot, name: str, lexeme: str) -> Session:
    """A button changes the value of one member, and nothing else of its pane."""
    in_header = slot is Slot.HEADER
    before = session.shown.header if in_header else session.shown.payload
    if before and not isinstance(read(before).value, dict):
        message = tr("This is no JSON object: mend it first, then set “{name}”.", name=name)
        return replace(session, notice=Problem("claims-broken", message))
    if not in_header and session.known.form is not Form.JSON:
        message = tr("The payload is no JSON here: “{name}” has no place in it.", name=name)
        return replace(session, notice=Problem("claims-broken", message))
    if not read(lexeme).sound:
        return session
    text = replace_value(before or (FRESH_HEADER if in_header else FRESH_PAYLOAD), name, lexeme)
    return header(session, text, at=-1.0) if in_header else payload(session, text, at=-1.0)


def resigned(session: Session) -> Session:
    """The user wants this token signed with the present key: an explicit act of making."""
    if session.empty or not editable(session.known.token) or not can_type(session):
        return session
    return _owned(session, replace(claims_of_desk(session), sign=True), "", 0.0)


def formatted(session: Session, slot: Slot) -> Session:
    """A pane is laid out in lines; its bytes in the token stay while only white space differs."""
    pane = PaneName.HEADER if slot is Slot.HEADER else PaneName.PAYLOAD
    text = session.shown.header if slot is Slot.HEADER else session.shown.payload
    laid = pretty(text)
    if laid == text or not _typed(session, pane):
        return session
    claims = claims_of_desk(session)
    if slot is Slot.HEADER:
        claims = replace(claims, header=replace(claims.header, text=laid))
    else:
        claims = replace(claims, payload=replace(claims.payload, text=laid))
    return _owned(session, claims, "", 0.0)


def _typed(session: Session, pane: PaneName) -> bool:
    """Return whether `pane` shows all of its bytes, and those of the token on the desk."""
    return can_type(session) and pane not in session.known.inexact


def _owned(session: Session, claims: FromClaims, run: str, at: float) -> Session:
    if session.source == claims:
        return session
    history = session.history.noted(step(session), run if at >= 0 else "", at)
    return replace(session, source=claims, history=history, compact_chosen=True)
