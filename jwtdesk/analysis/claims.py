"""The claims of a token, each with what it means and what its value says at a given moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jwtdesk.analysis.payload import claims_of
from jwtdesk.analysis.quoted import said
from jwtdesk.analysis.registered_name import Name, Place, Sort, names
from jwtdesk.analysis.time_words import time_text
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import plural, tr

# Nobody reads more claims than this; a hostile token may have a hundred thousand.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Claim:
    """One member of the claims set (or of the header), described.

    `meaning` is what the name stands for, "" when it is not a known name; `text` is what the value
    says, with times told from the moment of asking (`is_time`).
    """

    name: str
    value: Value
    meaning: str
    text: str
    is_time: bool = False


def describe(token: Token | None, now: int, offset: int = 0) -> tuple[Claim, ...]:
    """Return the claims of `token` in their order, described at `now` (seconds since 1970).

    `offset` is what the local clock is ahead of UTC, in minutes. At most `MOST` are described.
    """
    return _described(claims_of(token) or {}, Place.CLAIM, now, offset)


def describe_header(token: Token | None, now: int, offset: int = 0) -> tuple[Claim, ...]:
    """Return the members of the merged JOSE header in their order, described likewise."""
    return _described(token.jose_header if token else {}, Place.HEADER, now, offset)


def meaning(name: str, place: Place = Place.CLAIM) -> str:
    """Return what the registered `name` stands for, "" when it is not known."""
    known = names(place).get(name)
    return tr(known.meaning) if known else ""


def _described(
    members: Mapping[str, Value], place: Place, now: int, offset: int
) -> tuple[Claim, ...]:
    known = names(place)
    return tuple(
        _claim(name, value, known.get(name), now, offset) for name, value in _first(members)
    )


def _claim(name: str, value: Value, known: Name | None, now: int, offset: int) -> Claim:
    is_time = known is not None and known.sort is Sort.TIME
    text = value_text(known, name, value, now, offset)
    return Claim(name, value, tr(known.meaning) if known else "", text, is_time)


def _first(members: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    return (pair for pair, _ in zip(members.items(), range(MOST), strict=False))


def value_text(known: Name | None, name: str, value: Value, now: int, offset: int = 0) -> str:
    """Return what the value of a claim says to a person: a time told, a list read out."""
    if known is not None and known.sort is Sort.TIME:
        return time_text(name, value, now, offset)
    if value is None:
        return tr("null")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, dict):
        return plural(len(value), "an object of {count} member", "an object of {count} members")
    return said(value)
