"""The key card: what it asks for, what it says of a key, and the second field."""

import json
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput, SecretEncoding
from jwtdesk.model.edits import KeyEdited, PayloadEdited, SigningKeyEdited
from jwtdesk.ui.panes.key import KeyPane
from tests.end2end.person import Person
from tests.keys.locate import PASSPHRASE, key_file
from tests.ui.desk import SECRET, TOKEN


def _pane(desk: Person) -> KeyPane:
    return cast(KeyPane, desk.window.pane("key"))


def _give(desk: Person, octets: bytes) -> None:
    desk.window.store.dispatch(KeyEdited(KeyInput(octets)))
    desk.wait()


def test_an_empty_field_says_which_key_is_needed(desk: Person) -> None:
    """First any, then the one this token's algorithm needs."""
    assert "Each token needs its own kind" in desk.read("keyNeeded")
    desk.paste(TOKEN)
    assert desk.read("keyNeeded").startswith("HS256 needs the secret")
    desk.write("headerEditor", '{"alg": "RS256"}')
    assert desk.read("keyNeeded") == "Signing with RS256 takes a private RSA key."
    desk.write("headerEditor", '{"alg": "ES384"}')
    assert desk.read("keyNeeded") == "Signing with ES384 takes a private P-384 key."
    desk.write("headerEditor", '{"alg": "none"}')
    assert "no signature" in desk.read("keyNeeded")
    desk.write("headerEditor", '{"alg": "XX"}')
    assert "“XX” is not an algorithm" in desk.read("keyNeeded")
    desk.write("headerEditor", "{}")

    assert "names no algorithm" in desk.read("keyNeeded")


@pytest.mark.parametrize(
    ("alg", "words"),
    [
        ("RS256", "RS256 needs the issuer's RSA public key"),
        ("ES384", "ES384 needs the issuer's P-384 public key"),
    ],
)
def test_a_pasted_token_needs_the_public_key(desk: Person, alg: str, words: str) -> None:
    """Whoever only checks a token is not asked for a private key."""
    header = base64url.encode(json.dumps({"alg": alg}).encode())
    desk.paste(f"{header}.{TOKEN.split('.')[1]}.AA")
    assert desk.read("keyNeeded").startswith(words)


def test_the_key_that_fits_stands_first_in_its_set(desk: Person) -> None:
    """Of a set few rows are seen: the first is the one that made the signature."""
    secret = base64url.encode(SECRET.encode())
    other = base64url.encode(b"another secret that is long enough")
    named = [("a", other), ("b", other), ("c", secret)]
    members = [{"kty": "oct", "kid": name, "k": k} for name, k in named]
    desk.paste(TOKEN)
    _give(desk, json.dumps({"keys": members}).encode())
    rows = _pane(desk).set.list
    assert "c" in rows.item(0).text().split()
    assert rows.count() == 3


def test_typing_a_secret_never_touches_the_token(desk: Person) -> None:
    """Whatever is typed, the pasted token stays; the right secret turns the lamp green."""
    desk.paste(TOKEN)
    desk.write("keyEditor", "wrong")
    assert desk.state("lampSignature") == "bad"
    desk.write("keyEditor", SECRET)
    assert desk.state("lampSignature") == "ok"

    assert desk.session.shown.token == TOKEN
    facts = _pane(desk).facts
    assert facts.type.value.text() == "Secret"
    assert facts.length.value.text() == "33 bytes, 264 bits"


@pytest.mark.parametrize(
    ("choice", "format_", "encoding"),
    [
        (1, "secret", SecretEncoding.UTF8),
        (2, "secret", SecretEncoding.BASE64),
        (3, "secret", SecretEncoding.BASE64URL),
        (4, "secret", SecretEncoding.HEX),
    ],
)
def test_how_to_read_it_can_be_said(
    desk: Person, choice: int, format_: str, encoding: SecretEncoding
) -> None:
    """The picker changes how the same characters are read, and back."""
    _give(desk, b"6a77742d")
    picker = cast(QComboBox, desk.find("keyFormat"))
    picker.setCurrentIndex(choice)
    desk.wait()
    assert desk.session.key == KeyInput(b"6a77742d", format_, encoding)
    picker.setCurrentIndex(0)
    desk.wait()

    assert desk.session.key == KeyInput(b"6a77742d")


def test_every_format_is_offered(desk: Person) -> None:
    """Secrets in four encodings, and each registered format once."""
    picker = cast(QComboBox, desk.find("keyFormat"))
    titles = [picker.itemText(row) for row in range(picker.count())]

    assert titles[:2] == ["Auto-detect", "Secret: text"]
    assert len(titles) == len(set(titles))
    assert any("PEM" in title for title in titles)
    assert any("JWK Set" in title for title in titles)


def test_facts_of_a_public_key(desk: Person) -> None:
    """Type, curve, form and thumbprint stand in the card."""
    _give(desk, key_file("ec-p256-public-spki.pem"))
    facts = _pane(desk).facts

    assert facts.type.value.text() == "EC, P-256"
    assert facts.type.badge.text() == "public"
    assert facts.thumbprint.value.text()
    assert not facts.length.isVisible()


def test_a_key_that_does_not_fit_says_why(desk: Person) -> None:
    """One sentence, and the offer of a key that fits."""
    desk.paste(TOKEN)
    _give(desk, key_file("ec-p256-public-spki.pem"))
    pane = _pane(desk)
    assert not pane.make.isVisible()
    desk.window.store.dispatch(PayloadEdited("{}"))
    desk.wait()

    assert pane.fit.text().startswith("HS256 needs a shared secret")
    assert pane.make.isVisible()
    QTest.mouseClick(pane.make, Qt.MouseButton.LeftButton)
    desk.wait()
    assert desk.session.key.octets != b""


def test_text_that_is_no_key_says_so(desk: Person) -> None:
    """A broken PEM is named, in place, and no facts are made up."""
    _give(desk, b"-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----\n")
    pane = _pane(desk)

    assert pane.field.problem.isVisible()
    assert pane.field.problem.text()
    assert not pane.facts.isVisible()


def test_a_passphrase_is_asked_for_only_when_needed(desk: Person) -> None:
    """The field appears for an encrypted key and opens it."""
    passphrase = cast(QLineEdit, desk.find("keyPassphrase"))
    assert not passphrase.isVisible()
    _give(desk, key_file("rsa-2048-private-encrypted-pkcs8.pem"))

    assert passphrase.isVisible()
    assert passphrase.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(passphrase, PASSPHRASE.decode())
    desk.wait()
    assert desk.session.key.passphrase == PASSPHRASE
    facts = _pane(desk).facts
    assert facts.type.value.text() == "RSA, 2048 bits"
    assert facts.serves.value.text() == "RS256/384/512, PS256/384/512"
    assert facts.encryption.value.text() == "RSA-OAEP, RSA1_5"


def test_a_binary_key_is_not_shown_as_text(desk: Person) -> None:
    """The field stays empty and says how many bytes are in use."""
    octets = key_file("rsa-2048-private-pkcs8.der")
    _give(desk, octets)

    assert desk.read("keyEditor") == ""
    assert f"{len(octets):,} bytes" in _pane(desk).field.binary.text()
    assert desk.session.key.octets == octets


def test_a_secret_can_be_hidden(desk: Person) -> None:
    """Behind bullets nothing of it can be read, in the line of invisible characters either."""
    _give(desk, b"hunter2\n")
    pane = _pane(desk)
    assert pane.field.editor.masked
    assert pane.invisible.isVisible()
    assert "hunter2" not in pane.invisible.text.text()
    hidden = desk.window.grab().toImage()
    QTest.mouseClick(pane.field.eye, Qt.MouseButton.LeftButton)

    assert not pane.field.editor.masked
    assert "hunter2" in pane.invisible.text.text()
    assert desk.window.grab().toImage() != hidden


def test_a_revealed_secret_hides_again(desk: Person) -> None:
    """What was shown on request goes behind bullets by itself, or when the eye is pressed."""
    _give(desk, b"hunter2")
    field = _pane(desk).field
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert not field.editor.masked
    assert field._hide_again.interval() == 30_000
    field._hide_again.timeout.emit()
    assert field.editor.masked
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.editor.masked


def test_typing_is_seen_and_pasting_is_not(desk: Person) -> None:
    """A secret shows while it is typed; a key that arrives in one piece is hidden at once."""
    editor = desk.editor("keyEditor")
    field = _pane(desk).field
    editor.setFocus()
    QTest.keyClicks(editor, "abc")
    desk.wait()
    assert desk.session.key.octets == b"abc"
    assert not field.editor.masked
    field.reveal(False)
    desk.paste(key_file("ec-p256-private-pkcs8.pem").decode(), into="keyEditor")
    assert field.editor.masked


def test_a_public_key_is_never_hidden(desk: Person) -> None:
    """There is nothing to hide in it, so there is no eye either."""
    _give(desk, key_file("ec-p256-public-spki.pem"))
    field = _pane(desk).field
    assert not field.editor.masked
    assert not field.eye.isVisible()


def test_the_second_field_appears_when_the_first_cannot_sign(desk: Person) -> None:
    """Editing claims under a public key asks for one that signs, and says whether it belongs."""
    desk.window.store.dispatch(PayloadEdited("{}"))
    desk.pick("algorithmPicker", "ES256")
    second = desk.find("signingKeyEditor")
    assert not second.isVisible()
    _give(desk, key_file("ec-p256-public-spki.pem"))
    assert second.isVisible()
    private = key_file("ec-p256-private-pkcs8.pem")
    desk.window.store.dispatch(SigningKeyEdited(KeyInput(private)))
    desk.wait()

    assert _pane(desk).signing.pair.text()
    assert desk.state("provenanceBadge") == "signed"


def test_resign_is_offered_when_the_key_could(desk: Person) -> None:
    """A secret under a pasted token can sign it anew; a public key cannot."""
    desk.paste(TOKEN)
    _give(desk, b"another")
    assert _pane(desk).resign.isVisible()
    QTest.mouseClick(_pane(desk).resign, Qt.MouseButton.LeftButton)
    desk.wait()
    assert desk.state("provenanceBadge") == "signed"
    _give(desk, key_file("ec-p256-public-spki.pem"))

    assert not _pane(desk).resign.isVisible()


def test_the_key_field_has_an_undo_of_its_own(desk: Person) -> None:
    """Ctrl+Z in the key field undoes the key, and never the token."""
    desk.paste(TOKEN)
    desk.write("keyEditor", SECRET)
    desk.press(Qt.Key.Key_Z)
    assert desk.session.key.octets == b""
    assert desk.session.shown.token == TOKEN
    desk.press(Qt.Key.Key_Y)
    assert desk.session.key.octets == SECRET.encode()
    desk.do("clear")
    desk.editor("keyEditor").setFocus()
    desk.press(Qt.Key.Key_Z)

    assert desk.session.key.octets == b""


def test_an_encrypted_token_says_so(desk: Person) -> None:
    """For a JWE the card asks for the very key that opens it."""
    header = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0"
    desk.paste(f"{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA")

    assert desk.read("keyNeeded") == (
        "“dir” with A128GCM needs the secret that both sides share, exactly 16 bytes."
    )
