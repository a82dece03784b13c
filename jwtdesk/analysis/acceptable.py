"""From which second to which a token is acceptable, exactly (RFC 7519 sections 4.1.4 and 4.1.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time import ceiling, is_countable, moment
from jwtdesk.jose.jsontext import Value


@dataclass(frozen=True, slots=True)
class Acceptable:
    """The `first` and the `last` whole second, both included, in seconds since 1970.

    None where there is no bound that a calendar has a date for.
    """

    first: int | None
    last: int | None


def acceptable(claims: Mapping[str, Value] | None, rules: Rules) -> Acceptable:
    """Return the bounds that `nbf` and `exp` of `claims` set, with the leeway of `rules`."""
    start, end = (moment((claims or {}).get(name)) for name in ("nbf", "exp"))
    first = ceiling(start - rules.leeway) if start is not None and is_countable(start) else None
    last = ceiling(end + rules.leeway) - 1 if end is not None and is_countable(end) else None
    return Acceptable(first, last)
