"""Edits of the key: they never touch a token that is being checked."""

from dataclasses import replace

from jwtdesk.analysis.hypothesis import Effort
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Answer, MadeKey
from jwtdesk.model.edits import KeyWanted
from jwtdesk.model.questions import MakeKey
from jwtdesk.model.session import Session
from jwtdesk.model.shown_algorithm import can_make_key, content_of, ways


def key(session: Session, given: KeyInput) -> Session:
    """Another key: the owner of the truth decides whether that verifies again or signs again."""
    if given == session.key:
        return session
    return replace(session, key=given, making=None, mend=None, effort=Effort.QUICK)


def wanted_key(session: Session, wish: KeyWanted) -> Session:
    """A new key was asked for; one for encrypting serves the header's `enc` unless told another."""
    name = wish.name
    if not can_make_key(name):
        message = tr("There is no key to make for the algorithm “{name}”.", name=name)
        return replace(session, notice=Problem("unsupported-algorithm", message))
    serial = session.made + 1
    enc = "" if algorithm(name) else content_of(wish.enc or ways(session).enc).name
    making = MakeKey(name, serial, wish.bits, enc, wish.curve)
    return replace(session, making=making, made=serial)


def unwanted(session: Session) -> Session:
    """The user does not want to wait for the new key any longer."""
    return session if session.making is None else replace(session, making=None)


def made(session: Session, answer: Answer) -> Session:
    """The new key goes into the key field; the one it replaces can be put back."""
    session = replace(session, making=None)
    if isinstance(answer, Problem):
        return replace(session, notice=answer)
    if not isinstance(answer, MadeKey):
        return session
    lost = session.key if session.key.octets else None
    message = tr("A new key was made.")
    if lost:
        message = tr("A new key was made; the one before it can be put back.")
    return replace(
        session,
        key=KeyInput(answer.octets),
        signing_key=KeyInput(),
        previous_key=lost,
        notice=Problem("key-made", message, severity=Severity.INFO),
    )
