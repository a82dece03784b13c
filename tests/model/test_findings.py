"""Findings lead to their place, and some to a fix."""

import pytest

from jwtdesk.analysis.finding import Finding
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Severity, Span
from jwtdesk.model.edits import KeyEdited, KeyWanted, PayloadEdited, TokenEdited
from jwtdesk.model.finding_fixes import fix_of
from jwtdesk.model.finding_places import place_of
from jwtdesk.model.session import Caret, PaneName, Session
from tests.made import SECRET, token
from tests.model.desk import Desk

NOW = 1_795_400_000
PAYLOAD = '{"iss":"i","deep":{"list":["x","y"]},"exp":1795401000}'


def _finding(where: str, span: Span | None = None, id_: str = "any") -> Finding:
    return Finding(id_, Severity.INFO, "", "", "", where, span)


def _session(text: str = "") -> Session:
    return Desk(NOW).do(TokenEdited(text or token(PAYLOAD)))


def _at(session: Session, finding: Finding) -> str:
    """Return what stands behind the place of a finding."""
    place = place_of(session, finding)
    assert place is not None
    texts = {
        PaneName.TOKEN: session.shown.token,
        PaneName.HEADER: session.shown.header,
        PaneName.PAYLOAD: session.shown.payload,
    }
    return texts[place.pane][place.offset :]


@pytest.mark.parametrize(
    ("where", "span", "begins"),
    [
        ("payload.exp", None, '"exp"'),
        ("payload.deep.list[1]", None, '"y"'),
        ("header.alg", None, '"alg"'),
        ("payload", Span(PAYLOAD.index('"x"'), PAYLOAD.index('"x"') + 3), '"x"'),
        ("payload.gone", Span(0, 1), "{"),
        ("payload", None, "{"),
        ("header", None, "{"),
    ],
)
def test_a_finding_leads_to_its_member(where: str, span: Span | None, begins: str) -> None:
    """The path leads to the member as its pane shows it, else the place in the JSON does."""
    assert _at(_session(), _finding(where, span)).startswith(begins)


def test_a_place_in_the_token_is_one_in_its_pane() -> None:
    """Line breaks and what stands before the token are counted."""
    text = token(PAYLOAD)
    session = _session(f"Bearer {text[:30]}\n{text[30:]}")

    assert _at(session, _finding("token", Span(40, 41))).startswith(text[40:60])
    assert _at(session, _finding("token")).startswith(text[:10])
    assert place_of(session, _finding("key")) == Caret(PaneName.KEY, 0)
    assert place_of(session, _finding("key", Span(7, 9))) == Caret(PaneName.KEY, 7)


def test_some_findings_have_no_place() -> None:
    """What is about nothing that is shown leads nowhere; a broken pane leads to its start."""
    assert place_of(_session(), _finding("elsewhere")) is None
    assert place_of(Session(), _finding("payload", Span(1, 2))) == Caret(PaneName.PAYLOAD, 0)


@pytest.mark.parametrize(
    ("payload", "id_", "mended"),
    [
        ('{"exp":1795401000000}', "ms-timestamp", '{"exp":1795401000}'),
        ('{"exp":1795401000.5}', "float-time", '{"exp":1795401000}'),
        ('{"exp":"1795401000"}', "time-not-number", '{"exp":1795401000}'),
        ('{"exp":"soon"}', "time-not-number", '{"exp":%d}' % NOW),
        ('{"iss":"i"}', "no-exp", '{"exp":%d,"iss":"i"}' % (NOW + 3600)),
        ('{"exp":9795401000}', "long-lived", '{"exp":%d}' % (NOW + 3600)),
        ('{"iat":%d,"exp":5}' % NOW, "exp-before-iat", '{"iat":%d,"exp":%d}' % (NOW, NOW + 3600)),
        ('{"iat":9795401000}', "iat-in-future", '{"iat":%d}' % NOW),
    ],
)
def test_a_time_is_fixed(payload: str, id_: str, mended: str) -> None:
    """One press writes the time as it should be, and nothing else changes."""
    desk = Desk(NOW)
    desk.do(PayloadEdited(payload))
    fix = fix_of(desk.session, _finding("payload.exp", id_=id_))
    assert fix is not None
    assert fix.label

    assert desk.do(fix.edit).shown.payload == mended


def test_a_type_is_added() -> None:
    """A header without `typ` gets the usual one."""
    desk = Desk(NOW)
    desk.do(TokenEdited(token()))
    fix = fix_of(desk.session, _finding("header", id_="typ-missing"))
    assert fix is not None

    assert read(desk.do(fix.edit).shown.header).value == {"typ": "JWT", "alg": "HS256"}


def test_a_weak_key_is_replaced() -> None:
    """The fix for a weak key is a new one for the same algorithm; without one there is none."""
    desk = Desk(NOW)
    desk.do(TokenEdited(token()), KeyEdited(KeyInput(SECRET)))
    fix = fix_of(desk.session, _finding("key", id_="short-hmac-key"))
    assert fix is not None
    assert fix.edit == KeyWanted("HS256")
    desk.do(TokenEdited(token(header='{"alg":"none"}')))
    assert fix_of(desk.session, _finding("key", id_="short-hmac-key")) is None


def test_what_only_a_person_can_decide_has_no_fix() -> None:
    """Most findings have none, nor has a claim that is not there or cannot be edited."""
    session = _session(token("{}"))
    for id_ in ("personal-data", "ms-timestamp", "exp-before-iat"):
        assert fix_of(session, _finding("payload.exp", id_=id_)) is None
    binary = Desk(NOW).paste("eyJhbGciOiJIUzI1NiJ9._w.c2ln")
    assert fix_of(binary, _finding("payload", id_="no-exp")) is None
