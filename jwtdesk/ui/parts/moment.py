"""Moments and spans of time, written for a person and read from one."""

import re
from datetime import UTC, datetime, timedelta

from jwtdesk.analysis.calendar import zone
from jwtdesk.analysis.time import duration
from jwtdesk.jose.words import tr

EARLIEST, LATEST = -62_135_596_800, 253_402_300_799
"""The moments a calendar has a date for (years 1 to 9999), in seconds since 1970."""
_SECONDS = re.compile(r"-?[0-9]{1,15}")
_OWN = re.compile(r"([0-9]{1,2}) ([A-Za-z]{3}) ([0-9]{4})(.*)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _calendar(moment: float, *, local: bool) -> datetime | None:
    if not EARLIEST <= moment <= LATEST:
        return None
    there = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(moment))
    if not local:
        return there
    try:
        return there.astimezone()
    except (OverflowError, OSError, ValueError):
        return there


def day_text(moment: float, *, local: bool) -> str:
    """Return the date, "23 Nov 2026"."""
    found = _calendar(moment, local=local)
    if found is None:
        return tr("{count} s", count=f"{int(moment):,}")
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def clock_text(moment: float, *, local: bool) -> str:
    """Return the time of day, "07:20:00"; the date where no calendar reaches."""
    found = _calendar(moment, local=local)
    return day_text(moment, local=local) if found is None else f"{found:%H:%M:%S}"


def moment_text(moment: float, *, local: bool) -> str:
    """Return date and time, "23 Nov 2026 07:20:00"."""
    if _calendar(moment, local=local) is None:
        return day_text(moment, local=local)
    return f"{day_text(moment, local=local)} {clock_text(moment, local=local)}"


def iso_text(moment: float, *, local: bool) -> str:
    """Return date and time in the order of ISO 8601, "2026-11-23 07:20:00"."""
    found = _calendar(moment, local=local)
    return day_text(moment, local=local) if found is None else f"{found:%Y-%m-%d %H:%M:%S}"


def zone_text(moment: float, *, local: bool) -> str:
    """Return the zone's name, "UTC+09:00" or "UTC"."""
    found = _calendar(moment, local=local)
    offset = found.utcoffset() if found else None
    if not offset:
        return "UTC"
    return zone(round(offset.total_seconds() / 60))


def moment_tip(moment: int, now: int) -> str:
    """Return a moment in every way it may be wanted: from now, local, UTC, and as a number."""
    away = moment - now
    relative = tr("in {time}", time=length_text(away)) if away > 0 else tr("now")
    if away < 0:
        relative = tr("{time} ago", time=length_text(away))
    ways = [
        relative,
        f"{moment_text(moment, local=True)} {zone_text(moment, local=True)}",
        tr("{iso} (ISO 8601)", iso=f"{iso_text(moment, local=False).replace(' ', 'T')}Z"),
        tr("{seconds} seconds since 1970", seconds=moment),
    ]
    if zone_text(moment, local=True) != "UTC":
        ways.insert(2, tr("{moment} UTC", moment=moment_text(moment, local=False)))
    if _calendar(moment, local=False) is None:
        ways = [relative, ways[-1]]
    return "\n".join(ways)


def length_text(seconds: float) -> str:
    """Return a length of time by its two largest units, "36 min 41 s"; its sign is left out."""
    return duration(int(abs(seconds)))


def parse_moment(text: str, *, local: bool) -> int | None:
    """Return the moment written as seconds since 1970, ISO 8601 or as here, or None.

    A time without a zone is in UTC, or in the computer's zone when `local`.
    """
    bare = text.strip()
    if _SECONDS.fullmatch(bare):
        seconds = int(bare)
        return seconds if EARLIEST <= seconds <= LATEST else None
    try:
        found = datetime.fromisoformat(_as_iso(bare))
        if found.tzinfo is None:
            found = found.astimezone() if local else found.replace(tzinfo=UTC)
        return int(found.timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def _as_iso(text: str) -> str:
    """Return a date written "23 Nov 2026" in the order of ISO 8601; anything else as it is."""
    found = _OWN.fullmatch(text)
    if found is None or found[2].title() not in _MONTHS:
        return text
    month = _MONTHS.index(found[2].title()) + 1
    return f"{found[3]}-{month:02}-{int(found[1]):02}{found[4]}"
