"""An encrypted token on the desk: opened, changed, encrypted anew."""

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jwtdesk.analysis.verdict import State
from jwtdesk.jose import base64url
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.inflate import deflate
from jwtdesk.jose.jsontext import read
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.model.edits import (
    AlgorithmPicked,
    FormChosen,
    HeaderEdited,
    KeyEdited,
    PayloadEdited,
    Slot,
    TokenPasted,
    Undone,
)
from jwtdesk.model.forms import Form
from jwtdesk.model.margin import notes
from jwtdesk.model.session import Origin, PaneName
from tests.keys.locate import key_file
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk

SECRET = bytes(range(32))
CLAIMS = b'{"sub":"ann","exp":1795403600}'
DIRECT = '{"alg":"dir","enc":"A256GCM"}'
RAW_HEADER = '{"alg":"HS256","b64":false,"crit":["b64"]}'
ZIPPED_HEADER = '{"alg":"HS256","zip":"DEF"}'
WAYS = [
    ("RSA-OAEP-256", "rsa-2048"),
    ("ECDH-ES", "ec-p256"),
    ("ECDH-ES+A128KW", "x25519"),
]


def encrypted(header: str, key: bytes, plaintext: bytes = CLAIMS) -> str:
    """Return a compact JWE of `plaintext`."""
    keys = read_key(KeyInput(key))
    assert isinstance(keys, Keys)
    made = encrypt(header, plaintext, keys)
    assert isinstance(made, Encryption), made
    return made.text


def signed(header: str, payload: bytes) -> str:
    """Return a compact JWS that carries `payload` as its `header` says; nobody signed it."""
    if "b64" in header:
        return f"{base64url.encode(header.encode())}.{payload.decode()}.AA"
    return f"{base64url.encode(header.encode())}.{base64url.encode(deflate(payload))}.AA"


def test_without_a_key_only_the_header_is_shown() -> None:
    """The header can be read, the payload cannot, and neither is typed into."""
    desk = Desk()
    session = desk.paste(encrypted(DIRECT, SECRET))
    assert '"dir"' in session.shown.header
    assert not session.shown.payload
    assert session.known.inexact == {PaneName.HEADER, PaneName.PAYLOAD}
    assert session.verdict.signature.code == "no-key"
    assert desk.do(HeaderEdited("{}"), PayloadEdited("{}")).shown == session.shown


def test_the_right_key_shows_what_is_inside() -> None:
    """The payload is laid out like that of a signed token, and judged like one."""
    session = Desk().paste(encrypted(DIRECT, SECRET), SECRET)
    assert read(session.shown.payload).value == read(CLAIMS.decode()).value
    assert session.verdict.signature.code == "decrypted"
    assert session.verdict.time.code == "valid"
    assert session.known.provenance.origin is Origin.PASTED


def test_a_wrong_key_says_so_and_shows_nothing() -> None:
    """Nothing is shown that was not decrypted."""
    session = Desk().paste(encrypted(DIRECT, SECRET), bytes(32))
    assert not session.shown.payload
    assert session.verdict.signature.code == "cannot-decrypt"


def test_an_edit_encrypts_anew_and_keeps_the_header() -> None:
    """The header's segment stays byte for byte; the new token holds the new payload."""
    token = encrypted('{"enc":"A256GCM", "alg":"dir"}', SECRET)
    desk = Desk()
    desk.paste(token, SECRET)
    session = desk.do(PayloadEdited('{"sub": "bob"}'))
    assert session.shown.token != token
    assert session.shown.token.split(".")[0] == token.split(".")[0]
    assert session.verdict.signature.code == "decrypted"
    assert session.known.provenance.origin is Origin.SIGNED
    assert "Encrypted here" in session.known.provenance.text
    again = Desk().paste(session.shown.token, SECRET)
    assert read(again.shown.payload).value == {"sub": "bob"}
    assert desk.do(Undone()).shown.token == token


@pytest.mark.parametrize(("alg", "kind"), WAYS)
def test_a_public_key_encrypts_what_it_cannot_open(alg: str, kind: str) -> None:
    """With the recipient's public key the claims become a token that the private key opens."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(KeyEdited(KeyInput(key_file(f"{kind}-public-spki.pem"))), AlgorithmPicked(alg))
    session = desk.do(PayloadEdited('{"for":"you"}'))
    assert session.shown.token.count(".") == 4
    assert session.shown.payload == '{"for":"you"}'
    assert session.known.provenance.origin is Origin.SIGNED

    opened = Desk().paste(session.shown.token, key_file(f"{kind}-private-pkcs8.pem"))
    assert read(opened.shown.payload).value == {"for": "you"}


def test_the_header_pane_shows_the_ephemeral_key_of_this_very_token() -> None:
    """What encrypting computes stands in the pane as it stands in the token."""
    desk = Desk()
    desk.paste(CLASSIC, CLASSIC_SECRET)
    desk.do(KeyEdited(KeyInput(key_file("ec-p256-private-pkcs8.pem"))), AlgorithmPicked("ECDH-ES"))
    session = desk.do(PayloadEdited('{"a":1}'))
    header = base64url.decode(session.shown.token.split(".")[0]).octets.decode()
    assert read(header).value == read(session.shown.header).value
    assert "epk" in session.shown.header
    before = session.shown.header
    again = desk.do(PayloadEdited('{"a":2}'))
    assert again.shown.header != before


def test_without_a_key_to_encrypt_the_last_token_stays_dimmed() -> None:
    """No old encryption fits a new payload: the token waits, and the sentence says for what."""
    desk = Desk()
    token = encrypted(DIRECT, SECRET)
    desk.paste(token, SECRET)
    desk.do(PayloadEdited('{"a":1}'))
    made = desk.session.shown.token
    session = desk.do(KeyEdited(KeyInput(b"")), PayloadEdited('{"a":2}'))
    assert session.shown.token == made
    assert PaneName.TOKEN in session.known.waiting
    assert session.known.signing_problem is not None
    assert session.known.signing_problem.code == "no-encryption-key"
    assert session.known.provenance.origin is Origin.STALE
    assert session.verdict.signature.code == "not-encrypted"


def test_a_verified_token_does_not_vouch_for_what_cannot_be_encrypted() -> None:
    """Another `alg` is picked that the key does not serve: no green stays, the reason does."""
    desk = Desk()
    assert desk.paste(CLASSIC, CLASSIC_SECRET).verdict.signature.state is State.OK
    session = desk.do(AlgorithmPicked("RSA-OAEP-256"))

    assert session.shown.token == CLASSIC
    assert (session.verdict.signature.state, session.verdict.signature.code) == (
        State.WARN,
        "not-encrypted",
    )
    assert session.verdict.headline.startswith("Edited, and not encrypted yet")
    assert session.verdict.reason.startswith("RSA-OAEP-256 needs an RSA key")
    alg = next(one for one in notes(session, Slot.HEADER) if "encrypted" in one.text)
    assert alg.text == "Key encrypted with RSA"


def test_from_encrypting_to_signing_the_header_loses_what_belonged_to_the_old_way() -> None:
    """Picking a signature algorithm takes `enc` away, picking encryption brings it."""
    desk = Desk()
    desk.paste(encrypted(DIRECT, SECRET), SECRET)
    session = desk.do(AlgorithmPicked("HS256"))
    assert read(session.shown.header).value == {"alg": "HS256"}
    assert session.verdict.signature.code == "verified"
    back = desk.do(AlgorithmPicked("dir"))
    assert read(back.shown.header).value == {"alg": "dir", "enc": "A256GCM"}
    assert back.verdict.signature.code == "decrypted"


def test_binary_content_is_shown_and_changed_as_bytes() -> None:
    """What was encrypted need not be text."""
    desk = Desk()
    session = desk.paste(encrypted(DIRECT, SECRET, b"\x00\xff\x10"), SECRET)
    assert session.known.form is Form.HEX
    assert session.shown.payload == "00 ff 10"
    changed = desk.do(PayloadEdited("00 ff 11"))
    assert Desk().paste(changed.shown.token, SECRET).shown.payload == "00 ff 11"
    broken = desk.do(PayloadEdited("00 ff 1"))
    assert broken.verdict.headline.startswith("The payload is not whole bytes yet")


def test_text_can_be_looked_at_as_bytes_and_back() -> None:
    """The form is a way of looking: nothing of the token changes."""
    desk = Desk()
    token = encrypted(DIRECT, SECRET, b"plain words")
    session = desk.paste(token, SECRET)
    assert (session.known.form, session.shown.payload) == (Form.TEXT, "plain words")
    session = desk.do(FormChosen(Form.HEX))
    assert session.shown.payload == "70 6c 61 69  6e 20 77 6f\n72 64 73"
    assert session.shown.token == token
    assert desk.do(FormChosen(None)).shown.payload == "plain words"


def test_compressed_content_is_inflated_and_deflated_again() -> None:
    """`zip` is obeyed both ways."""
    desk = Desk()
    header = '{"alg":"dir","enc":"A256GCM","zip":"DEF"}'
    desk.paste(encrypted(header, SECRET), SECRET)
    session = desk.do(PayloadEdited('{"long":"' + "a" * 2000 + '"}'))
    assert len(session.shown.token) < 400
    again = Desk()
    again.do(TokenPasted(session.shown.token), KeyEdited(KeyInput(SECRET)))
    assert "a" * 2000 in again.session.shown.payload


@pytest.mark.parametrize("header", [RAW_HEADER, ZIPPED_HEADER])
def test_a_payload_carried_otherwise_is_encrypted_as_it_reads(header: str) -> None:
    """What stood unencoded or deflated in a signed token goes into an encrypted one unchanged."""
    desk = Desk()
    desk.paste(signed(header, b"$0"), SECRET)
    session = desk.do(HeaderEdited(DIRECT))
    assert session.known.token.payload_octets == b"$0"
    assert session.shown.payload == "$0"
    reopened = Desk().paste(session.shown.token, SECRET)
    assert reopened.known.token.payload_octets == b"$0"


def test_under_a_header_that_is_no_text_nothing_is_encrypted() -> None:
    """What stands beside it asks for encryption; the token stays, and it is said why not."""
    protected = base64url.encode(b'{"x":"\xff"}')
    token = f'{{"protected":"{protected}","payload":"e30","header":{DIRECT},"signature":"AA"}}'
    desk = Desk()
    desk.paste(token, SECRET)
    session = desk.do(PayloadEdited('{"a":1}'))
    assert session.shown.token == token
    assert session.known.signing_problem is not None
    assert session.known.signing_problem.code == "header-not-utf8"


def test_where_nothing_is_protected_the_header_pane_stays_empty() -> None:
    """All of the header stands unprotected (RFC 7516 section 7.2.1), and stays there."""
    sealed = AESGCM(SECRET).encrypt(bytes(12), CLAIMS, b"")
    members = {"iv": bytes(12), "ciphertext": sealed[:-16], "tag": sealed[-16:]}
    rest = ",".join(f'"{name}":"{base64url.encode(one)}"' for name, one in members.items())
    desk = Desk()
    desk.paste(f'{{"unprotected":{DIRECT},{rest}}}', SECRET)
    session = desk.do(PayloadEdited('{"a":1}'))
    assert session.shown.token.startswith(f'{{"unprotected":{DIRECT},"iv":')
    assert session.shown.header == ""
    assert session.verdict.signature.code == "decrypted"
    assert session.known.token.payload_octets == b'{"a":1}'
