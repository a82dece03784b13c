"""Whatever is done in whatever order, the panes never diverge and nothing is ever raised."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jwtdesk.analysis.verdict import State
from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import compact, read
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.jose.token import Kind
from jwtdesk.model.answers import answer
from jwtdesk.model.edits import (
    AlgorithmPicked,
    CaretMoved,
    ClaimSet,
    Cleared,
    ClockSet,
    ClockTicked,
    CompactSwitched,
    Edit,
    FetchStopped,
    FetchWanted,
    FittingKeyChosen,
    Formatted,
    HeaderEdited,
    KeyChosen,
    KeyDropped,
    KeyEdited,
    KeyKept,
    KeyReplaced,
    KeyUnwanted,
    KeyWanted,
    PayloadEdited,
    Redone,
    Resigned,
    ReturnedToOriginal,
    SigningKeyEdited,
    Slot,
    TokenEdited,
    TokenPasted,
    Undone,
)
from jwtdesk.model.reduce import reduce
from jwtdesk.model.ruler import lit
from jwtdesk.model.session import Caret, PaneName, Session
from jwtdesk.model.source import FromClaims, FromToken
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL, Desk

TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            CLASSIC,
            TUTORIAL,
            CLASSIC[:50],
            "a.b.c",
            f"Bearer {TUTORIAL}",
            "eyJhbGciOiJub25lIn0.e30.",
            "{",
            "{}",
            '{"alg":"HS256"}',
            '{"alg":"HS512","kid":"1"}',
            '{\r\n "a" : 1E2,\u00a0"a":0.10}',
            '{"exp":1e3,"iat":"x","nbf":null}',
            '{"a":"\u2028\U0001f600\ud800"}',
        ]
    ),
    st.text(max_size=12),
    st.text(alphabet='{}[]":,.eyJ019 \n', max_size=30),
)
KEYS = st.builds(
    KeyInput,
    st.sampled_from(
        [b"", b"x", CLASSIC_SECRET, b"SECRET_KEY", b"\xff\x00", b'{"kty":"oct","k":"AQ"}']
    ),
    st.sampled_from(["auto", "secret", "jwk", "pem"]),
    st.sampled_from(list(SecretEncoding)),
)
NAMES = st.sampled_from(["", "oct 8", "a", "oct 24 2"])
MOMENTS = st.floats(0, 5)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(TokenEdited, TEXTS, MOMENTS),
    st.builds(TokenPasted, TEXTS),
    st.builds(HeaderEdited, TEXTS, MOMENTS),
    st.builds(PayloadEdited, TEXTS, MOMENTS),
    st.builds(KeyEdited, KEYS),
    st.builds(SigningKeyEdited, KEYS),
    st.builds(KeyReplaced, KEYS, st.just("Said.")),
    st.builds(KeyKept, NAMES),
    st.builds(KeyChosen, NAMES),
    st.builds(KeyDropped, NAMES),
    st.just(FittingKeyChosen()),
    st.just(KeyUnwanted()),
    # What is made by chance or fetched never comes twice alike, and is never at hand.
    st.builds(KeyWanted, st.sampled_from(["none", "XX"])),
    st.builds(FetchWanted, st.sampled_from(["", "http://a.example"])),
    st.just(FetchStopped()),
    st.builds(AlgorithmPicked, st.sampled_from(["HS256", "HS384", "none", "ES256", "XX"])),
    st.builds(CompactSwitched, on=st.booleans()),
    st.builds(Formatted, st.sampled_from(list(Slot))),
    st.builds(
        ClaimSet,
        st.sampled_from(list(Slot)),
        st.sampled_from(["exp", "typ"]),
        st.sampled_from(['"JWT"', "1", "{"]),
    ),
    st.builds(ClockTicked, st.integers(0, 2**40)),
    st.builds(ClockSet, st.none() | st.integers(-(2**70), 2**70)),
    st.builds(
        CaretMoved,
        st.none() | st.builds(Caret, st.sampled_from(list(PaneName)), st.integers(0, 400)),
    ),
    st.sampled_from([Undone(), Redone(), Resigned(), ReturnedToOriginal(), Undone(), Cleared()]),
)


def _agree(session: Session) -> None:
    """Hold what every state of the desk must satisfy."""
    source = session.source
    if isinstance(source, FromToken):
        assert session.shown.token == source.text
        return
    assert isinstance(source, FromClaims)
    assert session.shown.header == source.header.text
    assert session.shown.payload == source.payload.text
    if PaneName.TOKEN in session.known.waiting:
        broken = [read(part.text).sound for part in (source.header, source.payload)]
        assert session.known.problems or not all(broken)
        return
    made = session.shown.token.split(".")
    for part, segment in ((source.header, made[0]), (source.payload, made[1])):
        if part.encoded is not None:
            assert segment == part.encoded
        elif session.known.token.jose_header.get("b64") is not False:
            text = compact(part.text) if session.compact else part.text
            assert segment == base64url.encode(text.encode())


@given(st.lists(EDITS, max_size=40))
@settings(max_examples=150)
def test_panes_never_diverge(edits: list[Edit]) -> None:
    """After any edits, whoever owns the truth is shown exactly and the token is made of it."""
    desk = Desk()
    for edit in edits:
        session = desk.do(edit)
        _agree(session)
        lit(session)
        if PaneName.TOKEN not in session.known.waiting:
            assert session.verdict.signature.state is not State.PENDING
        if isinstance(edit, KeyEdited) and isinstance(session.source, FromToken):
            assert session.shown.token == session.source.text


@given(st.lists(EDITS, max_size=15))
@settings(max_examples=80)
def test_answers_at_hand_and_answers_that_come_later_lead_to_the_same(edits: list[Edit]) -> None:
    """Whether an answer is folded in at once or arrives as an edit makes no difference."""
    desk = Desk()
    at_once = desk.session
    for edit in edits:
        desk.do(edit)
        at_once = reduce(at_once, edit, answer)

    assert replace(at_once, answers=()) == replace(desk.session, answers=())


@given(st.lists(EDITS, min_size=1, max_size=15))
@settings(max_examples=80)
def test_undo_leads_back_to_where_it_began(edits: list[Edit]) -> None:
    """Undoing everything ends at the empty desk's texts; redoing everything comes back."""
    desk = Desk()
    for edit in edits:
        if not isinstance(edit, Cleared | Undone | Redone):
            desk.do(edit)
    end = desk.session.shown
    steps = len(desk.session.history.past)
    for _ in range(steps):
        desk.do(Undone())
    assert desk.session.shown.token == ""
    assert desk.session.shown.payload == ""

    for _ in range(steps):
        desk.do(Redone())
    assert desk.session.shown == end


@given(st.builds(b'{"a":%b'.__mod__, st.binary(max_size=60)), st.binary(max_size=60))
def test_bytes_of_the_other_segment_survive(header: bytes, payload: bytes) -> None:
    """Touching one part of a pasted token leaves the other part's bytes as they were."""
    token = f"{base64url.encode(header)}.{base64url.encode(payload)}.AAAA"
    desk = Desk()
    desk.do(TokenEdited(token))
    assume(desk.session.known.token.kind is not Kind.UNREADABLE)

    desk.do(PayloadEdited('{"b":2}'))
    if isinstance(desk.session.source, FromClaims):
        assert desk.session.shown.token.split(".")[0] == base64url.encode(header)

    desk.do(TokenEdited(token), HeaderEdited('{"alg":"HS256"}'))
    if isinstance(desk.session.source, FromClaims):
        assert desk.session.shown.token.split(".")[1] == base64url.encode(payload)
