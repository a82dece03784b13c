"""The search for one letter, with a question that any text can be asked."""

import hashlib

import pytest

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.matcher import Matcher
from jwtdesk.analysis.trials.one_character import Change, Edit, Region, alike, search
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.material.oct import secret_key
from tests.analysis.diagnosis.making import SECRET

ANY = frozenset(Change)
CHANGES = [
    (b"ab.xcd", Edit(Change.EXTRA, 3, 1, "")),
    (b"ab.dc", Edit(Change.SWAPPED, 3, 2, "cd")),
    (b"ab.cD", Edit(Change.REPLACED, 4, 1, "d")),
    (b"ab.d", Edit(Change.LOST, 3, 0, "c")),
]


def asking(meant: bytes) -> Matcher:
    """Return a matcher that knows one text as the right one."""
    chosen, right = algorithm("HS256"), hashlib.sha256(meant).digest()
    assert chosen is not None
    key = secret_key(SECRET)
    return Matcher(chosen, key, hashlib.sha256, lambda digest: digest == right, 0.1, fast=True)


@pytest.mark.parametrize("last_first", [False, True])
@pytest.mark.parametrize(("text", "edit"), CHANGES)
def test_each_kind_of_damage_is_found_where_it_is(
    text: bytes, edit: Edit, last_first: bool
) -> None:
    """From either end; dots between the parts are stepped over."""
    own = Region(0, len(text), frozenset({edit.change}), last_first=last_first)
    (found,) = (one for one in search(text, [own], asking(b"ab.cd"), 99.0) if isinstance(one, Edit))
    assert found == edit
    assert edit.applied(text.decode()) == "ab.cd"


@pytest.mark.parametrize("change", Change)
def test_only_the_damage_that_is_asked_for_is_looked_for(change: Change) -> None:
    """A search for one kind does not find the other three."""
    region = Region(0, 4, ANY - {change})
    text, edit = next(one for one in CHANGES if one[1].change is change)
    found = [one for one in search(text, [region], asking(b"ab.cd"), 99.0) if isinstance(one, Edit)]
    assert edit not in found


def test_the_search_pauses_and_ends() -> None:
    """Work is told between the letters, and no more is done than was allowed."""
    region = Region(0, 40, ANY)
    short, whole = (
        [one for one in search(b"a" * 40, [region], asking(b"b"), limit) if isinstance(one, Work)]
        for limit in (30.0, 9e9)
    )
    assert 1 < len(short) < len(whole)


def test_what_looks_alike_is_a_letter_of_base64url() -> None:
    """The other case, and what eyes take it for; never itself."""
    assert b"O" in alike(b"0")
    assert b"A" in alike(b"a")
    assert alike(b"-") == (b"_",)
    assert alike(b"\xe9") == ()
