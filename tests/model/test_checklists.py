"""The checklists of the token on the desk."""

from jwtdesk.analysis.verdict import State
from jwtdesk.model.checklists import checklists, offered
from tests.made import token
from tests.model.desk import Desk

NOW = 1_795_400_000
ID_TOKEN = '{"iss":"https://i.example","sub":"s","aud":"c","exp":1795401000,"iat":1,"nonce":"n"}'


def test_a_kind_of_token_is_recognised() -> None:
    """An ID token is held against the rules of OpenID Connect, each with its reference."""
    found = checklists(Desk(NOW).paste(token(ID_TOKEN)))

    assert found
    assert "ID token" in found[0].title
    assert all(check.sentence and check.reference for check in found[0].checks)
    assert not found[0].chosen


def test_any_profile_can_be_asked_for() -> None:
    """The user may hold a token against rules it does not follow; those are then broken."""
    session = Desk(NOW).paste(token(ID_TOKEN))
    for name, title in offered():
        (one,) = checklists(session, name)
        assert (one.name, one.title, one.chosen) == (name, title, True)
    dpop = checklists(session, next(name for name, _ in offered() if "dpop" in name))
    assert any(check.state is State.BAD for check in dpop[0].checks)


def test_nothing_is_held_against_an_empty_desk() -> None:
    """Without a token there is no list, nor for a token of no kind."""
    assert checklists(Desk().session, "dpop") == ()
    assert checklists(Desk(NOW).paste(token('{"a":1}'))) == ()
