"""Beside each claim stands what it means; times are coloured only when they are proven."""

import pytest

from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.claim_rows import table
from jwtdesk.model.edits import KeyEdited, PayloadEdited, TokenPasted
from jwtdesk.model.edits_of_texts import Slot
from jwtdesk.model.margin import MarginNote, Tone, notes
from jwtdesk.model.session import Session
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

NOW = 1_795_400_000


def _token(payload: str, header: str = '{"alg":"HS256"}') -> str:
    parts = (header.encode(), payload.encode(), b"x" * 32)
    return ".".join(base64url.encode(part) for part in parts)


def _signed(payload: str, secret: bytes = CLASSIC_SECRET) -> Session:
    desk = Desk(NOW)
    desk.do(KeyEdited(KeyInput(secret)), PayloadEdited(payload))
    token = desk.session.shown.token
    return desk.do(TokenPasted(token))


def _only(session: Session, slot: Slot = Slot.PAYLOAD) -> MarginNote:
    (note,) = notes(session, slot)
    return note


@pytest.mark.parametrize(
    ("payload", "words", "tone"),
    [
        ('{"exp":%d}' % (NOW + 3600), "expires in 1 h", Tone.OK),
        ('{"exp":%d}' % (NOW - 3600), "expired 1 h", Tone.BAD),
        ('{"exp":%d}' % NOW, "expired", Tone.BAD),
        ('{"nbf":%d}' % (NOW + 60), "active in", Tone.BAD),
        ('{"nbf":%d}' % (NOW - 60), "active since", Tone.PLAIN),
        ('{"iat":%d}' % (NOW + 60), "in the future", Tone.WARN),
        ('{"iat":%d}' % (NOW - 60), "issued", Tone.PLAIN),
        ('{"auth_time":%d}' % (NOW - 60), "signed in", Tone.PLAIN),
        ('{"exp":"soon"}', "Not a number", Tone.BAD),
        ('{"exp":%d000}' % NOW, "Milliseconds", Tone.WARN),
        ('{"exp":%d000000}' % NOW, "Microseconds", Tone.WARN),
        ('{"exp":%d000000000}' % NOW, "Nanoseconds", Tone.WARN),
        ('{"exp":1e400}', "", Tone.PLAIN),
        ('{"iss":"x"}', "Issuer", Tone.PLAIN),
    ],
)
def test_a_proven_time_has_its_words_and_its_tone(payload: str, words: str, tone: Tone) -> None:
    """Under a right signature each time claim says how it stands, in words and in tone."""
    note = _only(_signed(payload))

    assert words in note.text
    assert note.tone is tone


def test_a_wrong_signature_takes_all_colour_from_times() -> None:
    """While the signature is wrong a time is claimed, not proven, and never green."""
    desk = Desk(NOW)
    desk.paste(_token('{"exp":%d}' % (NOW + 60)), b"wrong")

    note = _only(desk.session)
    assert note.tone is Tone.PLAIN
    assert "not proven" in note.text


def test_without_a_key_a_time_is_not_green_either() -> None:
    """Nothing was checked, so a time to come is told without a colour; a passed one is bad."""
    desk = Desk(NOW)
    assert _only(desk.paste(_token('{"exp":%d}' % (NOW + 60)))).tone is Tone.PLAIN
    assert _only(desk.paste(_token('{"exp":%d}' % (NOW - 60)))).tone is Tone.BAD


def test_the_header_says_what_the_algorithm_is_made_of() -> None:
    """`alg` is spelled out, an unknown one is called unknown, and known names have their word."""
    known = notes(Desk().paste(CLASSIC), Slot.HEADER)
    assert [note.text for note in known] == ["HMAC, SHA-256", "Media type"]

    odd = notes(Desk().paste(_token("{}", '{"alg":"XX","zz":1}')), Slot.HEADER)
    assert [note.text for note in odd] == ["Unknown algorithm"]


@pytest.mark.parametrize(("kid", "tone"), [("one", Tone.OK), ("other", Tone.WARN)])
def test_a_key_set_says_whether_it_has_the_key(kid: str, tone: Tone) -> None:
    """With a set at hand, `kid` says whether its key is in there."""
    keys = b'{"keys":[{"kty":"oct","k":"AQID","kid":"one"},{"kty":"oct","k":"AQIE","kid":"two"}]}'
    session = Desk().paste(_token("{}", f'{{"kid":"{kid}","alg":"HS256"}}'), keys)

    assert notes(session, Slot.HEADER)[0].tone is tone


@pytest.mark.parametrize("payload", ["[1]", "{", "", '"text"'])
def test_what_is_no_object_has_no_notes(payload: str) -> None:
    """Notes belong to members of an object; anything else has none, and an empty table."""
    session = Desk().paste(_token(payload))

    assert notes(session, Slot.PAYLOAD) == ()
    assert table(session) == ()


def test_a_pane_out_of_step_has_no_notes() -> None:
    """While a pane is broken its old notes do not stay beside the new text."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)

    session = desk.do(PayloadEdited('{"iss": "x",'))

    assert notes(session, Slot.PAYLOAD) == ()


def test_the_table_has_a_row_for_every_claim() -> None:
    """Each claim is a row: its name, its value as written, its meaning and its words."""
    session = Desk(NOW).paste(_token('{"exp":1.0e1,"mine":[1, 2],"iss":"x"}'))

    rows = table(session)
    assert [row.name for row in rows] == ["exp", "mine", "iss"]
    assert rows[0].value == "1.0e1"
    assert "expired" in rows[0].text
    assert rows[1].meaning == ""
    assert rows[2].meaning
