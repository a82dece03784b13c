"""What the validity window knows and says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose import base64url
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.session import Known, Session
from jwtdesk.ui.parts.timeline_marks import laid_out, moved
from jwtdesk.ui.parts.validity import Validity, spoken, standing_words, validity

JWE_HEADER = b'{"alg":"dir","enc":"A256GCM"}'
NO_NUMBER = b'{"exp":"soon"}'
HOUR = Validity(iat=0, nbf=0, exp=3600, now=600, leeway=0, proven=True, live=True)


def _session(payload: bytes) -> Session:
    text = f"{base64url.encode(b'{}')}.{base64url.encode(payload)}."
    return Session(known=Known(token=read_token(text)), now=7)


def test_times_are_read_from_the_payload() -> None:
    """Whole and broken numbers count; the moment is the session's."""
    found = validity(_session(b'{"iat": 1, "nbf": 2.5, "exp": 3}'))

    assert (found.iat, found.nbf, found.exp, found.now) == (1, 2.5, 3, 7)
    assert not found.proven


@pytest.mark.parametrize("value", ['"3"', "null", "1e400", "9" * 30, "true", "[1]"])
def test_what_is_no_moment_is_left_out(value: str) -> None:
    """A time that is no number, or no date that anybody meant, is not drawn."""
    assert validity(_session(f'{{"exp": {value}}}'.encode())).exp is None


def test_a_payload_that_is_no_object_has_no_times() -> None:
    """Lists, broken JSON and nothing at all are an empty window."""
    assert not validity(_session(b"[1]")).any
    assert not validity(_session(b'{"exp":')).any
    assert not validity(Session()).any


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"e30.{base64url.encode(b'{}')}.", "by itself this token never expires"),
        (f"e30.{base64url.encode(b'[1]')}.", "no set of claims"),
        ("e30..", "no payload"),
        (f"{base64url.encode(JWE_HEADER)}..AA.AA.AA", "once a key opens it"),
        (f"e30.{base64url.encode(NO_NUMBER)}.", ""),
    ],
)
def test_why_there_is_nothing_to_draw(text: str, words: str) -> None:
    """Only what can be read and names no time is said never to expire."""
    found = validity(Session(known=Known(token=read_token(text))))
    assert not found.any
    assert words in found.nothing
    assert bool(found.nothing) == bool(words)
    assert spoken(found, local=False) == (found.nothing or "This token has no time claims.")


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        ({}, "50 min left", "ok"),
        ({"now": 3600}, "0 s late", "bad"),
        ({"now": 3600, "leeway": 60}, "expired, within the leeway", "warn"),
        ({"now": 3660, "leeway": 60}, "1 min late", "bad"),
        ({"nbf": 900}, "begins in 5 min", "warn"),
        ({"nbf": 900, "leeway": 300}, "50 min left", "ok"),
        ({"exp": None}, "no expiry", "muted"),
        ({"proven": False}, "claimed, not proven", "muted"),
        ({"proven": False, "now": 3660}, "1 min late, not proven", "muted"),
    ],
)
def test_how_a_token_stands(changes: dict[str, object], words: str, tone: str) -> None:
    """Expired from `exp` plus leeway on, early before `nbf` minus leeway, and honest about it."""
    assert standing_words(replace(HOUR, **changes)) == (words, tone)  # type: ignore[arg-type]  # the cases fit


def test_a_lifetime_needs_both_ends_in_order() -> None:
    """From `iat`, else `nbf`, to `exp`."""
    assert HOUR.lifetime == 3600
    assert replace(HOUR, iat=None, nbf=600).lifetime == 3000
    assert replace(HOUR, exp=None).lifetime is None
    assert replace(HOUR, exp=-1).lifetime is None


def test_the_window_can_be_heard() -> None:
    """One sentence names every instant and how the token stands."""
    assert spoken(HOUR, local=False) == (
        "issued 1 Jan 1970 00:00:00; valid from 1 Jan 1970 00:00:00; "
        "expires 1 Jan 1970 01:00:00; now 1 Jan 1970 00:10:00; 50 min left"
    )
    nothing = replace(HOUR, iat=None, nbf=None, exp=None)
    assert spoken(nothing, local=False) == "This token has no time claims."


def _line(shown: Validity) -> list[tuple[str, str]]:
    line = laid_out(shown, 0, 800, lambda words: 7.0 * len(words), local=False)
    return [(mark.above, mark.below) for mark in line.marks]


def test_instants_that_coincide_share_a_mark() -> None:
    """`iat` and `nbf` at one moment are one mark; within a day only the time is written."""
    assert _line(HOUR) == [
        ("iat · nbf", "00:00:00"),
        ("now 00:10:00", ""),
        ("exp", "01:00:00"),
    ]


def test_longer_lines_write_the_date() -> None:
    """Over days the day is written, over years the year."""
    days = replace(HOUR, exp=3 * 86_400, nbf=None)
    years = replace(HOUR, exp=10 * 31_557_600, nbf=None)
    two = replace(HOUR, exp=2 * 31_557_600, nbf=None)

    assert _line(days)[-1] == ("exp", "4 Jan 00:00")
    assert _line(two)[-1] == ("exp", "1 Jan 1972 12:00")
    assert _line(years)[-1] == ("exp", "1 Jan 1980")


def test_an_hour_years_ago_has_a_date_and_a_time() -> None:
    """Two marks of one day do not say the same: the first has the day, the second when on it."""
    old = replace(HOUR, nbf=None, now=10 * 31_557_600)
    assert _line(old)[:2] == [("iat", "1 Jan 1970"), ("exp", "01:00")]


def test_a_chosen_moment_is_called_so() -> None:
    """What is not the running clock is not called now; a mark may be both."""
    assert ("as of 00:10:00", "") in _line(replace(HOUR, live=False))
    assert _line(replace(HOUR, now=3600))[-1] == ("exp · now 01:00:00", "01:00:00")


def test_places_on_the_line() -> None:
    """A moment between two marks stands between them; beyond them the scale goes on.

    A moment that would stand beyond the line stands at its end.
    """
    line = laid_out(HOUR, 0, 800, lambda words: 7.0 * len(words), local=False)
    first, now, last = (mark.x for mark in line.marks)

    assert first < line.x_of(300) < now < line.x_of(1800) < last
    assert line.left < line.x_of(-5) < first
    assert last < line.x_of(3700) < line.right
    assert (line.x_of(-(10**9)), line.x_of(10**9)) == (line.left, line.right)


@given(st.integers(0, 3600))
def test_a_place_is_a_moment_again(second: int) -> None:
    """What is read off the line is what was drawn there, to the second."""
    line = laid_out(HOUR, 0, 8000, lambda words: 7.0 * len(words), local=False)

    assert line.moment_of(line.x_of(second)) == second


def test_a_held_line_keeps_its_scale() -> None:
    """While the marker is dragged every other mark stays where it is."""
    line = laid_out(HOUR, 0, 800, lambda words: 7.0 * len(words), local=False)
    held = moved(line, 3000, replace(HOUR, now=3000, live=False), local=False)

    assert held.anchors == line.anchors
    assert [(one.at, one.x) for one in held.marks if not one.is_now] == [
        (one.at, one.x) for one in line.marks if not one.is_now
    ]
    now = next(one for one in held.marks if one.is_now)
    assert (now.at, now.x, now.above) == (3000, line.x_of(3000), "as of 00:50:00")


def test_a_single_instant_stands_in_the_middle() -> None:
    """When everything happens now there is one mark."""
    alone = replace(HOUR, iat=None, nbf=None, exp=600)
    line = laid_out(alone, 0, 800, len, local=False)

    assert [mark.x for mark in line.marks] == [400]
    assert line.x_of(600) == 400
