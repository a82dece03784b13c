"""Applying an explanation's mend, and taking it back with undo."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.analysis.hypothesis import Effort, Fix, UseKey, UseToken
from jwtdesk.model.session import Mend, Session
from jwtdesk.model.token_edits import edited
from jwtdesk.model.token_edits import undone as step_undone


def mended(session: Session, fix: Fix) -> Session:
    """Apply all changes of `fix` together: another key, another token, or both."""
    before = session
    for change in fix.changes:
        match change:
            case UseToken(text):
                session = edited(session, text, at=-1.0)
            case UseKey(key):
                session = replace(session, key=key, making=None)
            case never:
                assert_never(never)
    if session.key == before.key:
        return session
    with_token = session.source != before.source
    mend = Mend(before.key, len(session.history.past), with_token=with_token)
    return replace(session, mend=mend, effort=Effort.QUICK)


def undone(session: Session) -> Session:
    """Take the latest step back: a mend of the key, and the token's with it, when it was one."""
    mend = session.mend
    if mend is None or len(session.history.past) != mend.depth:
        return step_undone(session)
    session = step_undone(session) if mend.with_token else session
    return replace(session, key=mend.key, mend=None)
