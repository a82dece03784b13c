"""The chips of a time claim: which claim is meant, what each press writes, what is mended."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import read
from jwtdesk.model.edits import CaretMoved, ClaimSet, HeaderEdited, PayloadEdited, Slot, Undone
from jwtdesk.model.forms import Form
from jwtdesk.model.session import Caret, Origin, PaneName
from jwtdesk.model.time_chips import chips, mends
from jwtdesk.model.time_claims import (
    TimeClaim,
    time_claim_at,
    time_claim_at_caret,
    time_claims,
)
from tests.made import SECRET, token
from tests.model.desk import Desk

NOW = 1_795_400_000
PAYLOAD = '{"iss":"i","iat":1795399000,"exp":1795401000,"exp":1795402000,"o":{"nbf":1}}'


def _desk(payload: str = PAYLOAD) -> Desk:
    desk = Desk(NOW)
    desk.paste(token(payload), SECRET)
    return desk


def _claim(lexeme: str) -> TimeClaim:
    return TimeClaim(Slot.PAYLOAD, "exp", lexeme, 0)


@pytest.mark.parametrize(
    ("lexeme", "written"),
    [
        ("1795401000", (1795401300, 1795404600, 1795487400, NOW)),
        ("1795401000.75", (1795401300, 1795404600, 1795487400, NOW)),
        ("null", (NOW + 300, NOW + 3600, NOW + 86400, NOW)),
        ('"soon"', (NOW + 300, NOW + 3600, NOW + 86400, NOW)),
        ("1e99", (NOW + 300, NOW + 3600, NOW + 86400, NOW)),
        ("1795401000000", (NOW + 300, NOW + 3600, NOW + 86400, NOW)),
    ],
)
def test_steps_count_from_the_claim(lexeme: str, written: tuple[int, ...]) -> None:
    """A time that can be read is moved; anything else starts from now."""
    found = [one for one in chips(_claim(lexeme), NOW) if not one.mends]

    assert [one.id for one in found] == ["plus-5-min", "plus-1-h", "plus-1-d", "now"]
    assert tuple(int(one.lexeme) for one in found) == written
    assert all(one.lexeme in one.tip for one in found)


@pytest.mark.parametrize(
    ("lexeme", "name", "seconds"),
    [
        ("1795401000000", "seconds", 1795401000),
        ("1795401000000000", "seconds", 1795401000),
        ("1795401000000000000", "seconds", 1795401000),
        ("1795401000.9", "whole", 1795401000),
        ("-0.5", "whole", -1),
        ("1.795401e9", "plain", 1795401000),
        ("1795401000.0", "plain", 1795401000),
        ('"1795401000"', "number", 1795401000),
        ('"1795401000.5"', "number", 1795401000),
        ('"1795401000000"', "number", 1795401000),
        ('"2026-11-23T02:30:00Z"', "number", 1795401000),
        ('"2026-11-23 11:30:00+09:00"', "number", 1795401000),
        ('"2026-11-23T02:30:00"', "number", 1795401000),
    ],
)
def test_a_miswritten_time_is_mended(lexeme: str, name: str, seconds: int) -> None:
    """Each other unit, a fraction, an exponent and a text become whole seconds, and once only."""
    (found,) = mends(read(lexeme).value)

    assert (found.id, found.lexeme, found.mends) == (name, str(seconds), True)
    assert mends(read(found.lexeme).value) == ()


@pytest.mark.parametrize(
    "lexeme",
    [
        "1795401000",
        "0",
        "null",
        "true",
        "[1]",
        "1e400",
        '"soon"',
        '"9999-99-99"',
        json.dumps("1" * 25),
        json.dumps("2026" * 40),
    ],
)
def test_what_is_right_or_means_no_time_is_left_alone(lexeme: str) -> None:
    """No button guesses."""
    assert mends(read(lexeme).value) == ()


@given(st.decimals(-(10**30), 10**30, allow_nan=False))
def test_any_number_is_mended_to_whole_seconds_or_not_at_all(number: Decimal) -> None:
    """Whatever the number, what is written is a JSON number without a point."""
    for one in chips(_claim(f"{number:f}"), NOW):
        assert one.lexeme == str(int(one.lexeme))


def test_the_claim_that_counts_is_offered() -> None:
    """Only outermost times, and of two with one name the last one."""
    found = time_claims(_desk().session, Slot.PAYLOAD)

    assert [(one.name, one.lexeme) for one in found] == [
        ("iat", "1795399000"),
        ("exp", "1795402000"),
    ]


def test_the_line_is_enough() -> None:
    """Laid out in lines the whole line belongs to its claim; in one line only its own place."""
    session = _desk().session
    text = session.shown.payload
    line = text.index('"iat"')
    assert text[line - 2 : line] == "  "
    for offset in (line - 2, line, text.index(",", line)):
        claim = time_claim_at(session, Slot.PAYLOAD, offset)
        assert claim is not None
        assert claim.name == "iat"
    assert time_claim_at(session, Slot.PAYLOAD, text.index('"iss"')) is None
    assert time_claim_at(session, Slot.PAYLOAD, text.index('"o"')) is None
    assert time_claim_at(session, Slot.PAYLOAD, 0) is None
    desk = Desk(NOW)
    one_line = desk.do(PayloadEdited('{"iat":1,"exp":2}'))
    found = time_claim_at(one_line, Slot.PAYLOAD, 12)
    assert found is not None
    assert found.name == "exp"
    assert time_claim_at(one_line, Slot.PAYLOAD, 0) is None
    assert time_claim_at(_desk('{"a":1}').session, Slot.PAYLOAD, 3) is None


def test_the_caret_names_the_claim() -> None:
    """The caret of header and payload counts, any other does not."""
    desk = _desk()
    assert time_claim_at_caret(desk.session) is None
    desk.do(CaretMoved(Caret(PaneName.TOKEN, 3)))
    assert time_claim_at_caret(desk.session) is None
    place = desk.session.shown.payload.index("1795402000")
    desk.do(CaretMoved(Caret(PaneName.PAYLOAD, place)))
    assert time_claim_at_caret(desk.session) == time_claims(desk.session, Slot.PAYLOAD)[1]
    desk.do(HeaderEdited('{"alg":"HS256","exp":1}'), CaretMoved(Caret(PaneName.HEADER, 17)))
    assert time_claim_at_caret(desk.session) is None


def test_a_pane_that_cannot_be_edited_offers_nothing() -> None:
    """Octets that are no text have no chips."""
    desk = Desk(NOW)
    session = desk.paste("eyJhbGciOiJIUzI1NiJ9._w.c2ln")

    assert session.known.form is Form.HEX
    assert time_claims(session, Slot.PAYLOAD) == ()


def test_a_chip_changes_one_value_and_nothing_else() -> None:
    """The payload keeps every other character, the token is signed anew, one undo takes it back."""
    desk = _desk()
    before = desk.session.shown
    after = desk.do(ClaimSet(Slot.PAYLOAD, "iat", "7"))

    assert after.shown.payload == before.payload.replace("1795399000", "7")
    assert after.known.provenance.origin is Origin.SIGNED
    assert desk.do(Undone()).shown == before


def test_the_header_is_set_likewise() -> None:
    """A member of the header is changed in place, or added."""
    session = _desk().do(ClaimSet(Slot.HEADER, "typ", '"JWT"'))

    assert read(session.shown.header).value == {"typ": "JWT", "alg": "HS256"}


@pytest.mark.parametrize("slot", list(Slot))
def test_an_empty_desk_begins_a_token(slot: Slot) -> None:
    """A claim set on an empty desk starts one."""
    session = Desk(NOW).do(ClaimSet(slot, "exp", "1"))

    assert '"exp"' in (session.shown.header if slot is Slot.HEADER else session.shown.payload)


def test_what_cannot_be_set_changes_nothing() -> None:
    """A payload that is no object says so; a value that is no JSON is not taken."""
    desk = _desk("[1]")
    before = desk.session.shown
    after = desk.do(ClaimSet(Slot.PAYLOAD, "exp", "1"))
    assert after.shown == before
    assert after.notice is not None
    assert "exp" in after.notice.message
    desk = _desk()
    assert desk.do(ClaimSet(Slot.PAYLOAD, "exp", "1]")) is desk.session
    assert desk.session.shown.payload == _desk().session.shown.payload
