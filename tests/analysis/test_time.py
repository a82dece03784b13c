"""Times are read exactly and said the way people say them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.calendar import absolute, civil, zone
from jwtdesk.analysis.time import (
    Unit,
    ceiling,
    duration,
    floor,
    is_countable,
    moment,
    rough,
    short,
    unit_of,
)
from jwtdesk.analysis.time_words import time_text
from jwtdesk.jose.jsontext import Number, Value

NOW = 1_800_000_000


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("0", Decimal(0)),
        ("1795400000", Decimal(1795400000)),
        ("1.7954E9", Decimal(1795400000)),
        ("0.10", Decimal("0.1")),
        ("1795400000.000000000000000001", Decimal("1795400000.000000000000000001")),
        ("1e9999999999999999999", Decimal("Infinity")),
        ("-1e9999999999999999999", Decimal("-Infinity")),
        ("1e-9999999999999999999", Decimal(0)),
        ("0e9999999999999999999", Decimal(0)),
    ],
)
def test_a_number_is_a_moment(text: str, exact: Decimal) -> None:
    """Exponents and fractions count to the last digit, however large."""
    assert moment(Number(text)) == exact


@pytest.mark.parametrize("value", ["1795400000", None, True, [], {}])
def test_anything_else_is_none(value: Value) -> None:
    """A number in quotes is a text."""
    assert moment(value) is None


def test_fractions_are_cut_where_asked() -> None:
    """A token is expired from the first whole second on."""
    assert (floor(Decimal("-0.5")), ceiling(Decimal("-0.5"))) == (-1, 0)
    assert (floor(Decimal("1.5")), ceiling(Decimal("1.5"))) == (1, 2)


@pytest.mark.parametrize(
    ("seconds", "unit"),
    [
        ("1795400000", Unit.SECONDS),
        ("99999999999", Unit.SECONDS),
        ("1795400000000", Unit.MILLISECONDS),
        ("1795400000000000", Unit.MICROSECONDS),
        ("-1795400000000000000", Unit.NANOSECONDS),
        ("179540000000000000", Unit.NANOSECONDS),
        ("Infinity", Unit.SECONDS),
    ],
)
def test_the_unit_is_guessed_by_the_size(seconds: str, unit: Unit) -> None:
    """Whoever counts milliseconds is some thousand times too far in the future."""
    assert unit_of(Decimal(seconds)) is unit


@pytest.mark.parametrize(
    ("seconds", "exact", "large", "small"),
    [
        (0, "0 s", "0 seconds", "0 s"),
        (1, "1 s", "1 second", "1 s"),
        (60, "1 min", "1 minute", "1 min"),
        (2201, "36 min 41 s", "36 minutes", "36 min"),
        (3600, "1 h", "1 hour", "1 h"),
        (4320, "1 h 12 min", "1 hour", "1 h"),
        (86400 * 3 + 7200, "3 d 2 h", "3 days", "3 d"),
        (31_557_600 * 2 + 86400, "2 y 1 d", "2 years", "2 y"),
        (31_557_600 * 10 - 86400, "9 y 364 d", "9 years", "9 y"),
        (31_557_600 * 10 - 3600, "10 y", "9 years", "9 y"),
        (10**12, "31,688 y 32 d", "31,688 years", "31,688 y"),
    ],
)
def test_a_span_is_said_in_its_largest_units(
    seconds: int, exact: str, large: str, small: str
) -> None:
    """Two units where it is exact, one where it is rough."""
    assert (duration(seconds), rough(seconds), short(seconds)) == (exact, large, small)


@pytest.mark.parametrize(
    ("seconds", "offset", "text"),
    [
        ("0", 0, "1970-01-01 00:00:00 UTC"),
        ("-1", 0, "1969-12-31 23:59:59 UTC"),
        ("1795400000.9", 0, "2026-11-23 02:13:20 UTC"),
        ("1795400000", 540, "2026-11-23 11:13:20 UTC+09:00"),
        ("1795400000", -210, "2026-11-22 22:43:20 UTC-03:30"),
        ("253402300799", 0, "9999-12-31 23:59:59 UTC"),
        ("253402300800", 0, "the year 10,000"),
        ("-62167219201", 0, "the year -1"),
        ("-62167219200", 0, "0000-01-01 00:00:00 UTC"),
        ("1e17", 0, "the year 3,168,875,820"),
        ("1e18", 0, "the year 31,688,740,476"),
        ("1e19", 0, "far beyond any calendar"),
        ("-Infinity", 0, "far beyond any calendar"),
    ],
)
def test_a_moment_is_a_date_in_any_year(seconds: str, offset: int, text: str) -> None:
    """Beyond four digits only the year is said; beyond counting, not even that."""
    assert absolute(Decimal(seconds), offset) == text


@given(st.integers(-700_000, 2_900_000))
def test_the_calendar_agrees_with_the_standard_library(days: int) -> None:
    """Within the years that `datetime.date` knows."""
    from datetime import date, timedelta

    expected = date(1970, 1, 1) + timedelta(days)
    assert civil(days) == (expected.year, expected.month, expected.day)


def test_the_zone_is_named_by_its_offset() -> None:
    """UTC is UTC."""
    assert (zone(0), zone(330), zone(-60)) == ("UTC", "UTC+05:30", "UTC-01:00")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("exp", str(NOW + 2201), "expires in 36 min 41 s (2027-01-15 08:36:41 UTC)"),
        ("exp", str(NOW), "expired just now (2027-01-15 08:00:00 UTC)"),
        ("iat", str(NOW - 60), "issued 1 min ago (2027-01-15 07:59:00 UTC)"),
        ("nbf", str(NOW + 1), "active in 1 s (2027-01-15 08:00:01 UTC)"),
        ("toe", str(NOW - 1), "1 s ago (2027-01-15 07:59:59 UTC)"),
        ("exp", "1e400", "never (far beyond any calendar)"),
        ("exp", "-1e400", "before all time (far beyond any calendar)"),
        (
            "exp",
            "1800000000000",
            (
                "2027-01-15 08:00:00 UTC if it counts milliseconds; read as seconds it is"
                " the year 59,009"
            ),
        ),
        (
            "exp",
            "1800000000000000",
            (
                "2027-01-15 08:00:00 UTC if it counts microseconds; read as seconds it is"
                " the year 57,041,699"
            ),
        ),
        (
            "exp",
            "180000000000000000",
            (
                "1975-09-15 08:00:00 UTC if it counts nanoseconds; read as seconds it is"
                " the year 5,703,974,901"
            ),
        ),
    ],
)
def test_a_time_claim_is_told_from_now(name: str, text: str, said: str) -> None:
    """How far away it is, and when."""
    assert time_text(name, Number(text), NOW) == said


def test_a_time_that_is_no_number_says_so() -> None:
    """Whatever it looks like."""
    assert time_text("exp", "tomorrow", NOW) == "not a number: times are seconds since 1970"


@given(st.from_regex(r"-?(0|[1-9]\d{0,30})(\.\d{1,20})?([eE][+-]?\d{1,25})?", fullmatch=True))
def test_any_number_is_told(text: str) -> None:
    """No number is too large, too small or too exact."""
    seconds = moment(Number(text))
    assert seconds is not None
    assert time_text("exp", Number(text), NOW)
    assert not is_countable(seconds) or floor(seconds) <= ceiling(seconds)
