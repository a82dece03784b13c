"""Which disclosures a holder means to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.token import Disclosed
from jwtdesk.model.ticking import chosen, every, ticked


def one(digest: str, parent: str = "") -> Disclosed:
    """Return a disclosure by its digest and that of its parent."""
    return Disclosed("", digest, digest, None, f"$.{digest}", parent)


TREE = (one("a"), one("b", "a"), one("c", "b"), one("d", "a"), one("e"))


@pytest.mark.parametrize(
    ("left_out", "digest", "on", "after"),
    [
        ("", "e", False, "e"),
        ("e", "e", True, ""),
        ("", "a", False, "abcd"),
        ("", "b", False, "bc"),
        ("abcd", "c", True, "d"),
        ("abcde", "a", True, "bcde"),
        ("e", "x", True, "e"),
    ],
)
def test_one_ticked(left_out: str, digest: str, on: bool, after: str) -> None:
    """A parent is ticked with its child, a child unticked with its parent."""
    assert ticked(TREE, frozenset(left_out), digest, on=on) == frozenset(after)


def test_all_and_chosen() -> None:
    """Leaving everything out shows nothing; what is not left out is shown."""
    assert every(TREE) == frozenset("abcde")
    assert chosen(TREE, frozenset("ae")) == frozenset("bcd")


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.booleans())))
def test_nothing_is_shown_without_what_holds_it(steps: list[tuple[str, bool]]) -> None:
    """Whatever is ticked in whatever order: a chosen disclosure's parent is chosen."""
    left_out = frozenset[str]()
    for digest, on in steps:
        left_out = ticked(TREE, left_out, digest, on=on)
    shown = chosen(TREE, left_out)
    assert all(not each.parent or each.parent in shown for each in TREE if each.digest in shown)
