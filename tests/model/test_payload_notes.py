"""What is said of a payload that is not simply a set of claims, and what can be done."""

import hmac
from dataclasses import replace

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.jose import base64url
from jwtdesk.jose.inflate import deflate
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.model.edits import (
    DetachedGiven,
    FormChosen,
    KeyEdited,
    PatienceShown,
    PayloadParted,
    Slot,
)
from jwtdesk.model.forms import Form
from jwtdesk.model.hex_notes import MOST_LINES, hex_notes
from jwtdesk.model.margin import notes
from jwtdesk.model.octet_views import Writing, typed, written_as
from jwtdesk.model.payload_notes import (
    LARGEST,
    Deed,
    can_decrypt_anyway,
    chooses_form,
    is_decrypting,
    payload_notes,
    possible_forms,
)
from jwtdesk.model.questions import Decrypt
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import PaneName, Session
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_encrypted import DIRECT, SECRET, encrypted

CBOR = bytes.fromhex("a2636973736461636d65636578701a6b000000")
KEY = b"0123456789abcdef0123456789abcdef"


def words(session: Session) -> list[str]:
    """Return the sentences."""
    return [one.text for one in payload_notes(session)]


def signed(payload: bytes, header: bytes = b'{"alg":"HS256"}', *, apart: bool = False) -> str:
    """Return a token that `KEY` verifies."""
    start = f"{base64url.encode(header)}.{base64url.encode(payload)}"
    mac = base64url.encode(hmac.digest(KEY, start.encode(), "sha256"))
    return f"{start.split('.', maxsplit=1)[0]}..{mac}" if apart else f"{start}.{mac}"


def heavy() -> str:
    """Return a token whose password takes more than a million iterations."""
    light = encrypted('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000}', SECRET)
    header = base64url.decode(light.split(".")[0]).octets.replace(b"1000", b"1000001")
    return ".".join([base64url.encode(header), *light.split(".")[1:]])


def test_ordinary_claims_need_no_words() -> None:
    """Most tokens never show a strip."""
    for session in (Desk().session, Desk().paste(CLASSIC, CLASSIC_SECRET)):
        assert not payload_notes(session)
        assert not chooses_form(session)


def test_a_closed_token_says_what_is_missing() -> None:
    """The key, or the right one."""
    desk = Desk()
    assert words(desk.paste(encrypted(DIRECT, SECRET))) == [
        "Encrypted: the key that opens it is missing."
    ]
    assert not possible_forms(desk.session)
    assert not chooses_form(desk.session)
    session = desk.do(KeyEdited(KeyInput(bytes(32))))
    assert words(session) == ["Encrypted: this key does not open it."]
    assert not payload_notes(desk.do(KeyEdited(KeyInput(SECRET))))


def test_while_it_is_decrypted_that_is_said() -> None:
    """A moment without an answer is no wrong key."""
    desk = Desk()
    desk.paste(encrypted(DIRECT, SECRET))
    session = reduce(desk.session, KeyEdited(KeyInput(SECRET)))
    keys = desk.do(KeyEdited(KeyInput(SECRET))).known.keys
    assert isinstance(keys, Keys)
    asked = Decrypt(session.known.token, keys)
    assert words(replace(session, asks=(asked,))) == ["Decrypting…"]


def test_a_password_stretched_too_often_waits_for_a_word() -> None:
    """Refused, then worked on for as long as it takes, and stopped on wish."""
    desk = Desk()
    desk.paste(heavy(), SECRET)
    (note,) = payload_notes(desk.session)
    assert note.deeds == (Deed.DECRYPT,)
    assert can_decrypt_anyway(desk.session)
    lamp = desk.session.verdict.signature
    assert (lamp.state, lamp.short) == (State.WARN, "Not tried")
    assert desk.session.verdict.headline.startswith("Not decrypted yet")
    session = reduce(desk.session, PatienceShown(patient=True))
    assert is_decrypting(session)
    (note,) = payload_notes(session)
    assert (note.busy, note.deeds) == (True, (Deed.STOP,))
    session = reduce(session, PatienceShown(patient=False))
    assert not is_decrypting(session)
    assert can_decrypt_anyway(session)


def test_a_payload_that_travels_apart_is_asked_for_and_told() -> None:
    """Missing, given, taken away; the signature follows."""
    desk = Desk()
    desk.paste(signed(b"{}", apart=True), KEY)
    (note,) = payload_notes(desk.session)
    assert note.deeds == (Deed.OPEN, Deed.PASTE)
    assert not desk.session.known.problems_of(PaneName.PAYLOAD)
    session = desk.do(DetachedGiven(b"{}"))
    (note,) = payload_notes(session)
    assert note.text == "The payload travels apart; 2 bytes are given."
    assert note.deeds == (Deed.REMOVE,)
    assert session.verdict.signature.code == "verified"


def test_a_payload_can_leave_and_come_back() -> None:
    """Nothing is signed anew."""
    desk = Desk()
    whole = signed(b'{"a":1}')
    desk.paste(whole, KEY)
    session = desk.do(PayloadParted(apart=True))
    assert "7 bytes are given" in words(session)[0]
    assert session.verdict.signature.code == "verified"
    assert desk.do(PayloadParted(apart=False)).shown.token == whole


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ('{"alg":"dir","enc":"A256GCM","zip":"DEF"}', "Inflated from "),
        ('{"alg":"A256KW","enc":"A128CBC-HS256","zip":"DEF"}', "Inflated to 500 bytes (zip: DEF)."),
    ],
)
def test_what_was_inflated_is_said(header: str, said: str) -> None:
    """With both sizes, where the padding does not hide one."""
    token = encrypted(header, SECRET, b'{"a":"' + b"a" * 492 + b'"}')
    assert words(Desk().paste(token, SECRET))[0].startswith(said)


def test_a_signed_payload_may_be_deflated_too() -> None:
    """As in SMART Health Cards."""
    packed = deflate(b"{}")
    token = signed(packed, b'{"alg":"HS256","zip":"DEF"}')
    assert words(Desk().paste(token, KEY)) == [
        f"Inflated from {len(packed)} to 2 bytes (zip: DEF)."
    ]


@pytest.mark.parametrize(
    ("payload", "form", "said"),
    [
        (b"\x00\xfe\xff", Form.HEX, "3 bytes that are no text. Shown in hexadecimal."),
        (b"plain words", Form.TEXT, "Text of 11 characters, not JSON. Shown as text."),
        (b"[1]", Form.JSON, "JSON list: sound JSON, but not an object, so it holds no claims."),
        (CBOR, Form.HEX, "CBOR: binary JSON-like data, recognised but not opened"),
        (b"x" * (LARGEST + 1), Form.TEXT, "1,000,001 bytes. Shown as text."),
    ],
)
def test_other_payloads_are_named(payload: bytes, form: Form, said: str) -> None:
    """What it is, and how it is shown; what is no JSON offers the forms that can show it."""
    session = Desk().paste(signed(payload), KEY)
    assert session.known.form is form
    assert words(session)[0].startswith(said)
    assert chooses_form(session) is (form is not Form.JSON)
    utf8 = payload.isascii()
    assert possible_forms(session) == (frozenset(Form) if utf8 else {Form.HEX})


def test_broken_json_is_left_to_its_problem_line() -> None:
    """Two sentences about one fault would be one too many."""
    assert not payload_notes(Desk().paste(signed(b'{"a":'), KEY))
    assert not payload_notes(Desk().paste(signed(b"["), KEY))


def test_claims_looked_at_as_bytes_keep_the_switch() -> None:
    """Who chose a form finds the way back."""
    desk = Desk()
    desk.paste(signed(b'{"a":1}'), KEY)
    session = desk.do(FormChosen(Form.HEX))
    assert words(session) == ["A JSON object with 1 member. Shown in hexadecimal."]
    assert chooses_form(session)
    assert chooses_form(desk.do(FormChosen(Form.JSON)))


def test_characters_stand_beside_bytes() -> None:
    """All as wide as the widest, so that they stand below each other."""
    found = hex_notes("61 62 00\n\n63\nxx\n64 65")
    assert [(one.offset, one.text) for one in found] == [(0, "ab·"), (10, "c  "), (16, "de ")]
    assert all(one.code for one in found)
    assert not hex_notes("")
    assert len(hex_notes("61\n" * (MOST_LINES + 9))) == MOST_LINES


def test_typed_bytes_are_measured_or_their_fault_is_placed() -> None:
    """The length in bytes and bits; of a fault the place."""
    assert typed("61 62").words == "2 bytes, 16 bits"
    assert typed("").octets == b""
    wrong = typed("61 6g")
    assert wrong.octets is None
    assert wrong.span is not None
    assert wrong.span.start == 4


@pytest.mark.parametrize(
    ("way", "text"), [(Writing.HEX, "fbff"), (Writing.BASE64URL, "-_8"), (Writing.BASE64, "+/8=")]
)
def test_bytes_are_written_for_other_programs(way: Writing, text: str) -> None:
    """In one line, without anything else."""
    assert written_as(b"\xfb\xff", way) == text


def test_the_margin_of_a_payload_in_bytes_shows_its_characters() -> None:
    """Nothing while the bytes are out of step with the token."""
    session = Desk().paste(signed(CBOR), KEY)
    assert [one.text for one in notes(session, Slot.PAYLOAD)] == [
        "·cissdac",
        "mecexp·k",
        "···     ",
    ]
    stale = replace(session, known=replace(session.known, waiting=frozenset({PaneName.PAYLOAD})))
    assert not notes(stale, Slot.PAYLOAD)


def test_a_token_that_is_the_whole_payload_can_be_entered() -> None:
    """From where it is read, as from the layers; other text has no way in."""
    desk = Desk()
    desk.paste(encrypted(DIRECT, SECRET, CLASSIC.encode()), SECRET)
    (note,) = payload_notes(desk.session)
    assert note.deeds == (Deed.ENTER,)
    (note,) = payload_notes(Desk().paste(encrypted(DIRECT, SECRET, b"plain words"), SECRET))
    assert not note.deeds
