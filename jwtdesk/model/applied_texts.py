"""What an edit of the token or the claims does to the session. Pure and total."""

from dataclasses import replace
from typing import assert_never

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model import arriving, claims_edits, kind_edits, mends, token_edits
from jwtdesk.model.edits import (
    AlgorithmPicked,
    ClaimSet,
    CompactSwitched,
    Formatted,
    FormChosen,
    HeaderEdited,
    PayloadEdited,
    Redone,
    Resigned,
    ReturnedToOriginal,
    SampleChosen,
    TextEdit,
    TokenEdited,
    TokenPasted,
    Undone,
)
from jwtdesk.model.session import Session

LARGEST_TOKEN = 10_000_000


def text_applied(session: Session, edit: TextEdit) -> Session:  # noqa: C901, PLR0911, PLR0912 - one line an edit
    """Return the session after an edit of the token or the claims."""
    match edit:
        case TokenEdited(text, at):
            return _too_large(session, text) or token_edits.edited(session, text, at)
        case TokenPasted(text):
            return _too_large(session, text) or arriving.taken(session, text)
        case SampleChosen():
            return token_edits.sample(session, edit)
        case ReturnedToOriginal():
            return token_edits.original(session)
        case HeaderEdited(text, at):
            return claims_edits.header(session, text, at)
        case PayloadEdited(text, at):
            return claims_edits.payload(session, text, at)
        case AlgorithmPicked(name):
            return claims_edits.algorithm_picked(session, name)
        case Resigned():
            return claims_edits.resigned(session)
        case Formatted(slot):
            return claims_edits.formatted(session, slot)
        case ClaimSet(slot, name, lexeme):
            return claims_edits.claim_set(session, slot, name, lexeme)
        case CompactSwitched(on):
            return replace(session, compact=on, compact_chosen=True)
        case FormChosen(form):
            return kind_edits.form_chosen(session, form)
        case Undone():
            return arriving.stopped(session) or mends.undone(session)
        case Redone():
            return token_edits.redone(session)
        case never:
            assert_never(never)


def _too_large(session: Session, text: str) -> Session | None:
    if len(text) <= LARGEST_TOKEN:
        return None
    message = tr(
        "This text has {count} characters; jwtdesk takes tokens of up to 10 MB. "
        "Nothing was changed.",
        count=f"{len(text):,}",
    )
    return replace(session, notice=Problem("too-large", message))
