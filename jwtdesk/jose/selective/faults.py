"""What is wrong with an SD-JWT, kept short: a hostile one has ten thousand faults of one kind."""

from jwtdesk.jose.problem import Problem, Severity, Span
from jwtdesk.jose.words import plural

# So many of one kind are told; the rest is counted.
_TOLD = 20


class Faults:
    """Collects problems in the order they are found, the first few of each code."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self._found: list[Problem] = []
        self._counts: dict[str, int] = {}

    def add(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Take one more problem in."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= _TOLD:
            self._found.append(Problem(code, message, span, severity))

    def all(self) -> tuple[Problem, ...]:
        """Return what was told, and how much more there is of each kind."""
        more = [
            Problem(
                code,
                plural(
                    count - _TOLD,
                    "The same is wrong in {count} more place.",
                    "The same is wrong in {count} more places.",
                ),
                severity=next(one.severity for one in self._found if one.code == code),
            )
            for code, count in self._counts.items()
            if count > _TOLD
        ]
        return (*self._found, *more)
