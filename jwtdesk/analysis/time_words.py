"""What a time claim means at a given moment: "expires in 36 min 41 s", "issued 23 min ago"."""

from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.time import Unit, duration, floor, is_countable, moment, unit_of
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.words import tr

# For each name: what to say of a moment still to come, of the present one, and of one gone by.
_PHRASES = {
    "exp": ("expires in {span}", "expired just now", "expired {span} ago"),
    "nbf": ("active in {span}", "active from now on", "active since {span}"),
    "iat": ("issued {span} in the future", "issued just now", "issued {span} ago"),
    "auth_time": ("signed in {span} in the future", "signed in just now", "signed in {span} ago"),
    "updated_at": ("updated {span} in the future", "updated just now", "updated {span} ago"),
}
_OTHER = ("in {span}", "now", "{span} ago")


def time_text(name: str, value: Value, now: int, offset: int = 0) -> str:
    """Return what the time claim `name` says at `now` (seconds since 1970), with its date.

    `offset` is what the local clock is ahead of UTC, in minutes. A value that is no number says so.
    """
    seconds = moment(value)
    if seconds is None:
        return tr("not a number: times are seconds since 1970")
    unit = unit_of(seconds)
    if unit is not Unit.SECONDS:
        meant = absolute(seconds / unit.value, offset)
        return tr(
            "{meant} if it counts {unit}; read as seconds it is {literal}",
            meant=meant,
            unit=_unit_name(unit),
            literal=absolute(seconds, offset),
        )
    return tr(
        "{relative} ({date})",
        relative=relative(name, seconds, now),
        date=absolute(seconds, offset),
    )


def relative(name: str, seconds: Decimal, now: int) -> str:
    """Return how far the moment of claim `name` is from `now`: "expires in 36 min 41 s"."""
    if not is_countable(seconds):
        return tr("never") if seconds > 0 else tr("before all time")
    future, present, past = _PHRASES.get(name, _OTHER)
    distance = floor(seconds) - now
    if not distance:
        return tr(present)
    return tr(future if distance > 0 else past, span=duration(abs(distance)))


def _unit_name(unit: Unit) -> str:
    names = {
        Unit.MILLISECONDS: tr("milliseconds"),
        Unit.MICROSECONDS: tr("microseconds"),
        Unit.NANOSECONDS: tr("nanoseconds"),
    }
    return names.get(unit, tr("seconds"))
