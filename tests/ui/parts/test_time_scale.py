"""A line on which seconds and years can be read at once."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.ui.parts.time_scale import stretches

_GAPS = st.lists(st.floats(1, 1e12), min_size=1, max_size=5)


@given(gaps=_GAPS, width=st.floats(50, 4000), least=st.floats(1, 400))
def test_the_line_is_filled_without_gaps(gaps: list[float], width: float, least: float) -> None:
    """The pieces follow each other from 0 to the width, none of them turned round."""
    instants = [0.0]
    for gap in gaps:
        instants.append(instants[-1] + gap)
    pieces = stretches(tuple(instants), tuple(least for _ in gaps), width)

    assert pieces[0].left == 0
    assert pieces[-1].right == pytest.approx(width)
    for one, other in itertools.pairwise(pieces):
        assert one.right == other.left
        assert one.right >= one.left


@given(gaps=_GAPS)
def test_labels_have_their_room(gaps: list[float]) -> None:
    """Where there is room for all labels, no piece is narrower than its labels."""
    instants = [0.0]
    for gap in gaps:
        instants.append(instants[-1] + gap)
    pieces = stretches(tuple(instants), tuple(60.0 for _ in gaps), 1000)

    assert all(piece.right - piece.left >= 59.99 for piece in pieces)


def test_an_even_line_is_true_to_scale() -> None:
    """Pieces that are wide enough keep their proportions, and nothing is broken."""
    pieces = stretches((0, 100, 400), (20, 20), 400)

    assert [(piece.left, piece.right, piece.broken) for piece in pieces] == [
        (0, 100, False),
        (100, 400, False),
    ]


def test_years_beside_an_hour_are_broken() -> None:
    """When the hour would vanish it gets its room, and the years are marked as cut."""
    hour, years = stretches((0, 3600, 3600 + 8 * 31_557_600), (120, 120), 800)

    assert hour.right - hour.left == 120
    assert not hour.broken
    assert years.broken


def test_too_little_room_is_shared() -> None:
    """Labels that do not fit get less, all in proportion."""
    pieces = stretches((0, 1, 2), (300, 100), 200)

    assert [piece.right for piece in pieces] == [150, 200]


def test_one_instant_makes_no_piece() -> None:
    """There is nothing between a moment and itself."""
    assert stretches((5,), (), 100) == ()
