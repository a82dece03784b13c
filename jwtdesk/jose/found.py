"""What looking for tokens in a text yields, and what is known about that text beforehand."""

from dataclasses import dataclass

from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.token_start import LETTERS
from jwtdesk.jose.white_space import SPACES

_PURE = (LETTERS + " \t\r\n\f\v").encode("ascii")


@dataclass(frozen=True, slots=True)
class Found:
    """One token in a text: the token ready to be read, its place, and what was cleaned away."""

    text: str
    span: Span
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """A text with the facts that every token in it is judged by, worked out once.

    It is white space before `first` and from `last` on; from `pure_from` on it holds nothing but
    token characters and white space.
    """

    text: str
    first: int
    last: int
    pure_from: int

    @classmethod
    def over(cls, text: str) -> "Searched":
        """Look at `text` once."""
        first = len(text) - len(text.lstrip(SPACES))
        pure_from = _pure_from(text)
        return cls(text, first, max(first, len(text.rstrip(SPACES))), pure_from)

    def opens_with(self, start: int) -> bool:
        """Return whether nothing stands before `start`."""
        return start <= self.first

    def is_all(self, span: Span) -> bool:
        """Return whether nothing but white space stands around `span`."""
        return span.start <= self.first and span.end >= self.last


def _pure_from(text: str) -> int:
    """Return behind which character of `text` only token characters and white space follow."""
    if not text.isascii():
        return len(text.rstrip(LETTERS + SPACES))
    # Ten times as quick as `rstrip` over a set: a megabyte of token takes half a millisecond.
    foreign = text.encode("ascii").translate(None, _PURE)
    return text.rfind(chr(foreign[-1])) + 1 if foreign else 0
