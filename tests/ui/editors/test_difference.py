"""The middle that changed between two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.ui.editors.difference import Splice, common_end, common_start, difference

TEXTS = st.text(alphabet="ab", max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "splice"),
    [
        ("", "", Splice(0, 0, "")),
        ("abc", "abc", Splice(3, 3, "")),
        ("abc", "abxc", Splice(2, 2, "x")),
        ("abc", "ac", Splice(1, 2, "")),
        ("abc", "xyz", Splice(0, 3, "xyz")),
    ],
)
def test_only_the_middle_is_replaced(old: str, new: str, splice: Splice) -> None:
    """What two texts share at both ends stays."""
    assert difference(old, new) == splice


@pytest.mark.parametrize(("caret", "start"), [(0, 0), (1, 1), (2, 2)])
def test_the_caret_tells_equal_characters_apart(caret: int, start: int) -> None:
    """Of three equal characters the one at the caret was removed."""
    assert difference("aaa", "aa", caret) == Splice(start, start + 1, "")


@given(TEXTS, TEXTS, st.none() | st.integers(-2, 15))
def test_the_splice_makes_the_new_text(old: str, new: str, caret: int | None) -> None:
    """Whatever the caret says, the splice turns the old text into the new one."""
    splice = difference(old, new, caret)

    assert old[: splice.start] + splice.inserted + old[splice.end :] == new


@given(TEXTS, TEXTS)
def test_shared_ends_are_as_long_as_they_can_be(one: str, other: str) -> None:
    """Halving finds what comparing character by character finds."""
    most = min(len(one), len(other))
    equal = [left == right for left, right in zip(one, other, strict=False)]
    equal_back = [left == right for left, right in zip(one[::-1], other[::-1], strict=False)]

    assert common_start(one, other, most) == [*equal, False].index(False)
    assert common_end(one, other, most) == [*equal_back, False].index(False)


@pytest.mark.parametrize(("offset", "after"), [(0, 0), (2, 2), (3, 3), (4, 3), (5, 3), (7, 5)])
def test_a_place_is_carried_with_its_text(offset: int, after: int) -> None:
    """Places before a change stay, those behind it move, those inside stay in the new text."""
    assert Splice(2, 5, "x").carried(offset) == after
