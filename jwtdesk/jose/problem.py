"""Expected failures as values: a stable code, a sentence, and the place it is about."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a problem or a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points, `start` included and `end` not."""

    start: int
    end: int

    def moved(self, by: int) -> "Span":
        """Return this range shifted by `by` code points."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input, said so that a person can mend it.

    `code` is stable and made of lower-case words; `message` is one translated sentence;
    `span` says where in the text that was read, in code points, when a place is known.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
