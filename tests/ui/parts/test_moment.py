"""Moments written for a person and read from one."""

import pytest

from jwtdesk.ui.parts.moment import (
    clock_text,
    day_text,
    length_text,
    moment_text,
    parse_moment,
    zone_text,
)

NOON = 1_795_392_000


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (0, "1 Jan 1970 00:00:00"),
        (1_795_419_799, "23 Nov 2026 07:43:19"),
        (-1, "31 Dec 1969 23:59:59"),
        (253_402_300_799, "31 Dec 9999 23:59:59"),
        (253_402_300_800, "253,402,300,800 s"),
        (-1e14, "-100,000,000,000,000 s"),
    ],
)
def test_a_moment_is_a_date_where_there_is_a_calendar(moment: float, text: str) -> None:
    """Beyond the years 1 to 9999 the plain number stands."""
    assert moment_text(moment, local=False) == text


def test_parts_of_a_moment() -> None:
    """Date, time of day and zone can be had apart."""
    assert day_text(1_795_419_799, local=False) == "23 Nov 2026"
    assert clock_text(1_795_419_799, local=False) == "07:43:19"
    assert clock_text(1e15, local=False) == "1,000,000,000,000,000 s"
    assert zone_text(0, local=False) == "UTC"


def test_a_length_has_no_sign() -> None:
    """The words beside it tell the direction."""
    assert length_text(-2201) == length_text(2201) == "36 min 41 s"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1795419799", 1_795_419_799),
        (" 0 ", 0),
        ("-1", -1),
        ("2026-11-23 07:43:19", 1_795_419_799),
        ("2026-11-23T07:43:19Z", 1_795_419_799),
        ("2026-11-23T16:43:19+09:00", 1_795_419_799),
        ("2026-11-23", 1_795_392_000),
        ("23 Nov 2026 07:43:19", 1_795_419_799),
        ("23 Nov 2026", 1_795_392_000),
        ("now", None),
        ("", None),
        ("9" * 40, None),
        ("253402300800", None),
        ("²", None),
        ("32 Nov 2026", None),
    ],
)
def test_a_moment_is_read_as_it_is_written(text: str, moment: int | None) -> None:
    """Seconds, ISO 8601 and the program's own way of writing are understood."""
    assert parse_moment(text, local=False) == moment
