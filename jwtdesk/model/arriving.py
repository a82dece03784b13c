"""A large text that was pasted: it is read elsewhere, and the desk stays as it is until then."""

from dataclasses import replace

from jwtdesk.analysis.no_token import no_verdict
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Answer, Reading
from jwtdesk.model.answers import read_text
from jwtdesk.model.cost import Cost, cost
from jwtdesk.model.ledger import Ledger
from jwtdesk.model.questions import ReadToken
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromToken
from jwtdesk.model.token_edits import pasted

TEXTS = frozenset({PaneName.TOKEN, PaneName.HEADER, PaneName.PAYLOAD})


def taken(session: Session, text: str) -> Session:
    """A text was pasted: it is put on the desk at once where it is read at once."""
    wish = ReadToken(text)
    if cost(wish) is Cost.INSTANT:
        return pasted(session, text, read_text(text))
    return replace(session, arriving=wish)


def arrived(session: Session, answer: Answer) -> Session:
    """The text was read: it takes the place of what is on the desk."""
    wish = session.arriving
    if wish is None or not isinstance(answer, Reading):
        return replace(session, arriving=None)
    session = pasted(session, wish.text, answer)
    verdict = replace(session.verdict, headline=tr("Checking the token…"), reason="")
    session = replace(session, verdict=verdict)
    if session.source != FromToken(wish.text):
        return session
    # Nothing was cleaned away: it is the reading that the walk asks for, so it is not read again.
    return replace(session, answers=(*session.answers, (wish, answer)))


def stopped(session: Session) -> Session | None:
    """Undo takes back a paste that has not arrived yet; None when nothing is on its way."""
    return None if session.arriving is None else replace(session, arriving=None)


def held_up(session: Session, ledger: Ledger) -> Session:
    """Return `session` with what lies on the desk marked as about to give way."""
    if session.arriving is None:
        return session
    # Also when the answer is at hand: it has to come as an edit.
    ledger.ask_on(session.arriving)
    return replace(session, known=replace(session.known, unread=True, waiting=TEXTS))


def announced(session: Session) -> Session:
    """Return `session` with a verdict that says what is awaited, and how to do without it."""
    if session.arriving is None:
        return session
    verdict = no_verdict()
    return replace(
        session,
        verdict=replace(
            verdict,
            structure=replace(verdict.structure, state=State.PENDING),
            signature=replace(verdict.signature, state=State.PENDING),
            headline=tr("Reading {count} characters…", count=f"{len(session.arriving.text):,}"),
            reason=tr("They take the place of what is on the desk. Undo stops that."),
        ),
    )
