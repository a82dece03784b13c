"""What is still to be copied while disclosures are put in place, and where it goes."""

from dataclasses import dataclass

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.selective.step import Step


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is copied to.

    `parent` is the digest of the disclosure it came in, "" for the payload's own; `placed` is
    false inside a disclosure that has no place, whose own disclosures have none either.
    """

    step: Step
    depth: int
    parent: str
    placed: bool


@dataclass(frozen=True, slots=True)
class ObjectWork:
    """One object that is copied from `source` to `target`, its digests resolved."""

    place: Place
    source: dict[str, Value]
    target: dict[str, Value]


@dataclass(frozen=True, slots=True)
class ListWork:
    """One list that is copied likewise."""

    place: Place
    source: list[Value]
    target: list[Value]
