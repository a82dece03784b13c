"""The disclosures of an SD-JWT for a report: each with its place, and what is wrong with it."""

from dataclasses import dataclass

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.token import Token


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One disclosure (RFC 9901 section 4.2): `name` is None for a list entry.

    `path` is where it stands in the processed payload ("$.address.street"), None while it has no
    place; `problem` says what is wrong with it, None when nothing is.
    """

    name: str | None
    value: Value
    digest: str
    path: str | None
    problem: str | None


def disclosures(token: Token) -> tuple[Disclosure, ...]:
    """Return the disclosures of `token` in their order; none when it is no SD-JWT."""
    rows = token.selective.disclosures if token.selective else ()
    return tuple(
        Disclosure(
            name=one.name,
            value=one.value,
            digest=one.digest,
            path=one.path,
            problem=one.problem.message if one.problem else None,
        )
        for one in rows
    )


def has_key_binding(token: Token) -> bool:
    """Return whether a key binding JWT comes with `token` (RFC 9901 section 4.3)."""
    return token.selective is not None and bool(token.selective.key_binding)
