"""What stands inside and around the token on the desk, as one list from the outside in."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jwtdesk.jose.problem import Problem
from jwtdesk.model.holder import NodeKeys, NodePath
from jwtdesk.model.source import Source

if TYPE_CHECKING:
    from jwtdesk.analysis.node import Node


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A holder with the present inner token in it.

    `source` makes it and `token` is its text, None while it is awaited or when `problem` says why
    it cannot be made. An unsigned outer token has both: its old signature, and the problem.
    `detached` is the payload that travels apart from it.
    """

    source: Source
    token: str | None
    problem: Problem | None = None
    detached: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Layer:
    """One row of the list: a token or a certificate, how deep it stands, and how it fares.

    `path` is where it can be reached, None for a certificate, which is never on the desk. `text` is
    the token itself. `on_desk` marks the token on the desk. `problem` says why it could not be
    wrapped again after an edit further in.
    """

    node: "Node"
    depth: int
    path: NodePath | None
    text: str = ""
    on_desk: bool = False
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Layers:
    """All rows in reading order, none when the token stands alone.

    `around` are the holders of the token on the desk with every change in them, outermost first.
    `lent` names the tokens that a key of the one around them opens or verifies. `more` counts
    the rows that are not listed.
    """

    rows: tuple[Layer, ...] = ()
    around: tuple[Wrapped, ...] = ()
    lent: tuple[tuple[NodePath, NodeKeys], ...] = ()
    more: int = 0

    def at(self, path: NodePath) -> Layer | None:
        """Return the row of the token at `path`."""
        return next((one for one in self.rows if one.path == path), None)

    def leading_to(self, path: NodePath) -> "tuple[Layer, ...]":
        """Return the rows of the tokens from the outermost one to that at `path`, both included.

        A token is listed only where the one around it is.
        """
        return tuple(
            one for one in self.rows if one.path is not None and path[: len(one.path)] == one.path
        )
