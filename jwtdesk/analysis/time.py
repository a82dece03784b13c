"""Times in tokens, read exactly, and said the way people say them (RFC 7519 section 2)."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum

from jwtdesk.jose.jsontext import Number, Value
from jwtdesk.jose.words import plural, tr

MINUTE, HOUR, DAY, YEAR = 60, 3600, 86_400, 31_557_600
# A number with more digits before its point is no moment that anybody meant.
_DIGITS = 19


class Unit(Enum):
    """What a time number seems to count, by its size: seconds reach the year 5138 before 1e11."""

    SECONDS = 1
    MILLISECONDS = 1_000
    MICROSECONDS = 1_000_000
    NANOSECONDS = 1_000_000_000


def moment(value: Value) -> Decimal | None:
    """Return `value` as exact seconds since 1970, or None when it is not a JSON number.

    A number too large for any calendar comes back as an infinity of its sign.
    """
    return value.exact if isinstance(value, Number) else None


def is_countable(seconds: Decimal) -> bool:
    """Return whether `seconds` can be turned into an int without harm."""
    return seconds.is_finite() and seconds.adjusted() < _DIGITS


def floor(seconds: Decimal) -> int:
    """Return the whole seconds below `seconds`, which must be countable."""
    return int(seconds.to_integral_value(ROUND_FLOOR))


def ceiling(seconds: Decimal) -> int:
    """Return the whole seconds from `seconds` on, which must be countable."""
    return int(seconds.to_integral_value(ROUND_CEILING))


def unit_of(seconds: Decimal) -> Unit:
    """Return the unit that a time of this size seems to be written in."""
    if not is_countable(seconds) or abs(seconds) < 10**11:
        return Unit.SECONDS
    if abs(seconds) < 10**14:
        return Unit.MILLISECONDS
    return Unit.MICROSECONDS if abs(seconds) < 10**17 else Unit.NANOSECONDS


@dataclass(frozen=True, slots=True)
class _Scale:
    """One pair of neighbouring units, in seconds, and how a span is said in both or in one."""

    large: int
    small: int
    both: str
    one: str


_SCALES = (
    _Scale(YEAR, DAY, "{large} y {small} d", "{large} y"),
    _Scale(DAY, HOUR, "{large} d {small} h", "{large} d"),
    _Scale(HOUR, MINUTE, "{large} h {small} min", "{large} h"),
    _Scale(MINUTE, 1, "{large} min {small} s", "{large} min"),
)


def _scale(seconds: int) -> _Scale | None:
    return next((one for one in _SCALES if seconds >= one.large), None)


def duration(seconds: int) -> str:
    """Return a span of `seconds` in two units: "36 min 41 s", "3 d 4 h", "2 y 30 d"."""
    scale = _scale(seconds)
    if scale is None:
        return tr("{seconds} s", seconds=seconds)
    large, rest = divmod(seconds, scale.large)
    small = rest // scale.small
    if scale.large == YEAR and small == YEAR // DAY:
        # A year has a quarter of a day more than this: nobody says “9 y 365 d”.
        large, small = large + 1, 0
    return tr(scale.both if small else scale.one, large=f"{large:,}", small=small)


def rough(seconds: int) -> str:
    """Return a span of `seconds` in its largest unit, written out: "3 days", "1 hour"."""
    if seconds >= YEAR:
        return plural(seconds // YEAR, "{count} year", "{count} years")
    if seconds >= DAY:
        return plural(seconds // DAY, "{count} day", "{count} days")
    if seconds >= HOUR:
        return plural(seconds // HOUR, "{count} hour", "{count} hours")
    if seconds >= MINUTE:
        return plural(seconds // MINUTE, "{count} minute", "{count} minutes")
    return plural(seconds, "{count} second", "{count} seconds")


def short(seconds: int) -> str:
    """Return a span of `seconds` in its largest unit, abbreviated: "36 min", "3 d"."""
    scale = _scale(seconds)
    if scale is None:
        return tr("{seconds} s", seconds=seconds)
    return tr(scale.one, large=f"{seconds // scale.large:,}")
