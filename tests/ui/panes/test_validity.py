"""The validity window and its clock, by keys and clicks."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jwtdesk.model.edits import ClockSet, ClockTicked, PayloadEdited
from jwtdesk.ui.panes.validity import ValidityPane
from jwtdesk.ui.parts.clock_control import ClockControl
from tests.end2end.person import Person
from tests.ui.desk import NOW

EXP = 1_795_422_000


def _pane(desk: Person) -> ValidityPane:
    return cast(ValidityPane, desk.window.pane("validity"))


def _clock(desk: Person) -> ClockControl:
    return cast(ClockControl, desk.find("clockControl"))


def _type(desk: Person, text: str) -> None:
    line = _clock(desk).lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.wait()


def test_the_window_tells_the_times(desk: Person) -> None:
    """What is drawn is also said: issued, expires, now and how long is left."""
    desk.do("sample")
    said = desk.find("timeline").accessibleDescription()

    assert said == (
        "issued 23 Nov 2026 07:20:00; expires 23 Nov 2026 08:20:00; "
        "now 23 Nov 2026 07:43:19; 36 min 41 s left"
    )
    assert _pane(desk).facts.text() == "23 Nov 2026   lifetime 1 h"


def test_the_window_follows_the_clock(desk: Person) -> None:
    """A tick of the clock moves now; at the expiry the lamp turns by itself."""
    desk.do("sample")
    assert desk.state("lampTime") == "ok"
    desk.window.store.dispatch(ClockTicked(EXP))
    desk.wait()

    assert desk.state("lampTime") == "bad"
    assert "0 s late" in desk.find("timeline").accessibleDescription()


def test_judge_at_a_moment_of_the_token(desk: Person) -> None:
    """The list offers the token's own moments, a second before expiry among them."""
    desk.do("sample")
    clock = _clock(desk)
    titles = [clock.itemText(row) for row in range(clock.count())]
    assert titles == [
        "Live clock",
        "When it was issued",
        "A second before it expires",
        "When it expires",
    ]
    clock.setCurrentIndex(2)
    clock.activated.emit(2)
    desk.wait()
    assert desk.session.as_of == EXP - 1
    assert clock.currentText() == "23 Nov 2026 08:19:59"
    clock.setCurrentIndex(0)
    clock.activated.emit(0)
    desk.wait()

    assert desk.session.as_of is None
    assert clock.currentText() == "Live clock"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1795422000", EXP),
        ("2026-11-23T08:20:00Z", EXP),
        ("23 Nov 2026 08:20:00", EXP),
        ("", None),
        ("Live clock", None),
    ],
)
def test_judge_at_a_moment_that_is_typed(desk: Person, text: str, moment: int | None) -> None:
    """Seconds, ISO 8601 and the window's own writing are read; nothing means the clock."""
    desk.window.store.dispatch(ClockSet(5))
    _type(desk, text)

    assert desk.session.as_of == moment


def test_what_is_no_moment_is_marked(desk: Person) -> None:
    """The field turns bad, says how to write it, and nothing changes."""
    _type(desk, "tomorrow")

    assert desk.session.as_of is None
    assert desk.session.moment == NOW
    assert _clock(desk).property("state") == "bad"
    assert "no moment" in _clock(desk).accessibleDescription()


def test_utc_and_local(desk: Person) -> None:
    """A click on Local changes the whole window, the menu and the preferences."""
    desk.do("sample")
    zone = _pane(desk).zone
    QTest.mouseClick(zone._buttons["local"], Qt.MouseButton.LeftButton)
    assert desk.window.preferences.local_time
    assert zone.current() == "local"
    QTest.mouseClick(zone._buttons["utc"], Qt.MouseButton.LeftButton)

    assert not desk.window.preferences.local_time


@pytest.mark.parametrize(
    "claims",
    [
        "{}",
        '{"exp": 1}',
        '{"iat": 5}',
        '{"nbf": 4102444800, "exp": 4102448400}',
        '{"exp": 99999999999999}',
        '{"iat": -99999999999, "exp": 1e15}',
        '{"exp": "soon"}',
        '{"iat": 3, "nbf": 2, "exp": 1}',
        f'{{"iat": {NOW}, "nbf": {NOW}, "exp": {NOW}}}',
    ],
)
def test_any_times_can_be_drawn(desk: Person, claims: str) -> None:
    """Absurd, missing, far and coinciding times are drawn without harm, at any width."""
    desk.window.store.dispatch(PayloadEdited(claims))
    desk.wait()
    timeline = desk.find("timeline")
    for width in (60, 300, 1200):
        timeline.resize(width, 90)
        assert not timeline.grab().isNull()
