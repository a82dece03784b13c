"""A column of panes: those that know how high they are get it, and what is read keeps half."""

import pytest
from pytestqt.qtbot import QtBot

from jwtdesk.ui.frame import Frame
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.store import Store


class Part(Pane):
    """A pane that wants `wanted` pixels, or its share when that is None."""

    def __init__(self, wanted: int | None) -> None:
        """Want so much."""
        super().__init__()
        self.wanted = wanted
        self.setMinimumHeight(10)

    def wanted_height(self, column: int) -> int | None:
        """Return what the test says."""
        assert column >= 0
        return self.wanted


def _unbuilt(_store: Store) -> Pane:
    return Pane()


def framed(qtbot: QtBot, *wanted: int | None) -> tuple[Frame, list[Part]]:
    """Return a frame 600 pixels high whose left column has these panes, the fixed ones hidden."""
    parts = [Part(one) for one in wanted]
    # The frame takes panes that are built already.
    specs = [PaneSpec(f"part-{at}", "", Area.LEFT, at, _unbuilt, 100) for at in range(len(parts))]
    for part in parts:
        part.setVisible(False)
    frame = Frame(dict(zip(specs, parts, strict=True)))
    qtbot.addWidget(frame)
    for part in parts:
        part.setVisible(part.wanted is None)
    frame.resize(800, 600)
    frame.show()
    qtbot.waitExposed(frame)
    return frame, parts


def test_a_pane_gets_the_height_it_wants(qtbot: QtBot) -> None:
    """The others share what it leaves."""
    _frame, (few, one, other) = framed(qtbot, 120, None, None)
    few.setVisible(True)
    qtbot.waitUntil(lambda: few.height() == 120)
    assert one.height() == other.height() == (600 - 24 - 120) // 2


def test_the_others_have_their_shares_again_when_it_goes(qtbot: QtBot) -> None:
    """What comes and goes by itself leaves no pane larger than it was."""
    _frame, (few, one, other) = framed(qtbot, 120, None, None)
    few.setVisible(True)
    qtbot.waitUntil(lambda: few.height() == 120)
    few.setVisible(False)
    qtbot.waitUntil(lambda: one.height() == other.height() == (600 - 12) // 2)


def test_it_follows_what_is_wanted_and_what_there_is(qtbot: QtBot) -> None:
    """More rows, or a lower window: both are met at once."""
    frame, (few, one) = framed(qtbot, 120, None)
    few.setVisible(True)
    qtbot.waitUntil(lambda: few.height() == 120)
    few.wanted = 200
    few.reshaped.emit()
    qtbot.waitUntil(lambda: few.height() == 200)
    frame.resize(800, 500)
    qtbot.waitUntil(lambda: one.height() == 500 - 12 - 200)
    assert few.height() == 200


@pytest.mark.parametrize("wanted", [(400, 200), (2_000, 1_000)])
def test_half_the_column_is_left(qtbot: QtBot, wanted: tuple[int, int]) -> None:
    """However much panes want together, they share no more than the other half."""
    _frame, (first, second, one) = framed(qtbot, *wanted, None)
    first.setVisible(True)
    second.setVisible(True)
    qtbot.waitUntil(lambda: first.height() == 200)
    assert second.height() == 100
    assert one.height() == 600 - 24 - 300


def test_a_hidden_pane_takes_nothing(qtbot: QtBot) -> None:
    """What it would want does not count, and changes nothing."""
    _frame, (few, one, other) = framed(qtbot, 500, None, None)
    few.reshaped.emit()
    assert one.height() == other.height() == (600 - 12) // 2


def test_a_pane_takes_the_place_of_the_centre(qtbot: QtBot) -> None:
    """While it is seen the centre is not; the centre comes back as it was, or not at all."""
    upper, lower, instead, right = Part(None), Part(None), Part(None), Part(None)
    areas = (Area.CENTRE, Area.CENTRE, Area.INSTEAD, Area.RIGHT)
    specs = [PaneSpec(f"part-{at}", "", area, at, _unbuilt) for at, area in enumerate(areas)]
    instead.hide()
    frame = Frame(dict(zip(specs, (upper, lower, instead, right), strict=True)))
    qtbot.addWidget(frame)
    frame.fit()
    frame.resize(800, 600)
    frame.show()
    qtbot.waitExposed(frame)
    qtbot.waitUntil(lambda: upper.height() == lower.height() == (600 - 12) // 2)
    before = (upper.geometry(), lower.geometry())
    instead.show()
    qtbot.waitUntil(lambda: instead.height() == 600)
    assert not upper.isVisible()
    assert not lower.isVisible()
    instead.hide()
    qtbot.waitUntil(upper.isVisible)
    assert (upper.geometry(), lower.geometry()) == before
    instead.show()
    upper.hide()
    lower.hide()
    frame.fit()
    assert instead.isVisible()
    instead.hide()
    qtbot.waitUntil(lambda: right.width() == 800)
