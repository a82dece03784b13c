"""What came of making a token: the value that the rest of the walk rests on."""

from dataclasses import dataclass

from jwtdesk.jose.problem import Problem
from jwtdesk.model.session import PaneName


@dataclass(frozen=True, slots=True)
class Composed:
    """The token that the claims make, as far as it is known.

    `token` is None while it is not: because an answer is awaited (`pending`), a pane is broken
    (`problems`) or nothing can be encrypted (`unsigned` says why). `signed_by` names the key of a
    new signature or encryption; `unsigned` says why there is none. `header` is the header pane's
    text where making the token changed it (a fresh `epk`). `plaintext` is what was encrypted, None
    in a signed token; `detached` is the payload that travels apart.
    """

    token: str | None = None
    pending: bool = False
    problems: tuple[tuple[PaneName, Problem], ...] = ()
    signed_by: str | None = None
    plaintext: bytes | None = None
    unsigned: Problem | None = None
    can_sign: bool = True
    header: str | None = None
    detached: bytes | None = None
