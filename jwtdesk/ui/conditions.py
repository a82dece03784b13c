"""When each action can be done, as pure functions of the session."""

from collections.abc import Callable

from jwtdesk.jose.key import Keys
from jwtdesk.model.edits import Edit, KeyWanted
from jwtdesk.model.session import Session
from jwtdesk.model.word_trial import hmac_part
from jwtdesk.ui.copying import token_text


def always(_session: Session) -> bool:
    """Allow the action at any time."""
    return True


def anything_to_clear(session: Session) -> bool:
    """Allow it when a token, a claim or a key is on the desk."""
    return not session.empty or bool(session.key.octets or session.signing_key.octets)


def has_token(session: Session) -> bool:
    """Allow it when there is a token to copy."""
    return bool(token_text(session))


def has_header(session: Session) -> bool:
    """Allow it when there is a header."""
    return bool(session.shown.header)


def has_payload(session: Session) -> bool:
    """Allow it when there is a payload."""
    return bool(session.shown.payload)


def can_undo(session: Session) -> bool:
    """Allow it when there is a step to go back to, or a paste on its way."""
    return bool(session.history.past) or session.arriving is not None


def can_redo(session: Session) -> bool:
    """Allow it when a step was undone."""
    return bool(session.history.future)


def can_return(session: Session) -> bool:
    """Allow it when the token is no longer the one that was pasted."""
    return bool(session.original) and session.shown.token.strip() != session.original.strip()


def can_resign(session: Session) -> bool:
    """Allow it when a key is there, and claims to sign."""
    given = session.key.octets or session.signing_key.octets
    return bool(given) and has_header(session) and has_payload(session)


def can_make_key(session: Session) -> bool:
    """Allow it when the algorithm is one that keys are made for."""
    return session.known.fitting_algorithm is not None


def wanted_key(session: Session) -> Edit | None:
    """Return the wish for a key that fits the present algorithm."""
    name = session.known.fitting_algorithm
    return KeyWanted(name) if name else None


def has_key(session: Session) -> bool:
    """Allow it when there is a key that could be read."""
    return isinstance(session.known.keys, Keys)


def has_hmac(session: Session) -> bool:
    """Allow it when a shared secret signs the token."""
    return hmac_part(session.known.token) is not None


def has_kept_keys(session: Session) -> bool:
    """Allow it when keys are kept for this session."""
    return bool(session.keyring)


def present(edit: Edit) -> Callable[[Session], Edit]:
    """Return what gives `edit`, whatever the session is."""
    return lambda _session: edit
