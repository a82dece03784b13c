"""The token on the desk gives way to another text of it, or a sentence says why it cannot."""

from dataclasses import replace

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.model.session import Session
from jwtdesk.model.source import FromToken
from jwtdesk.model.token_edits import step


def became(session: Session, text: str | Problem) -> Session:
    """Return the session with another token text that owns the truth, or the reason why not."""
    if isinstance(text, Problem):
        return not_possible(session, text.message)
    if text == session.shown.token:
        return session
    history = session.history.noted(step(session), "", 0.0)
    return replace(session, source=FromToken(text), history=history, compact_chosen=False, entry=0)


def not_possible(session: Session, sentence: str) -> Session:
    """Return the session as it is, with a sentence that says why nothing was done."""
    notice = Problem("not-possible", sentence, severity=Severity.WARNING)
    return replace(session, notice=notice)
