"""What the reader's service would demand of a token, besides a right signature."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """Expectations held against a token; an empty one demands nothing.

    `leeway`, `max_age` and `max_lifetime` are in seconds. The tuples list what is accepted
    (`algorithms`, `issuers`, `audiences`: any one of them) or demanded (`required`: every claim).
    """

    leeway: int = 0
    algorithms: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    subject: str | None = None
    type: str | None = None
    nonce: str | None = None
    kb_aud: str | None = None
    kb_nonce: str | None = None
    max_age: int | None = None
    max_lifetime: int | None = None
