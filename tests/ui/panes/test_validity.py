"""The validity window and its clock, by keys and clicks."""

from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolTip

from jwtdesk.model.edits import ClockSet, ClockTicked, PayloadEdited
from jwtdesk.ui.panes.validity import ValidityPane
from jwtdesk.ui.parts.clock_control import ClockControl
from jwtdesk.ui.parts.timeline_marks import Line
from jwtdesk.ui.parts.timeline_reading import reading
from jwtdesk.ui.parts.validity import validity
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
        "now 23 Nov 2026 07:43:19; 36 min 41 s left; "
        "last acceptable second 23 Nov 2026 08:19:59"
    )
    assert _pane(desk).facts.text() == "23 Nov 2026   lasts 1 h"


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


def _line(desk: Person) -> Line:
    line = _pane(desk).timeline.line()
    assert line is not None
    return line


def _drag(desk: Person, start: float, end: float) -> None:
    timeline = _pane(desk).timeline
    middle = timeline.height() // 2
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(start), middle))
    QTest.mouseMove(timeline, QPoint(round((start + end) / 2), middle))
    QTest.mouseMove(timeline, QPoint(round(end), middle))
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(end), middle))
    desk.wait()


def test_the_marker_can_be_dragged(desk: Person) -> None:
    """Dragged past the expiry the token has expired; a button goes back to the live clock."""
    desk.do("sample")
    desk.window.grab()
    line = _line(desk)
    live = desk.find("clockLive")
    assert not live.isVisible()
    _drag(desk, line.x_of(NOW), line.x_of(EXP) + 12)
    assert desk.session.as_of is not None
    assert desk.session.as_of > EXP
    assert desk.state("lampTime") == "bad"
    assert live.isVisible()
    cast(QAbstractButton, live).click()

    assert desk.session.as_of is None
    assert desk.state("lampTime") == "ok"


def test_only_the_marker_is_taken_hold_of(desk: Person) -> None:
    """A drag that begins elsewhere moves nothing; a double click does."""
    desk.do("sample")
    desk.window.grab()
    line = _line(desk)
    far = line.x_of(NOW) + 60
    _drag(desk, far, far + 40)
    assert desk.session.as_of is None
    timeline = _pane(desk).timeline
    place = QPoint(round(far), timeline.height() // 2)
    QTest.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=place)
    assert desk.session.as_of is not None
    assert NOW < desk.session.as_of < EXP


@pytest.mark.parametrize(
    ("key", "modifiers", "moment"),
    [
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 1_795_418_340),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, EXP + 59),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, NOW + 1),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, NOW - 60),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, NOW + 3600),
    ],
)
def test_keys_read_the_window(
    desk: Person, key: Qt.Key, modifiers: Qt.KeyboardModifier, moment: int
) -> None:
    """Arrows step, Home and End go to the first and last acceptable second, Escape goes back."""
    desk.window.store.dispatch(PayloadEdited(f'{{"nbf": 1795418400, "exp": {EXP}}}'))
    _type_leeway(desk, "1 min")
    timeline = _pane(desk).timeline
    timeline.setFocus()
    QTest.keyClick(timeline, key, modifiers)
    assert desk.session.as_of == moment
    assert (desk.state("lampTime") == "bad") is (moment > EXP + 59)
    QTest.keyClick(timeline, Qt.Key.Key_Escape)

    assert desk.session.as_of is None


def _type_leeway(desk: Person, text: str) -> None:
    field = cast(QLineEdit, desk.find("clockLeeway"))
    field.setFocus()
    QTest.keyClicks(field, text)
    desk.wait()


def test_the_leeway_stands_beside_the_clock(desk: Person) -> None:
    """It is the same rule as in the card of the rules."""
    _type_leeway(desk, "90 s")

    assert desk.session.rules.leeway == 90
    assert cast(QLineEdit, desk.find("rulesLeeway")).text() == "1 min 30 s"


def test_what_is_under_the_pointer_is_told(desk: Person) -> None:
    """At a mark its name, elsewhere the moment; always how the token fares, and its bounds."""
    desk.do("sample")
    desk.window.grab()
    pane = _pane(desk)
    line, shown = _line(desk), validity(desk.session)
    at_exp = reading(shown, line, line.x_of(EXP), local=False)
    assert at_exp.startswith("Expires (exp)")
    assert "in 36 min 41 s" in at_exp
    assert "0 s late" in at_exp
    between = reading(shown, line, line.x_of(NOW) + 40, local=False)
    assert "left" in between
    assert "Last acceptable second 23 Nov 2026 08:19:59" in between
    assert reading(None, None, 0, local=False)
    help_event = QHelpEvent(QEvent.Type.ToolTip, QPoint(9, 9), QPoint(9, 9))
    assert pane.timeline.event(help_event)
    QToolTip.hideText()


def test_a_moment_can_be_picked(desk: Person) -> None:
    """The calendar beside the clock sets the moment."""
    cast(QAbstractButton, desk.find("clockDate")).click()
    picker = _pane(desk)._picker
    assert picker is not None
    picker.entry.setText("2026-11-23 08:20:00")
    picker.done.click()

    assert desk.session.as_of == EXP
