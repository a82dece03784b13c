"""Moments as dates, in UTC or at an offset, for any year that a number can name."""

from datetime import date
from decimal import Decimal

from jwtdesk.analysis.time import DAY, floor, is_countable
from jwtdesk.jose.words import tr

# The Gregorian calendar repeats after this many days, that is, 400 years.
_CYCLE_DAYS = 146_097
_CYCLE_YEARS = 400
_EPOCH = date(1970, 1, 1).toordinal()
_LAST_YEAR = 9999


def absolute(seconds: Decimal, offset: int = 0) -> str:
    """Return the moment `seconds` since 1970 as a date with a time: "2026-11-24 05:50:00 UTC".

    `offset` is what the local clock is ahead of UTC, in minutes. Outside the years 0 to 9999 only
    the year is said.
    """
    if not is_countable(seconds):
        return tr("far beyond any calendar")
    days, rest = divmod(floor(seconds) + offset * 60, DAY)
    year, month, day = civil(days)
    if not 0 <= year <= _LAST_YEAR:
        return tr("the year {year}", year=f"{year:,}")
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{year:04}-{month:02}-{day:02} {clock} {zone(offset)}"


def civil(days: int) -> tuple[int, int, int]:
    """Return year, month and day of the Gregorian date that is `days` after 1970-01-01."""
    cycles, rest = divmod(days, _CYCLE_DAYS)
    found = date.fromordinal(_EPOCH + rest)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


def zone(offset: int) -> str:
    """Return the name of the zone that is `offset` minutes ahead of UTC: "UTC", "UTC+09:00"."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'+' if offset > 0 else '-'}{hours:02}:{minutes:02}"
