"""When the verdict on a token will next change by itself."""

from collections.abc import Mapping
from decimal import Decimal

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time import ceiling, is_countable, moment
from jwtdesk.jose.jsontext import Value


def next_boundary(claims: Mapping[str, Value] | None, rules: Rules, now: int) -> int | None:
    """Return the next second after `now` at which a lamp changes its state or its kind of text.

    That is when the token becomes active, expires, leaves its leeway, or grows too old. None when
    nothing will change any more. Seconds since 1970.
    """
    read = {name: moment(value) for name, value in (claims or {}).items() if _is_time(name)}
    times = {name: value for name, value in read.items() if value is not None}
    changes: list[Decimal] = []
    if "exp" in times:
        changes += [times["exp"], times["exp"] + rules.leeway]
    changes += [times[name] - rules.leeway for name in ("nbf", "iat") if name in times]
    born = times.get("auth_time", times.get("iat"))
    if born is not None and rules.max_age is not None:
        changes.append(born + rules.max_age + rules.leeway + 1)
    seconds = [ceiling(one) for one in changes if is_countable(one)]
    return min((one for one in seconds if one > now), default=None)


def _is_time(name: str) -> bool:
    return name in {"exp", "nbf", "iat", "auth_time"}
