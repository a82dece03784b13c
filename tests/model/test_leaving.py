"""Going out of an inner token: nothing that was done inside is lost without a word."""

import json

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.json_form import to_flattened
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.answers import answer
from jwtdesk.model.edits import (
    Answered,
    DetachedGiven,
    Edit,
    HeaderEdited,
    KeyEdited,
    NodeChosen,
    PayloadEdited,
    ReturnedToOriginal,
    Undone,
)
from jwtdesk.model.questions import Encrypt, ReadPane
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted
from tests.made import SECRET, token
from tests.made_selective import kb_jwt, sd_jwt
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_nesting import OUTER_SECRET, wrapped

ACT = json.dumps({"act": CLASSIC, "sub": CLASSIC})
HEAD, _, SIGNATURE = token(ACT).split(".")
CHANGED = '{"sub":"changed"}'


def apart() -> Desk:
    """Return a desk with a signed token whose payload, with two tokens in it, travels apart."""
    desk = Desk()
    desk.paste(f"{HEAD}..{SIGNATURE}", SECRET)
    desk.do(DetachedGiven(ACT.encode()))
    return desk


def outer_lamp(session: Session) -> str:
    """Return what the row of the outermost token says of its signature."""
    row = session.known.layers.at(())
    assert row is not None
    return row.node.lamp.code


def notice(session: Session) -> str:
    """Return what the user is told in passing."""
    return "" if session.notice is None else session.notice.message


def test_a_payload_apart_that_was_changed_goes_with_its_token() -> None:
    """Its row speaks of the payload as it is now, not of the one that was given once."""
    desk = apart()
    desk.do(PayloadEdited(ACT.replace("{", '{"n":1,', 1)))
    session = desk.do(NodeChosen(("$.act",)))
    assert outer_lamp(session) == "verified"
    session = desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)), PayloadEdited(CHANGED))
    assert outer_lamp(session) == "verified"
    session = desk.do(NodeChosen(("$.sub",)))
    assert outer_lamp(session) == "verified"
    session = desk.do(NodeChosen(()))
    assert session.verdict.signature.code == "verified"
    assert session.shown.payload.startswith('{"n":1,')


def test_the_payload_that_was_given_comes_back_with_the_original() -> None:
    """What was pasted is still one click away, with what was given beside it."""
    desk = apart()
    desk.do(NodeChosen(("$.act",)), KeyEdited(KeyInput(CLASSIC_SECRET)), PayloadEdited(CHANGED))
    session = desk.do(NodeChosen(()), ReturnedToOriginal())
    assert session.shown.token == f"{HEAD}..{SIGNATURE}"
    assert session.verdict.signature.code == "verified"


def test_a_key_binding_is_changed_beside_a_payload_that_travels_apart() -> None:
    """The payload as it is now stays with the token, which is checked as it stands."""
    bare = sd_jwt({"sub": "a"})
    text = to_flattened(read_token(f"{bare}{kb_jwt(bare)}"))
    assert isinstance(text, str)
    value = json.loads(text)
    del value["payload"]
    desk = Desk()
    desk.paste(json.dumps(value), SECRET)
    desk.do(DetachedGiven(b'{"sub": "a"}'), PayloadEdited('{"sub":"b"}'), NodeChosen(("~kb",)))
    session = desk.do(PayloadEdited('{"nonce":"n"}'), NodeChosen(()))
    assert session.verdict.signature.code == "verified"
    assert session.known.token.payload_octets == b'{"sub":"b"}'


@pytest.mark.parametrize(
    ("edit", "words"),
    [(HeaderEdited("{"), "Its header is broken"), (PayloadEdited("{"), "Its payload is broken")],
)
def test_a_pane_of_the_outer_token_that_was_left_broken_is_named(edit: Edit, words: str) -> None:
    """No token can be made around the inner one until it is mended."""
    desk = Desk()
    desk.paste(token(ACT), SECRET)
    desk.do(edit, NodeChosen(("$.act",)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    session = desk.do(PayloadEdited(CHANGED))
    row = session.known.layers.at(())
    assert row is not None
    assert row.problem is not None
    assert words in row.problem.message
    assert words in notice(desk.do(NodeChosen(())))


def test_who_leaves_a_broken_pane_is_told() -> None:
    """The token outside is the last good one; undo leads back to what was typed."""
    desk = Desk()
    desk.paste(token(ACT), SECRET)
    desk.do(NodeChosen(("$.act",)), PayloadEdited('{"sub":'))
    session = desk.do(NodeChosen(()))
    assert session.shown.token == token(ACT)
    assert "makes no token" in notice(session)
    assert desk.do(Undone()).shown.payload == '{"sub":'


def answered(session: Session, unlike: type) -> Session:
    """Return `session` with every question answered that is not `unlike`."""
    while asks := [one for one in wanted(session) if not isinstance(one, unlike)]:
        session = reduce(session, Answered(asks[0], answer(asks[0])))
    return session


@pytest.mark.parametrize("awaited", [ReadPane, Encrypt])
def test_what_is_still_being_made_is_not_left(awaited: type) -> None:
    """Neither the inner token nor the one around it: the old ones would take their places."""
    desk = Desk()
    desk.paste(wrapped(), OUTER_SECRET)
    desk.do(NodeChosen(("",)), KeyEdited(KeyInput(CLASSIC_SECRET)))
    session = answered(reduce(desk.session, PayloadEdited(CHANGED)), awaited)
    refused = reduce(session, NodeChosen(()))
    assert refused.path == ("",)
    assert "try again in a moment" in notice(refused)
    desk.session = refused
    desk.settle()
    session = desk.do(NodeChosen(()))
    assert session.verdict.signature.state is State.OK
    assert session.shown.payload != CLASSIC
