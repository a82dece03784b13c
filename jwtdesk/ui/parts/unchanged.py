"""Whether there is anything to draw anew: by identity, because comparing contents would cost more.

The model hands on what it has not touched, so that an unchanged part is the very same object.
"""

from jwtdesk.jose.forgetting import remembered
from jwtdesk.model.ruler import Lit, lit
from jwtdesk.model.session import Session


def unchanged(old: Session | None, new: Session, *names: str) -> bool:
    """Return whether the fields `names` of both sessions are the same; "known.x" is a field too."""
    return old is not None and all(_field(old, name) is _field(new, name) for name in names)


def _field(session: Session, name: str) -> object:
    found: object = session
    for part in name.split("."):
        found = getattr(found, part)
    return found


class _Itself:
    """A session as a key of its own: equal to nothing else, whatever it holds."""

    __slots__ = ("session",)

    def __init__(self, session: Session) -> None:
        self.session = session

    def __hash__(self) -> int:
        return id(self.session)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.session is self.session


@remembered(1)
def _lit(key: _Itself) -> Lit:
    return lit(key.session)


def light_of(session: Session) -> Lit:
    """Return what the caret of `session` lights up; several panes ask, it is worked out once."""
    return _lit(_Itself(session))
