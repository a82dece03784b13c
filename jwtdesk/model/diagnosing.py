"""When to ask why a token does not verify, and what the best answer does to the headline."""

from dataclasses import replace

from jwtdesk.analysis.case import is_riddle
from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.analysis.hypothesis import Case, Confidence
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import Diagnose
from jwtdesk.model.session import Session
from jwtdesk.model.source import FromToken


def diagnosed(session: Session, ledger: Ledger) -> Session:
    """Return `session` with what is known of why it is not verified, or not decrypted.

    Asked for a token that is being checked under a key, and only once the verdict is there. A token
    edited without a key to sign it is no riddle.
    """
    known = session.known
    if not _is_riddle(session):
        # While the verdict on the next text is awaited, a riddle keeps its place in the window.
        kept = Diagnosis() if known.diagnosis is not None and _is_awaited(session) else None
        return replace(session, known=replace(known, diagnosis=kept))
    question = _question(session)
    found = ledger.ask(question)
    if not isinstance(found, Diagnosis):
        return replace(session, known=replace(known, diagnosis=Diagnosis()))
    if not found.finished:
        ledger.ask_on(question)
    session = replace(session, known=replace(known, diagnosis=found))
    return _told(session, found)


def stopped(session: Session) -> Session:
    """Take what has been found so far for the whole answer."""
    found = session.known.diagnosis or Diagnosis()
    question = _question(session)
    kept = tuple(pair for pair in session.answers if pair[0] != question)
    last = replace(found, finished=True)
    return replace(session, answers=(*kept, (question, last)))


def _question(session: Session) -> Diagnose:
    return Diagnose(session.shown.token, session.key, session.effort, session.detached)


def _is_awaited(session: Session) -> bool:
    return (
        isinstance(session.source, FromToken)
        and bool(session.key.octets)
        and session.verdict.signature.state is State.PENDING
    )


def _is_riddle(session: Session) -> bool:
    lamp, known = session.verdict.signature, session.known
    if not isinstance(session.source, FromToken) or lamp.state in (State.PENDING, State.OK):
        return False
    text = session.shown.token
    return is_riddle(Case(text, known.token, session.key, known.keys, known.verifications))


def _told(session: Session, found: Diagnosis) -> Session:
    """Name the best proven explanation in the headline."""
    best = next((one for one in found.explanations if one.confidence is Confidence.PROVEN), None)
    told = _headline(session)
    if best is None or not told:
        return session
    if not best.would:
        return replace(session, verdict=replace(session.verdict, reason=best.title))
    headline = tr(told, would=best.would.rstrip("."))
    return replace(session, verdict=replace(session.verdict, headline=headline))


def _headline(session: Session) -> str:
    """Return how a headline begins that names the cause, "" where none is named in it."""
    if session.known.token.encrypted is not None:
        return "Not decrypted: {would}"
    wrong = session.verdict.signature.code == SignatureCode.MISMATCH.value
    return "Wrong signature: {would}" if wrong else ""
