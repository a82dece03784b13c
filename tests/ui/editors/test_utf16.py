"""Positions change between code points and UTF-16 units in one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.ui.editors.utf16 import length_in_units, to_points, to_units, wide_in

TEXTS = st.text(alphabet="ab\u00e9\u20ac\U0001f600\U0001d11e", max_size=20)


@pytest.mark.parametrize(
    ("text", "points", "units"),
    [
        ("abc", 2, 2),
        ("\U0001f600abc", 0, 0),
        ("\U0001f600abc", 1, 2),
        ("\U0001f600abc", 3, 4),
        ("a\U0001f600\U0001f600b", 3, 5),
    ],
)
def test_an_emoji_before_a_place_moves_it_by_one_unit(text: str, points: int, units: int) -> None:
    """A character beyond U+FFFF is one code point and two units."""
    assert to_units(points, wide_in(text)) == units
    assert to_points(units, wide_in(text)) == points


def test_a_place_inside_a_pair_is_that_of_its_character() -> None:
    """Qt may stand between two surrogates; nobody else does."""
    assert to_points(2, wide_in("a\U0001f600b")) == 1


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    """Every place agrees with the length of what is encoded before it, both ways."""
    wide = wide_in(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert to_units(place, wide) == units
        assert to_points(units, wide) == place
    assert length_in_units(text) == to_units(len(text), wide)
