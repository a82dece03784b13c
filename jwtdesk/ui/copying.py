"""What each Copy action puts on the clipboard, read from the session."""

from collections.abc import Callable
from dataclasses import dataclass

from jwtdesk.model.layer_rows import outermost_text
from jwtdesk.model.session import Session


@dataclass(frozen=True, slots=True)
class Copy:
    """One thing that can be copied: its text, and the sentence said once it was."""

    text: Callable[[Session], str]
    said: str


def token_text(session: Session) -> str:
    """Return the token on one line, as it would be sent."""
    return session.known.token.text or session.shown.token


def _authorization(session: Session) -> str:
    token = token_text(session)
    return f"Authorization: Bearer {token}" if token else ""


COPIES = {
    "copy-token": Copy(token_text, "Token copied."),
    "copy-header": Copy(lambda session: session.shown.header, "Header copied."),
    "copy-payload": Copy(lambda session: session.shown.payload, "Payload copied."),
    "copy-authorization": Copy(_authorization, "Authorization header copied."),
    "copy-outermost": Copy(outermost_text, "Outermost token copied."),
}
