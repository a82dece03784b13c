"""The time lamp: every time is judged, the worst speaks first."""

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.time_lamp import time_lamp
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.jsontext import Number, Value

NOW = 1_800_000_000


def claims(**times: float | str) -> dict[str, Value]:
    """Return claims whose numbers are JSON numbers; texts are taken as lexemes."""
    return {name: Number(str(value)) for name, value in times.items()}


@pytest.mark.parametrize(
    ("found", "leeway", "state", "code", "short"),
    [
        (claims(), 0, State.OK, "no-expiry", "No expiry"),
        (claims(exp=NOW + 2201), 0, State.OK, "valid", "36 min left"),
        (claims(exp=NOW + 1), 0, State.OK, "valid", "1 s left"),
        (claims(exp=f"{NOW}.5"), 0, State.OK, "valid", "1 s left"),
        (claims(exp=NOW), 0, State.BAD, "expired", "Expired"),
        (claims(exp=NOW), 1, State.OK, "in-leeway", "In leeway"),
        (claims(exp=NOW - 60), 60, State.BAD, "expired", "Expired"),
        (claims(exp=NOW - 59), 60, State.OK, "in-leeway", "In leeway"),
        (claims(exp="1e400"), 0, State.OK, "valid", "Far future"),
        (claims(exp="-1e400"), 0, State.BAD, "expired", "Expired"),
        (claims(exp=NOW * 1000), 0, State.OK, "valid", "56,981 y left"),
        (claims(nbf=NOW), 0, State.OK, "no-expiry", "No expiry"),
        (claims(nbf=NOW + 1), 0, State.BAD, "not-yet-valid", "Not yet valid"),
        (claims(nbf=NOW + 1), 1, State.OK, "no-expiry", "No expiry"),
        (claims(nbf="1e400"), 0, State.BAD, "not-yet-valid", "Not yet valid"),
        (claims(iat=NOW + 1), 0, State.WARN, "issued-in-future", "Issued later"),
        (claims(iat=NOW + 1), 1, State.OK, "no-expiry", "No expiry"),
        (claims(iat=NOW + 9, exp=NOW), 0, State.BAD, "expired", "Expired"),
        ({"exp": "soon"}, 0, State.BAD, "time-not-number", "Not a number"),
        ({"exp": None}, 0, State.BAD, "time-not-number", "Not a number"),
        ({"iat": True, **claims(exp=NOW)}, 0, State.BAD, "expired", "Expired"),
    ],
)
def test_the_worst_time_decides(
    found: dict[str, Value], leeway: int, state: State, code: str, short: str
) -> None:
    """Expired from the second of exp on, unless the leeway still holds."""
    lamp = time_lamp(found, Rules(leeway=leeway), NOW)
    assert (lamp.state, lamp.code, lamp.short) == (state, code, short)


def test_all_failing_times_are_told() -> None:
    """None hides another."""
    found = {**claims(exp=NOW - 60, nbf=NOW + 60), "iat": "now"}
    text = time_lamp(found, Rules(), NOW).text
    assert text == (
        "Expired 1 min ago (2027-01-15 07:59:00 UTC)."
        " Not valid before 2027-01-15 08:01:00 UTC, in 1 min."
        " “iat”: not a number. Times are seconds since 1970, without quotes."
    )


def test_without_claims_nothing_is_known() -> None:
    """An unreadable payload is neither in date nor expired."""
    lamp = time_lamp(None, Rules(), NOW)
    assert (lamp.state, lamp.code, lamp.short) == (State.UNKNOWN, "no-claims", "No claims")


def test_encrypted_claims_are_not_said_to_be_none() -> None:
    """They cannot be read; whether there are any nobody knows."""
    lamp = time_lamp(None, Rules(), NOW, closed=True)
    assert (lamp.state, lamp.code, lamp.short) == (State.UNKNOWN, "no-claims", "Not readable")


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (claims(exp=NOW), "Expired just now (2027-01-15 08:00:00 UTC)."),
        (claims(exp=NOW - 1), "Expired 1 s ago (2027-01-15 07:59:59 UTC)."),
        (claims(exp="-1e400"), "Expired before any calendar begins."),
        (claims(nbf=NOW + 1), "Not valid before 2027-01-15 08:00:01 UTC, in 1 s."),
        (claims(nbf="1e400"), "Not valid yet: it begins far beyond any calendar."),
        (claims(iat=NOW + 1), "Issued in the future: 2027-01-15 08:00:01 UTC, in 1 s."),
        (claims(iat="1e400"), "Issued in the future, far beyond any calendar."),
    ],
)
def test_a_failing_time_is_told_with_its_date(found: dict[str, Value], text: str) -> None:
    """And in other words where no calendar has a date for it."""
    assert time_lamp(found, Rules(), NOW).text == text
