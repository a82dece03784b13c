"""What was not even tried is not called wrong."""

from dataclasses import replace

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.words import tr
from jwtdesk.model.payload_notes import can_decrypt_anyway
from jwtdesk.model.session import Session


def held_back(session: Session) -> Session:
    """Return `session` with a warning where only patience is missing (RFC 7518 section 4.8.1.2)."""
    if not can_decrypt_anyway(session):
        return session
    verdict = session.verdict
    lamp = replace(verdict.signature, state=State.WARN, short=tr("Not tried"))
    headline = tr("Not decrypted yet: deriving its key from the password takes long")
    return replace(session, verdict=replace(verdict, signature=lamp, headline=headline))
