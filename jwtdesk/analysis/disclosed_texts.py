"""Disclosed claims as JSON texts of their own: they stand in no pane, but deserve a look, too."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jwtdesk.jose.jsontext import Document, read
from jwtdesk.jose.jsontext.strings import path_step
from jwtdesk.jose.reveal import as_written
from jwtdesk.jose.token import Disclosed, Token

# Nobody reads more findings than these; a longer value is not searched.
_MOST, _LONGEST = 100, 100_000


@dataclass(frozen=True, slots=True)
class Elsewhere(Document):
    """A JSON text that no pane shows: a place in it means nothing to anybody."""


def disclosed_texts(token: Token) -> Iterator[tuple[str, Document]]:
    """Yield each disclosure that has its place, as an object of one member or as a bare entry.

    Each comes with where it belongs ("payload.address"), so that its own paths follow from there.
    """
    rows = token.selective.disclosures if token.selective else ()
    short = (one for one in rows if one.path is not None and len(one.encoded) <= _LONGEST)
    for row in islice(short, _MOST):
        name, value = as_written(row)
        text = f"{{{name}:{value}}}" if name else value
        found = read(text)
        yield _where(row), Elsewhere(text, found.value, found.problem, found.duplicates)


def _where(row: Disclosed) -> str:
    path = (row.path or "").removeprefix("$")
    return "payload" + (path if row.name is None else path.removesuffix(path_step(row.name)))
