"""What came out as it was is the very same object, so that nothing is drawn twice."""

from dataclasses import replace

from jwtdesk.model.answers import answer
from jwtdesk.model.edits import ClockTicked, TokenPasted
from jwtdesk.model.likeness import like
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Provenance, Session, Shown

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln"


def test_equal_parts_are_handed_on() -> None:
    """A part that was worked out anew and came out equal is the old object."""
    old = Session(shown=Shown(token="a"))
    again = replace(
        old,
        shown=Shown(token="a"),
        known=replace(old.known, provenance=Provenance(), problems=()),
        verdict=replace(old.verdict),
    )
    kept = like(old, again)

    assert kept.shown is old.shown
    assert kept.known is old.known
    assert kept.verdict is old.verdict


def test_other_parts_are_not() -> None:
    """What differs is taken from the new session, beside what does not."""
    old = Session()
    new = replace(old, shown=Shown(token="b"), known=replace(old.known, others=2))
    kept = like(old, new)

    assert kept.shown.token == "b"
    assert kept.known.others == 2
    assert kept.known.provenance is old.known.provenance


def test_a_tick_that_changes_no_verdict_leaves_everything_as_it_is() -> None:
    """A second later nothing about a token without times has to be drawn again."""
    first = reduce(Session(now=1_000_020), TokenPasted(TOKEN), answer)
    later = reduce(first, ClockTicked(1_000_021), answer)

    assert later.known is first.known
    assert later.shown is first.shown
    assert later.verdict is first.verdict
