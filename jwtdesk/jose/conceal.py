"""Claims made into disclosures by ticking them (RFC 9901 section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

HASH_NAMES = ("sha-256", "sha-384", "sha-512")


@dataclass(frozen=True, slots=True)
class Concealed:
    """The payload with digests in it, and the disclosures that belong to them."""

    payload: str
    disclosures: tuple[str, ...]


def conceal(
    payload: str,
    paths: frozenset[str],
    salts: Sequence[str],
    *,
    decoys: int = 0,
    hash_name: str = HASH_NAMES[0],
) -> Concealed | Problem:
    """Return why nothing is concealed: being replaced."""
    del payload, paths, salts, decoys, hash_name
    return Problem("not-possible", tr("This cannot be done."))
