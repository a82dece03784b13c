"""Who owns the truth: the token that is being checked, or the claims a token is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FromToken:
    """The token text owns the truth: everything else is read from it. We are checking."""

    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One half of the claims: the header or the payload.

    `text` is what its pane holds. `encoded` is the base64url segment as it was received, re-emitted
    byte for byte while the pane is untouched; None once the pane was typed in.
    """

    text: str
    encoded: str | None = None


@dataclass(frozen=True, slots=True)
class FromClaims:
    """Header and payload own the truth: a token is made of them. We are making.

    `signature` is the encoded signature that was there before the edit: it stays, stale, for as
    long as no key signs.
    """

    header: Part
    payload: Part
    signature: str = ""
    tail: str = ""
    sign: bool = True


Source = FromToken | FromClaims
EMPTY = FromToken("")
