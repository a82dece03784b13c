"""What reading a JSON text yields: values with exact numbers, members with places, one problem."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from jwtdesk.jose.problem import Problem, Span

# Python refuses to turn longer numbers into an int or back into text.
LONGEST_INT = 4000


@dataclass(frozen=True, slots=True)
class Number:
    """A JSON number exactly as written: `1E2`, `0.10` and 30 digits stay what they were.

    `text` is the lexeme (RFC 8259 section 6).
    """

    text: str

    @property
    def exact(self) -> Decimal:
        """The mathematical value, never rounded.

        An exponent of more digits than `Decimal` holds gives 0 or an infinity, whichever is near.
        """
        try:
            return Decimal(self.text)
        except InvalidOperation:
            digits, _, exponent = self.text.lower().partition("e")
            tiny = exponent.startswith("-") or not Decimal(digits)
            return Decimal(0) if tiny else Decimal("Infinity").copy_sign(Decimal(digits))

    @property
    def plain(self) -> int | float | str:
        """What `json.dumps` takes: an int, a finite float, or else the lexeme."""
        if self.text.lstrip("-").isdigit():
            return int(self.text) if len(self.text) < LONGEST_INT else self.text
        nearest = float(self.text)
        return nearest if abs(nearest) != float("inf") else self.text


Value: TypeAlias = "dict[str, Value] | list[Value] | str | Number | bool | None"


@dataclass(frozen=True, slots=True)
class Member:
    """One object member or array element and where it stands, in code points.

    `path` is its JSON path ("$.aud[0]"). `name` is the decoded member name, or None for an element.
    `key` covers the quoted name (equal to `value` for an element); `value` covers the whole value.
    `depth` is 1 for members of the outermost value. `duplicate` is true when the same object holds
    the same name again or before.
    """

    path: str
    name: str | None
    key: Span
    value: Span
    depth: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON text, read as far as it can be.

    `value` is None both for `null` and for a text with a `problem`: ask `sound` first.
    `duplicates` are the problems of members whose name occurs again in the same object
    (code "duplicate-member", severity warning, span of the later name); the last one counts.
    """

    text: str
    value: Value
    problem: Problem | None
    duplicates: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the text is one JSON value (RFC 8259) within the depth bound."""
        return self.problem is None
