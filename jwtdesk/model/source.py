"""Who owns the truth: the token that is being checked, or the claims a token is made of."""

from dataclasses import dataclass

from jwtdesk.jose.token import Token
from jwtdesk.model.carriage import Carriage
from jwtdesk.model.forms import Form


@dataclass(frozen=True, slots=True)
class FromToken:
    """The token text owns the truth: everything else is read from it. We are checking."""

    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One half of the claims: the header or the payload.

    `text` is what its pane holds, read as `form` says. `encoded` is the base64url segment as it was
    received, re-emitted byte for byte while the pane is untouched; None once it was typed in.
    """

    text: str
    encoded: str | None = None
    form: Form = Form.JSON


@dataclass(frozen=True, slots=True)
class FromClaims:
    """Header and payload own the truth: a token is made of them. We are making.

    `signature` is the encoded signature that was there before the edit: it stays, stale, for as
    long as no key signs. `tail` follows it: the disclosures of an SD-JWT. `like` is the token in
    JSON serialisation that the claims came from, whose form is kept, and `entry` says which of its
    signatures the header belongs to. A `detached` payload travels apart from the token;
    `carriage` is how an untouched one stood in it.
    """

    header: Part
    payload: Part
    signature: str = ""
    tail: str = ""
    sign: bool = True
    like: Token | None = None
    entry: int = 0
    detached: bool = False
    carriage: Carriage = Carriage.ENCODED


Source = FromToken | FromClaims
EMPTY = FromToken("")
