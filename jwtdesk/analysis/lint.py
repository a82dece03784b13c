"""How one lint presents itself, and the one function that asks them all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.discover import registered
from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.token import Token
from jwtdesk.jose.verify import Verification

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a lint may look at; `now` is in seconds since 1970."""

    token: Token
    keys: Keys | Unreadable | None
    verification: Verification | None
    now: int
    rules: Rules = Rules()


@dataclass(frozen=True, slots=True)
class Lint:
    """One kind of finding: `check` looks at a subject and yields what deserves attention.

    `id` is the stable id of its findings, or of the first when it has several.
    """

    id: str
    order: int
    check: Callable[[Subject], Iterable[Finding]]


@cache
def lints() -> tuple[Lint, ...]:
    """Return every registered lint, in the order in which findings are listed."""
    found = registered("jwtdesk.analysis.lints", "LINT")
    return tuple(one for one in found if isinstance(one, Lint))


def findings(subject: Subject) -> tuple[Finding, ...]:
    """Return everything the lints find, errors first; of equals, in the order of the lints."""
    found = [one for lint in lints() for one in lint.check(subject)]
    return tuple(sorted(found, key=lambda one: _RANK[one.severity]))
