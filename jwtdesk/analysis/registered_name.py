"""How the name of a claim or header parameter is described, and where all of them are found."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from jwtdesk.jose.discover import registered


class Place(Enum):
    """Where a name stands."""

    CLAIM = "claim"
    HEADER = "header"


class Sort(Enum):
    """What kind of value belongs under a name."""

    TEXT = "text"
    TEXTS = "text or texts"
    TIME = "time"
    NUMBER = "number"
    FLAG = "flag"
    OBJECT = "object"
    LIST = "list"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Name:
    """One registered name.

    `meaning` is an English sentence without a full stop, to be translated when it is shown.
    `reference` is the specification that defines it.
    """

    name: str
    sort: Sort
    meaning: str
    reference: str
    place: Place = Place.CLAIM
    order: int = 0


@cache
def names(place: Place) -> dict[str, Name]:
    """Return every described name of one place; of two descriptions the first file's counts."""
    found = registered("jwtdesk.analysis.names", "NAMES")
    known: dict[str, Name] = {}
    for one in found:
        if isinstance(one, Name) and one.place is place:
            known.setdefault(one.name, one)
    return known
