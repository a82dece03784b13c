"""An exact text beside the view of it: pure, without a widget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.ui.editors.exact_view import View, view_of
from jwtdesk.ui.editors.long_lines import Folding, folded, folding
from jwtdesk.ui.editors.stand_ins import name_of, seen
from jwtdesk.ui.editors.utf16 import wide_in

SMALL = Folding(longest=6, piece=4)
LETTERS = "abc\n\r\u00a0\u2028\u2029\ufeff\ud800\U0001f600\x00\u25af"
TEXTS = st.text(alphabet=LETTERS, max_size=40)


def consistent(view: View) -> None:
    """Check everything that always holds of a view."""
    shown = view.exact[: len(view.exact) - view.hidden]
    unfolded = "".join(
        character for place, character in enumerate(view.text) if place not in view.folds
    )
    assert len(unfolded) == len(shown)
    assert all(view.text[fold] == "\n" for fold in view.folds)
    assert list(view.folds) == sorted(set(view.folds))
    assert view.wide == wide_in(view.text)
    for offset in range(len(shown) + 1):
        assert view.offset(view.position(offset)) == offset
        assert view.offset(view.position(offset, after=False)) == offset


def empty_lines(view: View) -> int:
    """Return how many lines are shown that hold nothing."""
    return view.text.split("\n").count("")


@given(TEXTS, st.integers(0, 10))
def test_every_offset_has_a_position(text: str, hidden: int) -> None:
    """A fresh view shows each code point once, and maps places both ways."""
    consistent(view_of(text, SMALL, min(hidden, len(text))))


@given(TEXTS)
def test_no_displayed_line_is_long(text: str) -> None:
    """However long a line is, what is displayed of it is not."""
    assert all(len(line) <= SMALL.longest for line in view_of(text, SMALL).text.split("\n"))


@given(TEXTS, st.data())
def test_what_is_typed_in_the_view_is_typed_in_the_exact_text(
    text: str, data: st.DataObject
) -> None:
    """A splice of the view is the same splice of the exact text, and nothing else changes."""
    view = view_of(text, SMALL)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    inserted = data.draw(st.text(alphabet=LETTERS, max_size=12))

    typed = view.typed(start, end, inserted)
    tidy = typed.tidied(start, start + len(inserted), SMALL)

    wanted = text[: view.offset(start)] + inserted + text[view.offset(end) :]
    assert typed.exact == tidy.exact == wanted
    consistent(typed)
    consistent(tidy)
    assert seen(tidy.text) == tidy.text
    assert empty_lines(tidy) == wanted.split("\n").count("")


@given(TEXTS, TEXTS, st.integers(0, 10))
def test_a_view_becomes_that_of_another_text(old: str, new: str, hidden: int) -> None:
    """Whatever was shown before, the new text is shown, as much of it as of the old."""
    before = view_of(old, SMALL, min(hidden, len(old)))

    after = before.became(new, SMALL)

    assert after.exact == new
    consistent(after)
    assert seen(after.text) == after.text
    shown = new[: len(new) - after.hidden]
    assert empty_lines(after) == shown.split("\n").count("")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a" * 8, "", ""),
        ("aaaabbbbcccc", "aaaacccc", "aaaa\ncccc"),
        ("aaaabbbb", "aaaa", "aaaa"),
        ("\naaaabbbb", "\nbbbb", "\nbbbb"),
        ("aaaabbbb", "aaaa\nbbbb", "aaaa\nbbbb"),
        ("aaaabbbbcccc", "aaaa\ncccc", "aaaa\ncccc"),
    ],
)
def test_no_fold_is_left_beside_nothing(old: str, new: str, shown: str) -> None:
    """A piece that is emptied takes a fold along: no empty line is shown that is not there."""
    assert view_of(old, SMALL).became(new, SMALL).text == shown


def test_equal_text_is_shown_by_the_equal_view() -> None:
    """Becoming what it is leaves a view as it is."""
    view = view_of("a" * 20, SMALL)

    assert view.became("a" * 20, SMALL) == view


def test_a_change_leaves_far_folds_alone() -> None:
    """A key press in a long line re-lays-out its own piece only."""
    view = view_of("a" * 40, SMALL)

    after = view.became("a" * 20 + "x" + "a" * 20, SMALL)

    assert len(set(view.folds) & set(after.folds)) >= 4


def test_all_means_all() -> None:
    """Replacing everything that is shown replaces the hidden end too."""
    view = view_of("abcdef", Folding(), hidden=3)

    assert view.between(0, 3) == "abcdef"
    assert view.typed(0, 3, "x") == View("x", "x")


def test_a_change_of_the_hidden_end_shows_as_much_as_before() -> None:
    """The beginning stays the beginning."""
    view = view_of("abcdef", Folding(), hidden=3).became("abcdeX", Folding())

    assert (view.text, view.hidden) == ("abc", 3)


@given(st.text(alphabet="ab\n", max_size=60), st.integers(4, 9), st.integers(1, 4))
def test_folds_come_out_again(text: str, longest: int, piece: int) -> None:
    """Taking the folds out of a folded text gives the text."""
    result, folds = folded(text, Folding(longest, piece))

    assert "".join(char for at, char in enumerate(result) if at not in folds) == text


def test_pieces_fill_whole_rows() -> None:
    """A fold stands where a row ends, whatever the width; absurd widths get some fold."""
    assert all(folding(columns).piece % columns == 0 for columns in range(1, 1024))
    assert folding(0) == folding(5000) == Folding()


def test_stand_ins_are_named() -> None:
    """Every character has a name that a person can look up."""
    assert name_of("\r") == "U+000D CARRIAGE RETURN"
    assert name_of("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert name_of("\ud800") == "U+D800"
