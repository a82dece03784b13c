"""Is what the desk knows about the token that lies on it? Only then can that token be changed.

While an answer is awaited the last token and the last texts stay. An edit of those would take
their content for that of another token, or drop what was typed since.
"""

from dataclasses import replace

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr
from jwtdesk.model.session import PaneName, Session
from jwtdesk.model.source import FromClaims

_CLAIMS = frozenset({PaneName.HEADER, PaneName.PAYLOAD})


def can_type(session: Session) -> bool:
    """Return whether header and payload stand for the token on the desk, or own the truth."""
    return isinstance(session.source, FromClaims) or not session.known.waiting & _CLAIMS


def is_made(session: Session) -> bool:
    """Return whether the token was read and says what the panes say."""
    return not session.known.unread and not session.known.waiting


def not_yet(session: Session) -> Session:
    """Return the session with the reason why its token cannot be changed just now."""
    known = session.known
    if not known.unread and any(map(known.problems_of, _CLAIMS)):
        text = tr("The token does not say what its panes say: mend them first, or undo.")
    else:
        text = tr("The token is still being worked out: try again in a moment.")
    return replace(session, notice=Problem("not-yet", text, severity=Severity.WARNING))
