"""What people do with tokens that are encrypted, binary, or apart from their payload."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import read
from jwtdesk.model.samples import Sample
from jwtdesk.ui.dialogs.octets import OctetsDialog
from tests.end2end.person import Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_encrypted import DIRECT, SECRET, encrypted

DIRECT_KEY = '{"kty":"oct","k":"' + base64url.encode(SECRET) + '"}'


def sample(person: Person, name: str) -> Sample:
    """Put the sample `name` on the desk."""
    found = next(one for one in person.window.samples if one.name.split("-", 1)[1] == name)
    person.window.store.dispatch(found.edit)
    person.wait()
    return found


def change(person: Person, editor: str, old: str, new: str) -> None:
    """Select `old` in an editor and type `new` over it."""
    field = person.editor(editor)
    field.setFocus()
    found = field.document().find(old)
    assert not found.isNull(), old
    field.setTextCursor(found)
    QTest.keyClicks(field, new)
    person.wait()


def opened_again(person: Person) -> object:
    """Return the payload that another desk finds in the present token with the same key."""
    session = Desk().paste(person.session.shown.token, person.session.key.octets)
    assert session.verdict.signature.code == "decrypted"
    return read(session.shown.payload).value


def test_open_a_token_change_a_claim_and_it_opens_again(person: Person) -> None:
    """Paste a JWE, give the key, edit a claim: the new token decrypts to the new claim."""
    person.paste(encrypted(DIRECT, SECRET, b'{"sub":"ann","exp":2111097600}'))
    assert person.state("lampSignature") == "unknown"
    assert person.find("payloadStrip").isVisible()
    assert person.find("encryptionPicker").isVisible()
    person.paste(DIRECT_KEY, into="keyEditor")
    assert person.state("lampSignature") == "ok"
    assert person.find("payloadStrip").isHidden()
    before = person.session.shown.token

    change(person, "payloadEditor", "ann", "eve")

    assert person.session.shown.token != before
    assert person.state("lampSignature") == "ok"
    assert opened_again(person) == read('{"sub":"eve","exp":2111097600}').value


def test_another_content_encryption_is_picked(person: Person) -> None:
    """The `enc` changes, the rest of the header stays, and the token opens."""
    sample(person, "jwe-rsa-oaep-256")
    claims = read(person.session.shown.payload).value
    person.pick("encryptionPicker", "A128CBC-HS256")

    assert '"A128CBC-HS256"' in person.session.shown.header
    assert '"typ": "JWT"' in person.session.shown.header
    assert person.state("lampSignature") == "ok"
    assert opened_again(person) == claims


def test_a_signed_token_becomes_an_encrypted_one_and_back(person: Person) -> None:
    """Pick a way to encrypt, have a key made, pick HS256 again."""
    person.paste(CLASSIC)
    person.pick("algorithmPicker", "A256KW")
    person.do("make-key")
    assert person.state("lampSignature") == "ok"
    assert person.session.known.token.encrypted is not None
    person.pick("algorithmPicker", "HS256")

    assert "enc" not in person.session.shown.header
    assert person.session.known.token.encrypted is None


def test_a_wrong_key_says_why(person: Person) -> None:
    """Of the wrong kind, and of the right kind but another."""
    person.paste(encrypted('{"alg":"A128KW","enc":"A128GCM"}', b"0123456789abcdef"))
    person.write("keyEditor", "short")
    assert "exactly 16 bytes" in person.session.verdict.signature.text
    person.write("keyEditor", "fedcba9876543210")
    assert person.state("lampSignature") == "bad"
    assert person.session.verdict.signature.text
    assert person.find("payloadStrip").isVisible()


def test_a_binary_payload_is_typed_in_hexadecimal(person: Person) -> None:
    """Each byte is typed; what is no hexadecimal is told and keeps the last token."""
    sample(person, "jwe-bytes")
    assert person.find("payloadForm").isVisible()
    person.write("payloadEditor", "00 ff 7f")

    assert person.session.known.token.payload_octets == b"\x00\xff\x7f"
    assert person.state("lampSignature") == "ok"
    QTest.keyClicks(person.editor("payloadEditor"), " 4")
    person.wait()
    assert person.session.known.token.payload_octets == b"\x00\xff\x7f"


def test_a_payload_from_a_file_verifies(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token without its payload, then the file with it, byte for byte."""
    chosen = sample(person, "detached")
    assert person.state("lampSignature") == "ok"
    person.do("remove-payload")
    assert person.state("lampSignature") != "ok"
    path = tmp_path / "payload"
    path.write_bytes(chosen.detached or b"")
    monkeypatch.setattr(person.window, "choose_file", lambda _title: str(path))

    person.do("open-payload")

    assert person.state("lampSignature") == "ok"
    path.write_bytes(b"other")
    person.do("open-payload")
    assert person.state("lampSignature") == "bad"
    monkeypatch.setattr(person.window, "choose_file", lambda _title: str(tmp_path))
    person.do("open-payload")
    monkeypatch.setattr(person.window, "choose_file", lambda _title: "")
    person.do("open-payload")
    person.copy_outside((chosen.detached or b"").decode())
    person.do("paste-payload")
    assert person.state("lampSignature") == "ok"


def test_a_payload_leaves_its_token_and_comes_back(person: Person) -> None:
    """Both ways the signature stays right."""
    person.paste(CLASSIC)
    person.write("keyEditor", CLASSIC_SECRET.decode())
    person.do("part-payload")
    assert ".." in person.session.shown.token
    assert person.state("lampSignature") == "ok"
    person.do("join-payload")

    assert person.session.shown.token == CLASSIC


def test_the_bytes_of_a_part_are_changed(person: Person) -> None:
    """The sheet shows a part, refuses what is no hexadecimal, and puts the new bytes in."""
    person.paste(CLASSIC)
    person.do("bytes")
    sheet = person.window.findChild(OctetsDialog)
    assert sheet is not None
    part = person.find("octetsPart")
    assert isinstance(part, QComboBox)
    part.setCurrentIndex(2)
    apply = person.find("octetsApply")
    assert isinstance(apply, QPushButton)
    assert not apply.isEnabled()
    person.write("octetsEditor", "6g")
    assert not apply.isEnabled()
    assert "“g”" in person.read("octetsWords")
    person.write("octetsEditor", "00ff")
    assert person.read("octetsWords") == "2 bytes, 16 bits"
    apply.click()
    person.wait()

    assert person.session.shown.token == ".".join([*CLASSIC.split(".")[:2], "AP8"])
    copy = person.find("octetsCopy-base64")
    assert isinstance(copy, QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == "AP8="
    sheet.close()


def test_a_password_that_takes_long_is_stopped(person: Person) -> None:
    """Refused unasked, worked on when wanted, and given up at a press."""
    light = encrypted('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000}', b"password")
    header = base64url.decode(light.split(".")[0]).octets.replace(b"1000", b"900000000")
    person.paste(".".join([base64url.encode(header), *light.split(".")[1:]]))
    person.write("keyEditor", "password")
    assert person.state("lampSignature") == "warn"
    person.window.action("decrypt-anyway").trigger()
    assert not person.window.settled()
    person.qtbot.waitUntil(lambda: person.window.action("stop-decrypting").isEnabled())
    person.do("stop-decrypting")

    assert person.state("lampSignature") == "warn"
    assert person.window.action("decrypt-anyway").isEnabled()
