"""The time lamp: is the token within its dates at a given moment (RFC 7519 section 4.1)?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jwtdesk.analysis.calendar import absolute
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time import ceiling, duration, floor, is_countable, moment, short
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.words import tr

CLAIMS = ("exp", "nbf", "iat")


@dataclass(frozen=True, slots=True)
class _Times:
    """The readable times of a token, the names of the others, and what they are held to."""

    found: Mapping[str, Decimal]
    unreadable: tuple[str, ...]
    leeway: int
    now: int

    def passed(self, name: str, shift: int) -> bool:
        """Return whether `now` has reached the time `name`, moved by `shift` seconds."""
        return name in self.found and self.found[name] <= self.now - shift


def time_lamp(
    claims: Mapping[str, Value] | None, rules: Rules, now: int, *, closed: bool = False
) -> Lamp:
    """Judge `exp`, `nbf` and `iat` of `claims` at `now` (seconds since 1970), worst first.

    `claims` is None when there is no claims set to be read, because of encryption when `closed`;
    every failing time is in the text.
    """
    if claims is None and closed:
        text = tr("The claims are encrypted, so the times cannot be read.")
        return Lamp(State.UNKNOWN, "no-claims", text, tr("Not readable"))
    if claims is None:
        text = tr("There are no claims that can be read, so no times either.")
        return Lamp(State.UNKNOWN, "no-claims", text, tr("No claims"))
    times = read_times(claims, rules, now)
    checks = (_expired, _not_yet, _not_numbers, _issued_later)
    failing = [lamp for check in checks if (lamp := check(times))]
    if not failing:
        return _in_time(times)
    first = min(failing, key=lambda one: one.state is not State.BAD)
    return Lamp(first.state, first.code, " ".join(one.text for one in failing), first.short)


def read_times(claims: Mapping[str, Value], rules: Rules, now: int) -> _Times:
    """Read the three registered times of `claims`."""
    read = {name: moment(claims[name]) for name in CLAIMS if name in claims}
    found = {name: value for name, value in read.items() if value is not None}
    unreadable = tuple(name for name, value in read.items() if value is None)
    return _Times(found, unreadable, rules.leeway, now)


def _expired(times: _Times) -> Lamp | None:
    if not times.passed("exp", times.leeway):
        return None
    text = _told(
        times,
        "exp",
        tr("Expired before any calendar begins."),
        lambda date: tr("Expired {span} ({date}).", span=_ago(times, "exp"), date=date),
    )
    return Lamp(State.BAD, "expired", text, tr("Expired"))


def _not_yet(times: _Times) -> Lamp | None:
    if "nbf" not in times.found or times.passed("nbf", -times.leeway):
        return None
    text = _told(
        times,
        "nbf",
        tr("Not valid yet: it begins far beyond any calendar."),
        lambda date: tr("Not valid before {date}, {span}.", span=_ahead(times, "nbf"), date=date),
    )
    return Lamp(State.BAD, "not-yet-valid", text, tr("Not yet valid"))


def _not_numbers(times: _Times) -> Lamp | None:
    if not times.unreadable:
        return None
    names = ", ".join(f"“{name}”" for name in times.unreadable)
    text = tr("{names}: not a number. Times are seconds since 1970, without quotes.", names=names)
    return Lamp(State.BAD, "time-not-number", text, tr("Not a number"))


def _issued_later(times: _Times) -> Lamp | None:
    if "iat" not in times.found or times.passed("iat", -times.leeway):
        return None
    text = _told(
        times,
        "iat",
        tr("Issued in the future, far beyond any calendar."),
        lambda date: tr(
            "Issued in the future: {date}, {span}.", span=_ahead(times, "iat"), date=date
        ),
    )
    return Lamp(State.WARN, "issued-in-future", text, tr("Issued later"))


def _in_time(times: _Times) -> Lamp:
    expiry = times.found.get("exp")
    if expiry is None:
        text = tr("The token has no expiry: it stays valid for ever.")
        return Lamp(State.OK, "no-expiry", text, tr("No expiry"))
    if not is_countable(expiry):
        text = tr("The token expires {date}.", date=absolute(expiry))
        return Lamp(State.OK, "valid", text, tr("Far future"))
    left = ceiling(expiry) - times.now
    if left <= 0:
        text = tr(
            "Expired {span}, within the leeway of {leeway}.",
            span=_ago(times, "exp"),
            leeway=duration(times.leeway),
        )
        return Lamp(State.OK, "in-leeway", text, tr("In leeway"))
    text = tr("Expires in {span} ({date}).", span=duration(left), date=absolute(expiry))
    return Lamp(State.OK, "valid", text, tr("{span} left", span=short(left)))


def _told(times: _Times, name: str, beyond: str, template: Callable[[str], str]) -> str:
    """Return what is said of the time `name`: with its date, or `beyond` when it can have none."""
    then = times.found[name]
    return template(absolute(then)) if is_countable(then) else beyond


def _ago(times: _Times, name: str) -> str:
    """Return how long ago the countable time `name` was."""
    gone = times.now - floor(times.found[name])
    return tr("{span} ago", span=duration(gone)) if gone > 0 else tr("just now")


def _ahead(times: _Times, name: str) -> str:
    """Return how far ahead the countable time `name` lies."""
    return tr("in {span}", span=duration(ceiling(times.found[name]) - times.now))
