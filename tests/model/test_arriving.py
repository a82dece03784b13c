"""A large paste is read elsewhere: the desk stays until it arrives, and undo stops it."""

import json

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.model.answers import answer
from jwtdesk.model.cost import READ_INLINE
from jwtdesk.model.edits import Answered, Cleared, Edit, SampleChosen, TokenPasted, Undone
from jwtdesk.model.known import PaneName
from jwtdesk.model.questions import ReadToken
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session
from tests.made import token
from tests.model.desk import CLASSIC, Desk

LARGE = token(json.dumps({"sub": "x" * READ_INLINE}), '{"alg":"HS256"}', b"key")


def _on_its_way(text: str = LARGE) -> Desk:
    desk = Desk()
    desk.paste(CLASSIC)
    desk.session = reduce(desk.session, TokenPasted(text))
    return desk


def test_the_desk_stays_while_a_large_paste_is_read() -> None:
    """Texts and history are the old ones, drawn as waiting, and the headline says what goes on."""
    session = _on_its_way().session

    assert session.shown.token == CLASSIC
    assert session.known.waiting == {PaneName.TOKEN, PaneName.HEADER, PaneName.PAYLOAD}
    assert session.verdict.signature.state is State.PENDING
    assert f"{len(LARGE):,}" in session.verdict.headline
    assert ReadToken(LARGE) in session.asks


def test_it_arrives_and_is_not_read_twice() -> None:
    """The reading takes the place of what was there, in one step of the history."""
    desk = _on_its_way()
    desk.settle()

    assert desk.session.shown.token == LARGE
    assert desk.session.arriving is None
    assert desk.asked.count(ReadToken(LARGE)) == 1
    assert desk.do(Undone()).shown.token == CLASSIC


def test_what_is_around_it_is_cleaned_away() -> None:
    """A large token behind `Bearer` is unwrapped when it arrives, and that is said."""
    desk = _on_its_way(f"Authorization: Bearer {LARGE}")
    desk.settle()

    assert desk.session.shown.token == LARGE
    assert desk.session.notice is not None


def test_an_answer_at_hand_arrives_too() -> None:
    """Whoever remembers the reading is asked all the same, so that it comes as an edit."""
    session = reduce(Session(), TokenPasted(LARGE), answer)

    assert session.asks == (ReadToken(LARGE),)


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        (Undone(), CLASSIC),
        (Cleared(), ""),
        (TokenPasted("a.b.c"), "a.b.c"),
        (SampleChosen("a.b.c", KeyInput()), "a.b.c"),
    ],
)
def test_what_comes_after_it_stops_it(edit: Edit, shown: str) -> None:
    """Undo, clearing the desk and another token each put an end to it; a late answer is nothing."""
    desk = _on_its_way()
    desk.do(edit)

    after = reduce(desk.session, Answered(ReadToken(LARGE), answer(ReadToken(LARGE))))
    assert after.shown.token == shown


def test_undo_of_a_paste_on_its_way_goes_no_further() -> None:
    """What lay on the desk before it stays, with its own steps to go back to."""
    desk = _on_its_way()
    before = desk.session.history

    assert desk.do(Undone()).history == before


def test_what_is_no_reading_is_let_go_of() -> None:
    """A thread that failed leaves the desk as it was."""
    desk = _on_its_way()
    session = reduce(desk.session, Answered(ReadToken(LARGE), Problem("lost", "Lost.")))

    assert session.arriving is None
    assert session.source == _on_its_way().session.source
