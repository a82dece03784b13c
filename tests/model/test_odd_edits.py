"""Edits that cannot do what they ask leave everything as it was and say why."""

from dataclasses import replace

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind
from jwtdesk.model import answers
from jwtdesk.model.answer_values import Reading
from jwtdesk.model.edits import (
    AlgorithmPicked,
    Answered,
    CaretMoved,
    ClaimSet,
    Cleared,
    ClockSet,
    Formatted,
    FormChosen,
    HeaderEdited,
    KeyEdited,
    KeyWanted,
    NoticeSeen,
    PayloadEdited,
    Resigned,
    RulesEdited,
    SampleChosen,
    SigningKeyEdited,
    Slot,
    TokenEdited,
    TokenPasted,
)
from jwtdesk.model.forms import Form
from jwtdesk.model.history import History
from jwtdesk.model.key_facts import _pair
from jwtdesk.model.questions import MakeKey, ReadToken
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Origin, PaneName, Session
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

HEADER = b'{"alg":"HS256"}'
ENCRYPTED = ".".join(
    [base64url.encode(b'{"alg":"dir","enc":"A128GCM"}'), "", "AAAA", "AAAA", "AAAA"]
)


def test_an_answer_nobody_asked_for_changes_nothing() -> None:
    """A stale answer leaves the very same session."""
    session = Session()
    answer = Answered(ReadToken("x"), Reading(session.known.token, session.known.token_origin))

    assert reduce(session, answer) is session


def test_an_encrypted_token_is_not_edited() -> None:
    """The claims of an encrypted token cannot be changed here, nor can it be signed again."""
    desk = Desk()
    session = desk.paste(ENCRYPTED)
    assert session.known.token.kind is Kind.JWE
    assert PaneName.PAYLOAD in session.known.inexact

    assert desk.do(PayloadEdited('{"a":1}')).shown == session.shown
    assert desk.do(HeaderEdited('{"alg":"HS256"}')).shown == session.shown
    assert desk.do(Resigned()).source == session.source
    picked = desk.do(AlgorithmPicked("HS256"))
    assert picked.shown == session.shown
    assert picked.notice is not None


def test_a_payload_that_is_no_text_is_edited_as_bytes() -> None:
    """Octets that are no UTF-8 are shown in hexadecimal and kept as they are until typed over."""
    token = ".".join(base64url.encode(one) for one in (HEADER, b"\xff\xfe\x00", b"abc"))
    desk = Desk()
    session = desk.paste(token)
    assert session.known.form is Form.HEX
    assert session.shown.payload == "ff fe 00"

    assert desk.do(PayloadEdited("xy")).shown.token == token
    edited = desk.do(HeaderEdited('{"alg":"HS512"}'), PayloadEdited("ff fe 01"))
    assert base64url.decode(edited.shown.token.split(".")[1]).octets == b"\xff\xfe\x01"


def test_a_header_that_is_no_object_takes_no_algorithm() -> None:
    """The picker cannot edit a header that is no object, and says so."""
    desk = Desk()
    desk.paste(f"{base64url.encode(b'[1]')}.e30.AA")

    session = desk.do(AlgorithmPicked("HS256"))

    assert session.notice is not None
    assert session.notice.code == "header-broken"
    assert desk.do(NoticeSeen()).notice is None


def test_a_payload_that_is_looked_at_as_text_takes_no_claim() -> None:
    """A button that sets a claim changes nothing of what is no JSON here, and says so."""
    desk = Desk()
    desk.paste(CLASSIC)
    before = desk.do(FormChosen(Form.TEXT))

    session = desk.do(ClaimSet(Slot.PAYLOAD, "exp", "5"))

    assert session.shown == before.shown
    assert session.notice is not None
    assert session.notice.message == "The payload is no JSON here: “exp” has no place in it."


@pytest.mark.parametrize("name", ["none", "XX"])
def test_there_is_no_key_to_make_for_some_algorithms(name: str) -> None:
    """Asking for a key where none exists is answered with a sentence."""
    session = Desk().do(KeyWanted(name))

    assert session.notice is not None
    assert session.making is None


def test_a_key_that_could_not_be_made_is_said() -> None:
    """When making a key fails the desk stays as it is and says why."""
    session = reduce(Desk().session, KeyWanted("RS256"))
    question = MakeKey("RS256", 1)
    assert question in session.asks

    failed = reduce(session, Answered(question, Problem("key-too-slow", "It took too long.")))
    assert failed.notice == Problem("key-too-slow", "It took too long.")
    assert failed.making is None

    odd = reduce(session, Answered(question, ()))
    assert odd.making is None
    assert odd.key == KeyInput()


def test_choosing_a_sample_keeps_the_key_it_replaces() -> None:
    """A sample brings its own key; the typed one can be put back."""
    desk = Desk()
    desk.do(KeyEdited(KeyInput(b"typed with care")))

    session = desk.do(SampleChosen(CLASSIC, KeyInput(CLASSIC_SECRET)))

    assert session.verdict.signature.code == "verified"
    assert session.previous_key == KeyInput(b"typed with care")
    assert session.notice is not None
    assert desk.do(SampleChosen(CLASSIC, KeyInput(CLASSIC_SECRET))).previous_key is None


def test_the_same_edit_again_changes_nothing() -> None:
    """Saying what is already so is no step."""
    desk = Desk()
    session = desk.paste(CLASSIC, CLASSIC_SECRET)

    assert reduce(session, KeyEdited(KeyInput(CLASSIC_SECRET))) is session
    assert reduce(session, TokenEdited(CLASSIC)) is session
    assert reduce(session, PayloadEdited(session.shown.payload)) is session
    assert reduce(session, AlgorithmPicked("HS256")) is session
    desk.do(Resigned())
    assert desk.do(Resigned()).history == desk.session.history


def test_clearing_leaves_an_empty_desk_with_the_clock_and_the_rules() -> None:
    """Token, claims, keys and history go; the clock and the rules stay."""
    desk = Desk(now=5)
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(ClockSet(7), RulesEdited(Rules(leeway=3)))

    session = desk.do(Cleared())

    assert session.empty
    assert session.key == KeyInput()
    assert session.history == History()
    assert (session.now, session.as_of, session.rules) == (5, 7, Rules(leeway=3))


def test_the_moment_can_be_chosen() -> None:
    """As of a chosen moment everything is judged then, and live again afterwards."""
    desk = Desk(now=1_000)
    desk.do(PayloadEdited('{"exp":500}'), KeyEdited(KeyInput(b"k" * 32)))
    assert desk.session.verdict.time.code == "expired"

    assert desk.do(ClockSet(499)).verdict.time.state.value == "ok"
    assert desk.do(ClockSet(None)).verdict.time.code == "expired"


def test_a_json_serialisation_keeps_its_form_when_edited() -> None:
    """Editing the claims of a JSON serialisation changes their members of it and nothing else."""
    desk = Desk()
    head, payload, signature = CLASSIC.split(".")
    desk.do(
        TokenPasted(f'{{"protected":"{head}", "payload":"{payload}","signature":"{signature}"}}')
    )
    desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)))
    assert desk.session.verdict.signature.code == "verified"

    session = desk.do(PayloadEdited('{"a":1}'))

    assert session.shown.token.startswith(f'{{"protected":"{head}", "payload":"eyJhIjoxfQ",')
    assert session.verdict.signature.code == "verified"
    assert session.known.provenance.origin is Origin.SIGNED


def test_the_disclosures_of_an_sd_jwt_follow_its_new_signature() -> None:
    """Signing the issuer's part again leaves what follows the tilde as it was."""
    desk = Desk()
    desk.paste(f"{CLASSIC}~WyJhIiwiYiIsMV0~", CLASSIC_SECRET)

    session = desk.do(PayloadEdited('{"a":1}'))

    assert session.shown.token.endswith("~WyJhIiwiYiIsMV0~")


@pytest.mark.parametrize(("payload", "segment"), [('{"a":1}', '{"a":1}'), ('{"a": 1.5}', None)])
def test_an_unencoded_payload_stands_as_it_is(payload: str, segment: str | None) -> None:
    """With `b64` false the payload is its own segment, unless it holds a dot."""
    desk = Desk()
    desk.do(KeyEdited(KeyInput(CLASSIC_SECRET)))
    desk.do(HeaderEdited('{"alg":"HS256","b64":false,"crit":["b64"]}'))

    session = desk.do(PayloadEdited(payload))

    if segment is None:
        assert session.known.problems_of(PaneName.PAYLOAD)[0].code == "unencoded-dot"
        assert session.verdict.headline.startswith("The payload does not fit its header")
    else:
        assert session.shown.token.split(".")[1] == segment
        assert session.verdict.signature.code == "verified"


def test_two_keys_that_do_not_belong_together_are_named() -> None:
    """The pair says so with both thumbprints, and the same secret twice is a pair."""
    desk = Desk()
    desk.do(PayloadEdited("{}"), KeyEdited(KeyInput(b"one")), SigningKeyEdited(KeyInput(b"two")))
    assert desk.session.known.pair is not None
    assert not desk.session.known.pair.matches

    assert desk.do(SigningKeyEdited(KeyInput(b"one"))).known.pair is not None
    assert desk.session.known.pair is not None
    assert desk.session.known.pair.matches

    empty = desk.do(SigningKeyEdited(KeyInput(b'{"keys":[]}')))
    assert empty.known.pair is None


def test_a_caret_alone_draws_no_conclusions() -> None:
    """Moving the caret keeps everything that is known, to the very object."""
    session = Desk().paste(CLASSIC)

    assert reduce(session, CaretMoved(None)).known is session.known


def test_while_a_key_is_read_the_last_verdict_stays_pending() -> None:
    """A slow key does not blank the verdict: the signature lamp waits with its last words."""
    desk = Desk()
    session = desk.paste(CLASSIC, CLASSIC_SECRET)

    waiting = reduce(session, KeyEdited(KeyInput(b"another")))

    assert waiting.verdict.signature.state.value == "pending"
    assert waiting.verdict.signature.text == session.verdict.signature.text


def test_while_a_token_is_read_its_panes_wait() -> None:
    """A slow token keeps the last panes, marked as waiting, until it is read."""
    desk = Desk()
    session = desk.paste(CLASSIC)

    waiting = reduce(session, TokenEdited(CLASSIC + "A"))

    assert waiting.known.waiting == {PaneName.HEADER, PaneName.PAYLOAD}
    assert waiting.shown.payload == session.shown.payload
    assert replace(waiting.known, waiting=frozenset()).token == session.known.token


def test_while_a_layout_is_awaited_its_pane_waits() -> None:
    """A token that is read but not laid out yet marks the panes that wait for it."""
    session = reduce(Session(), TokenEdited(CLASSIC))
    reading = session.asks[0]
    from jwtdesk.model.answers import answer

    read = reduce(session, Answered(reading, answer(reading)))

    assert read.known.waiting == {PaneName.HEADER, PaneName.PAYLOAD}


def test_an_empty_key_set_is_no_pair() -> None:
    """Where one field holds no key there is nothing to compare."""
    assert _pair(Keys((), "JWK Set"), Keys((), "JWK Set")) is None


def test_both_panes_can_be_laid_out() -> None:
    """Formatting the header changes its pane and no byte of the token."""
    token = ".".join(base64url.encode(one) for one in (b'{ "alg":"HS256"}', b"{}", b"abc"))
    desk = Desk()
    desk.paste(token)

    session = desk.do(Formatted(Slot.HEADER))

    assert session.shown.header == '{\n  "alg": "HS256"\n}'
    assert session.shown.token == token
    assert desk.do(Formatted(Slot.HEADER)).history == session.history


def test_a_key_that_cannot_compute_is_answered_with_its_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When signing itself fails the reason is the answer, and the token is stale."""
    monkeypatch.setattr(answers, "sign", lambda *_: Problem("cannot-sign", "It cannot."))
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    session = desk.do(PayloadEdited("{}"))

    assert session.known.signing_problem == Problem("cannot-sign", "It cannot.")
    assert session.known.provenance.origin is Origin.STALE
