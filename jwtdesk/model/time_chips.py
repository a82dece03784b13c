"""What can be done to a time with one press: later, now, and mended when it is miswritten."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.time import DAY, HOUR, MINUTE, Unit, floor, is_countable, unit_of
from jwtdesk.jose.jsontext import Number, Value, read
from jwtdesk.jose.words import tr
from jwtdesk.model.claim_rows import instant
from jwtdesk.model.time_claims import TimeClaim

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"\s*(-?[0-9]{1,30}(?:\.[0-9]{1,30})?)\s*")
_LONGEST = 64
"""No time is written in more characters; a longer text is not read for one."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One button: `lexeme` is the claim's new value, `mends` whether it repairs a fault."""

    id: str
    label: str
    tip: str
    lexeme: str
    mends: bool = False


def chips(claim: TimeClaim, now: int) -> tuple[Chip, ...]:
    """Return the chips for `claim`, mends first; `now` is in seconds since 1970.

    Steps count from the claim's own time, or from `now` when it has none that can be read.
    """
    base = second_of(claim, now)
    steps = (
        ("plus-5-min", tr("+5 min"), base + 5 * MINUTE),
        ("plus-1-h", tr("+1 h"), base + HOUR),
        ("plus-1-d", tr("+1 d"), base + DAY),
        ("now", tr("Now"), now),
    )
    later = tuple(_chip(name, label, second) for name, label, second in steps)
    return (*mends(read(claim.lexeme).value), *later)


def second_of(claim: TimeClaim, now: int) -> int:
    """Return the second that `claim` stands for, or `now` when it stands for none."""
    found = instant(read(claim.lexeme).value)
    return now if found is None else found


def mends(value: Value) -> tuple[Chip, ...]:
    """Return the ways to write a miswritten time as whole seconds; at most one fits."""
    if isinstance(value, str):
        found = _of_text(value)
        return () if found is None else (_mend("number", tr("Write as a number"), found),)
    if not isinstance(value, Number) or not is_countable(value.exact):
        return ()
    unit = unit_of(value.exact)
    if unit is not Unit.SECONDS:
        return (_mend("seconds", _divide(unit), value.exact / unit.value),)
    if value.exact != floor(value.exact):
        return (_mend("whole", tr("Drop the fraction"), value.exact),)
    if not _WHOLE.fullmatch(value.text):
        return (_mend("plain", tr("Write it out"), value.exact),)
    return ()


def _of_text(text: str) -> Decimal | None:
    """Return the seconds that a text means: a number in quotes, or a date (ISO 8601)."""
    number = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if number is not None:
        seconds = Decimal(number[1])
        return seconds / unit_of(seconds).value if is_countable(seconds) else None
    if len(text) > _LONGEST:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        return Decimal(int(found.replace(tzinfo=found.tzinfo or UTC).timestamp()))
    except ValueError:
        return None


def _divide(unit: Unit) -> str:
    told = {
        Unit.MILLISECONDS: tr("These are milliseconds: divide"),
        Unit.MICROSECONDS: tr("These are microseconds: divide"),
    }
    return told.get(unit, tr("These are nanoseconds: divide"))


def _mend(name: str, label: str, seconds: Decimal) -> Chip:
    second = floor(seconds)
    return Chip(name, label, _becomes(second), str(second), mends=True)


def _chip(name: str, label: str, second: int) -> Chip:
    return Chip(name, label, _becomes(second), str(second))


def _becomes(second: int) -> str:
    return tr("{second}: {date}", second=second, date=absolute(Decimal(second)))
