"""What came out as it was stays the very same object: whoever draws compares by identity."""

from dataclasses import fields, replace
from typing import Any

from jwtdesk.model.session import Known, Session

# Large texts and their members are no part of this: they come out of the answers, which are the
# same objects anyway, and comparing them would cost more than it saves.
SMALL = (
    "token_origin",
    "notes",
    "pair",
    "verifications",
    "opening",
    "signing_problem",
    "provenance",
    "findings",
    "diagnosis",
    "problems",
    "unread",
    "waiting",
    "inexact",
    "layers",
)
ALL = tuple(field.name for field in fields(Known))


def like(old: Session, new: Session) -> Session:
    """Return `new` with the parts of `old` in the place of those that are equal to them."""
    return replace(
        new,
        shown=_either(old.shown, new.shown),
        verdict=_either(old.verdict, new.verdict),
        known=_known(old.known, new.known),
    )


def _known(old: Known, new: Known) -> Known:
    same = {name: _either(getattr(old, name), getattr(new, name)) for name in SMALL}
    merged = replace(new, **same)
    if all(getattr(merged, name) is getattr(old, name) for name in ALL):
        return old
    return merged


def _either(old: Any, new: Any) -> Any:
    return old if old == new else new
