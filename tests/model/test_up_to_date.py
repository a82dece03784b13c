"""What is not known yet cannot be changed: an answer may come late, and nothing gets mixed up."""

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.model.answers import answer
from jwtdesk.model.edits import (
    AlgorithmPicked,
    Answered,
    Concealed,
    Converted,
    Edit,
    EntryChosen,
    Formatted,
    FormChosen,
    HeaderEdited,
    NodeChosen,
    PayloadEdited,
    PayloadParted,
    Presented,
    Resigned,
    Revealed,
    SegmentEdited,
    Serialisation,
    SignatureAdded,
    SignatureRemoved,
    Slot,
    TokenPasted,
)
from jwtdesk.model.forms import Form
from jwtdesk.model.reduce import reduce
from jwtdesk.model.source import FromToken
from tests.made import SECRET, token
from tests.model.desk import CLASSIC, Desk

RAW_HEADER = '{"alg":"HS256","b64":false,"crit":["b64"]}'
OTHER = token('{"other":true}')
OF_THE_TOKEN: list[Edit] = [
    Converted(Serialisation.FLATTENED),
    EntryChosen(1),
    PayloadParted(apart=True),
    SignatureAdded('{"alg":"HS256"}'),
    SignatureRemoved(0),
    SegmentEdited(0, b"x"),
    Presented(frozenset(), ""),
    Revealed(),
]
OF_THE_CLAIMS: list[Edit] = [
    HeaderEdited("{}"),
    PayloadEdited("{}"),
    AlgorithmPicked("HS384"),
    Formatted(Slot.PAYLOAD),
    Resigned(),
    Concealed(frozenset({"$.sub"}), ("s",)),
]


@pytest.mark.parametrize("edit", [*OF_THE_TOKEN, *OF_THE_CLAIMS, NodeChosen(("$.vp",))])
def test_a_token_that_was_not_read_yet_stays_as_it_was_pasted(edit: Edit) -> None:
    """Another one is still in the panes: its content must not end up in the new one."""
    desk = Desk()
    desk.paste(token(f'{{"vp":"{CLASSIC}","a":[1]}}'), SECRET)
    session = reduce(desk.session, TokenPasted(OTHER))
    assert session.known.unread
    after = reduce(session, edit)
    assert after.source == FromToken(OTHER)
    assert after.path == ()
    desk.session = after
    desk.settle()
    assert desk.session.shown == Desk().paste(OTHER).shown


@pytest.mark.parametrize("edit", OF_THE_TOKEN)
def test_a_half_typed_pane_is_not_lost_to_another_form(edit: Edit) -> None:
    """While a pane is broken the token is an older one, and changing that would drop the typing."""
    desk = Desk()
    desk.paste(CLASSIC)
    before = desk.do(PayloadEdited('{"sub":'))
    after = desk.do(edit)
    assert after.source == before.source
    assert after.notice is not None
    assert "mend them first" in after.notice.message


def test_a_token_that_is_being_made_is_not_changed_in_its_old_form() -> None:
    """The last key press is on its way into the token."""
    desk = Desk()
    desk.paste(CLASSIC, b"secret")
    session = reduce(desk.session, PayloadEdited('{"sub":"new"}'))
    after = reduce(session, Converted(Serialisation.FLATTENED))
    assert after.source == session.source
    assert after.notice is not None
    assert "in a moment" in after.notice.message
    desk.session = after
    desk.settle()
    made = desk.do(Converted(Serialisation.FLATTENED))
    assert '"new"' in made.shown.payload
    assert made.known.token.kind.value == "jws-json"


def test_a_lamp_does_not_speak_for_a_token_that_was_not_read_yet() -> None:
    """What was made here is read before anything is said of it."""
    desk = Desk()
    desk.do(TokenPasted(CLASSIC), PayloadEdited('{"sub":"one"}'))
    session = reduce(desk.session, PayloadEdited('{"sub":"two"}'))
    while not session.known.unread:
        session = reduce(session, Answered(session.asks[0], answer(session.asks[0])))
    assert session.shown.token != desk.session.shown.token
    assert session.verdict.signature.state is State.PENDING


@pytest.mark.parametrize(
    "header", ['{"alg":"HS256"}', '{"alg":"HS256","zip":"DEF"}', RAW_HEADER], ids=len
)
def test_another_form_shows_the_same_octets_however_they_are_carried(header: str) -> None:
    """Typed under one header, shown as text or bytes, and signed as what it was."""
    desk = Desk()
    desk.do(HeaderEdited(header), PayloadEdited('{"a": 1}'))
    before = desk.session.shown.token
    for form in (Form.TEXT, Form.HEX, Form.JSON):
        session = desk.do(FormChosen(form))
        assert session.known.token.payload_octets == b'{"a":1}'
        assert session.shown.token == before


def test_a_half_typed_payload_is_not_lost_to_another_form_of_showing() -> None:
    """What the token holds is older than what was typed."""
    desk = Desk()
    desk.paste(CLASSIC)
    desk.do(PayloadEdited('{"sub":'))
    assert desk.do(FormChosen(Form.HEX)).shown.payload == '{"sub":'
