"""Tokens in JSON serialisation on the desk: several signatures, other forms, payloads apart."""

import json

import pytest

from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.token import Kind
from jwtdesk.model.edits import (
    Converted,
    DetachedGiven,
    EntryChosen,
    HeaderEdited,
    KeyEdited,
    PayloadEdited,
    PayloadParted,
    Redone,
    Resigned,
    SegmentEdited,
    Serialisation,
    SignatureAdded,
    SignatureRemoved,
    TokenPasted,
    Undone,
)
from jwtdesk.model.session import Session
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

SECRET_JWK = {"kty": "oct", "kid": "one", "k": base64url.encode(CLASSIC_SECRET)}
OTHER_JWK = {"kty": "oct", "kid": "two", "k": base64url.encode(bytes(range(64)))}
BOTH = json.dumps({"keys": [SECRET_JWK, OTHER_JWK]}).encode()
HEAD, PAYLOAD, SIGNATURE = CLASSIC.split(".")


def codes(session: Session) -> list[str]:
    """Return what each signature's own lamp says."""
    return [one.code for one in session.verdict.signatures]


def twice_signed() -> Desk:
    """Return a desk with a general serialisation that both keys of the set signed."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(
        HeaderEdited('{"alg":"HS256","kid":"one"}'),
        Converted(Serialisation.GENERAL),
        KeyEdited(KeyInput(BOTH)),
        SignatureAdded('{"alg":"HS512","kid":"two"}'),
    )
    return desk


@pytest.mark.parametrize("form", [Serialisation.FLATTENED, Serialisation.GENERAL])
def test_a_token_is_written_in_another_form_and_verifies_as_before(form: Serialisation) -> None:
    """Its three parts stay byte for byte; undo brings the old form back."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    session = desk.do(Converted(form))
    assert session.verdict.signature.code == "verified"
    for part in (HEAD, PAYLOAD, SIGNATURE):
        assert part in session.shown.token
    assert desk.do(Converted(Serialisation.COMPACT)).shown.token == CLASSIC
    assert desk.do(Undone()).verdict.signature.code == "verified"


def test_a_further_signature_is_made_with_the_key_at_hand() -> None:
    """Both lamps are lit, each for its own header and key."""
    session = twice_signed().session
    assert codes(session) == ["verified", "verified"]
    assert read(session.shown.header).value == {"alg": "HS512", "kid": "two"}
    assert "2 of 2" in session.verdict.signature.text


def test_the_header_pane_shows_the_chosen_signature() -> None:
    """Nothing of the token changes by looking at another of its headers."""
    desk = twice_signed()
    token = desk.session.shown.token
    session = desk.do(EntryChosen(0))
    assert read(session.shown.header).value == {"alg": "HS256", "kid": "one"}
    assert session.shown.token == token
    assert desk.do(EntryChosen(7)) is session


def test_a_changed_payload_is_signed_by_every_key_at_hand() -> None:
    """All signatures cover the payload, so all are made anew."""
    desk = twice_signed()
    session = desk.do(PayloadEdited('{"sub":"new"}'))
    assert codes(session) == ["verified", "verified"]


def test_a_signature_whose_key_is_missing_stays_and_is_wrong() -> None:
    """Nobody can sign for another: its lamp says what has become of it."""
    desk = twice_signed()
    session = desk.do(
        EntryChosen(0), KeyEdited(KeyInput(CLASSIC_SECRET)), PayloadEdited('{"sub":"new"}')
    )
    assert codes(session) == ["verified", "mismatch"]


def test_a_changed_header_leaves_the_other_signature_alone() -> None:
    """Only its own signature covers a header."""
    desk = twice_signed()
    before = json.loads(desk.session.shown.token)["signatures"][1]
    session = desk.do(EntryChosen(0), HeaderEdited('{"alg":"HS384","kid":"one"}'))
    assert json.loads(session.shown.token)["signatures"][1] == before
    assert codes(session) == ["verified", "verified"]


def test_a_signature_is_removed_and_comes_back() -> None:
    """The last one cannot go, and that is said."""
    desk = twice_signed()
    session = desk.do(SignatureRemoved(1))
    assert codes(session) == ["verified"]
    session = desk.do(SignatureRemoved(0))
    assert session.notice is not None
    assert codes(session) == ["verified"]
    assert codes(desk.do(Undone())) == ["verified", "verified"]


def test_what_cannot_be_written_is_said() -> None:
    """Two signatures do not fit into a flattened serialisation; the token stays."""
    desk = twice_signed()
    token = desk.session.shown.token
    session = desk.do(Converted(Serialisation.FLATTENED))
    assert session.shown.token == token
    assert session.notice is not None
    assert session.notice.code == "not-possible"


@pytest.mark.parametrize("header", ["{", "[]", '{"alg":"\ud800"}'])
def test_a_further_signature_needs_a_header(header: str) -> None:
    """What is no JSON object is no header."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    session = desk.do(SignatureAdded(header))
    assert session.shown.token == CLASSIC
    assert session.notice is not None


def test_no_signature_is_added_to_what_is_no_token() -> None:
    """The sentence says what is there instead."""
    desk = Desk()
    desk.do(TokenPasted("nothing like a token"))
    assert desk.do(SignatureAdded('{"alg":"HS256"}')).notice is not None


def test_an_unprotected_header_can_be_alone() -> None:
    """A serialisation that protects no header is signed again without one."""
    desk = Desk()
    token = f'{{"payload":"{PAYLOAD}","header":{{"alg":"HS256"}},"signature":"AA"}}'
    desk.paste(token, CLASSIC_SECRET)
    session = desk.do(PayloadEdited('{"sub":"new"}'))
    assert session.verdict.signature.code == "verified"
    assert '"header":{"alg":"HS256"}' in session.shown.token
    assert "protected" not in session.shown.token


def test_a_payload_leaves_the_token_and_comes_back() -> None:
    """The signature covers it either way."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    session = desk.do(PayloadParted(apart=True))
    assert session.shown.token == f"{HEAD}..{SIGNATURE}"
    assert session.verdict.signature.code == "verified"
    assert '"John Doe"' in session.shown.payload
    assert desk.do(PayloadParted(apart=False)).shown.token == CLASSIC
    assert desk.do(Undone()).shown.token == f"{HEAD}..{SIGNATURE}"
    assert desk.do(Undone()).shown.token == CLASSIC
    assert desk.do(Redone()).verdict.signature.code == "verified"


def test_a_detached_payload_is_given_changed_and_signed_again() -> None:
    """Giving it checks; typing in the payload pane makes a new signature over what stands there."""
    desk = Desk()
    session = desk.paste(f"{HEAD}..{SIGNATURE}", CLASSIC_SECRET)
    assert session.verdict.signature.code == "mismatch"
    session = desk.do(DetachedGiven(base64url.decode(PAYLOAD).octets))
    assert session.verdict.signature.code == "verified"
    session = desk.do(PayloadEdited('{"sub":"new"}'))
    assert session.shown.token.split(".")[1] == ""
    assert session.verdict.signature.code == "verified"
    assert desk.do(DetachedGiven(session.detached)) is session


def test_a_detached_payload_of_any_bytes_stays_as_it_is() -> None:
    """With `b64: false` the octets themselves are signed, text or not."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(PayloadParted(apart=True), DetachedGiven(b"\x00\xff$.02"))
    session = desk.do(HeaderEdited('{"alg":"HS256","b64":false,"crit":["b64"]}'))
    assert session.verdict.signature.code == "verified"
    assert session.shown.payload == "00 ff 24 2e  30 32"


def test_a_payload_can_be_compressed_and_travel_apart() -> None:
    """What was given apart is what is on the wire: the compressed octets."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(HeaderEdited('{"alg":"HS256","zip":"DEF"}'), PayloadParted(apart=True))
    assert desk.session.verdict.signature.code == "verified"
    session = desk.do(PayloadEdited('{"sub":"' + "a" * 500 + '"}'))
    assert session.verdict.signature.code == "verified"
    assert session.known.token.zipped
    assert len(session.known.token.detached or b"") < 100


def test_without_a_payload_nothing_can_part_from_the_token() -> None:
    """What is no signed token has nothing to let go."""
    desk = Desk()
    desk.do(TokenPasted("nothing like a token"))
    assert desk.do(PayloadParted(apart=True)).notice is not None


def test_a_segment_is_changed_as_bytes() -> None:
    """The token owns the truth afterwards: one bit of the signature makes it wrong."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    octets = bytearray(base64url.decode(SIGNATURE).octets)
    octets[0] ^= 1
    session = desk.do(SegmentEdited(2, bytes(octets)))
    assert session.shown.token.startswith(f"{HEAD}.{PAYLOAD}.")
    assert session.verdict.signature.code == "mismatch"
    assert desk.do(Undone()).verdict.signature.code == "verified"


def test_the_form_of_a_signed_token_has_no_room_for_an_encrypted_one() -> None:
    """Nor the other way round: the new one is compact, and going back finds the form again."""
    desk = Desk()
    desk.paste(CLASSIC, bytes(range(32)))
    signed = desk.do(Converted(Serialisation.GENERAL), Resigned())
    closed = desk.do(HeaderEdited('{"alg":"dir","enc":"A256GCM"}'))
    assert closed.known.token.kind is Kind.JWE
    assert closed.known.token.payload_octets == signed.known.token.payload_octets
    assert desk.do(HeaderEdited('{"alg":"HS256"}')).known.token.kind is Kind.JWS_JSON

    desk.do(HeaderEdited('{"alg":"dir","enc":"A256GCM"}'), Converted(Serialisation.GENERAL))
    opened = desk.do(HeaderEdited('{"alg":"HS256"}'))
    assert opened.known.token.kind is Kind.JWS
    assert opened.known.token.payload_octets == signed.known.token.payload_octets
    assert opened.verdict.signature.code == "verified"


def test_bytes_cannot_stand_in_a_token_as_they_are() -> None:
    """With `b64: false` a payload in the token must be text: the pane says so, nothing is lost."""
    desk = Desk()
    desk.paste(f"{HEAD}.{base64url.encode(bytes([0, 255]))}.AA", CLASSIC_SECRET)
    session = desk.do(HeaderEdited('{"alg":"HS256","b64":false,"crit":["b64"]}'))
    assert [one.code for _, one in session.known.problems if one.code.startswith("unenc")] == [
        "unencoded-binary"
    ]
    assert session.shown.payload == "00 ff"


def test_without_a_key_the_chosen_signature_stays_as_it_was() -> None:
    """The second signature is edited, nobody signs: its old octets stay, and are stale."""
    desk = twice_signed()
    before = json.loads(desk.session.shown.token)["signatures"][1]["signature"]
    desk.do(Converted(Serialisation.GENERAL), EntryChosen(0), EntryChosen(1))
    session = desk.do(KeyEdited(KeyInput(b"")), HeaderEdited('{"alg":"HS512","kid":"new"}'))
    assert json.loads(session.shown.token)["signatures"][1]["signature"] == before


def test_an_unencoded_payload_in_json_may_hold_dots() -> None:
    """Only a compact token is cut at them (RFC 7797 section 5.2)."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(HeaderEdited('{"alg":"HS256","b64":false,"crit":["b64"]}'))
    desk.do(Converted(Serialisation.FLATTENED))
    session = desk.do(PayloadEdited('{"n":1.5}'))
    assert json.loads(session.shown.token)["payload"] == '{"n":1.5}'
    assert session.verdict.signature.code == "verified"
    refused = desk.do(Converted(Serialisation.COMPACT))
    assert json.loads(refused.shown.token)["payload"] == '{"n":1.5}'
    assert refused.notice is not None
