"""A token that holds the one on the desk, as it was when the desk went inside."""

from dataclasses import dataclass, field

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.forms import Form
from jwtdesk.model.source import Source

# Where a token stands inside the outermost one: the path in each payload on the way there.
NodePath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeKeys:
    """The keys of one token of a nest: the one that checks, and the one that signs."""

    key: KeyInput = KeyInput()
    signing_key: KeyInput = KeyInput()


@dataclass(frozen=True, slots=True)
class Holder:
    """The outer token: its `source` and text, and where the inner one stands in its payload.

    `place` is a path in the payload, "" for all of it. `inner` is the inner token as it stood
    there: while that is unchanged, so is the outer one. `apart` is the payload that travels apart
    from it, as it was then. The rest is what comes back with it.
    """

    source: Source
    token: str
    place: str
    inner: str
    original: str
    detached: bytes | None = field(default=None, repr=False)
    form: Form | None = None
    compact: bool = True
    apart: bytes | None = field(default=None, repr=False)
