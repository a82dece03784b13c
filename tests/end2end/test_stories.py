"""What people do at 2 a.m., told with keys and clicks in a real window."""

import jwt
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.end2end.person import Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL

SECRET = CLASSIC_SECRET.decode()


def test_paste_a_token_and_check_a_secret(person: Person) -> None:
    """Paste, type the secret, read that it is verified; the token never changed."""
    person.paste(CLASSIC)
    assert person.state("lampSignature") == "unknown"

    person.write("keyEditor", SECRET)

    assert person.state("lampSignature") == "ok"
    assert person.session.shown.token == CLASSIC
    assert person.state("provenanceBadge") == "pasted"
    assert "verified" in person.read("verdictHeadline").lower()


def test_make_the_tutorials_token(person: Person) -> None:
    """Type `{"user_id": 123}` and SECRET_KEY: the token is the one that PyJWT gives."""
    person.write("payloadEditor", '{"user_id": 123}')
    person.write("keyEditor", "SECRET_KEY")

    with pytest.warns(jwt.warnings.InsecureKeyLengthWarning):
        assert person.session.shown.token == jwt.encode({"user_id": 123}, "SECRET_KEY")
    assert person.state("provenanceBadge") == "signed"


def test_the_tutorials_own_token_is_wrong_and_expired(person: Person) -> None:
    """Wrong signature and expired are both said, neither hides the other, nothing is green."""
    person.paste(TUTORIAL)
    person.write("keyEditor", "not the secret")

    assert person.state("lampSignature") == "bad"
    assert person.state("lampTime") == "bad"
    headline = person.read("verdictHeadline").lower()
    assert "wrong" in headline or "does not" in headline
    assert "expired" in headline


def test_change_a_claim_and_copy_the_new_token(person: Person) -> None:
    """Paste, secret, change a claim in place, copy: the everyday flow, on one screen."""
    person.paste(CLASSIC)
    person.write("keyEditor", SECRET)
    editor = person.editor("payloadEditor")
    editor.setFocus()
    cursor = editor.document().find("John")
    begins = cursor.selectionStart()
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, "Jane")
    person.wait()

    assert person.state("provenanceBadge") == "signed"
    assert person.state("lampSignature") == "ok"
    person.do("copy-token")
    assert QApplication.clipboard().text() == person.session.shown.token
    assert editor.textCursor().position() == begins + 4


def test_undo_crosses_the_panes_and_keeps_the_key(person: Person) -> None:
    """Ctrl+Z walks back over panes; the secret stays."""
    person.paste(CLASSIC)
    person.write("keyEditor", SECRET)
    person.pick("algorithmPicker", "HS512")
    assert person.session.known.token.alg == "HS512"

    person.editor("payloadEditor").setFocus()
    person.press(Qt.Key.Key_Z)

    assert person.session.shown.token == CLASSIC
    assert person.state("lampSignature") == "ok"
    person.press(
        Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert person.session.known.token.alg == "HS512"


def test_half_typed_json_keeps_the_last_good_token(person: Person) -> None:
    """While the JSON is broken nothing is lost: the token stays and the fault has a place."""
    person.paste(CLASSIC)
    person.write("keyEditor", SECRET)
    person.write("payloadEditor", '{"a": 1, "b"')

    assert person.session.shown.token
    assert person.session.known.problems
    QTest.keyClicks(person.editor("payloadEditor"), ": 2}")
    person.wait()
    assert person.state("lampSignature") == "ok"


def test_a_key_that_does_not_fit_can_be_made(person: Person) -> None:
    """Pick ES256 under a secret: it says why it cannot sign, and one click makes a key."""
    person.paste(CLASSIC)
    person.write("keyEditor", SECRET)
    person.pick("algorithmPicker", "ES256")
    assert person.state("provenanceBadge") == "stale"

    person.do("make-key")

    assert person.state("provenanceBadge") == "signed"
    assert person.state("lampSignature") == "ok"


@pytest.mark.parametrize(
    "wrapped",
    [f"Bearer {CLASSIC}", f"Authorization: Bearer {CLASSIC}\n", f'"{CLASSIC}"', CLASSIC + "\n"],
)
def test_a_wrapped_paste_is_cleaned(person: Person, wrapped: str) -> None:
    """However the token was copied, the pane shows the token alone."""
    person.paste(wrapped)

    assert person.session.shown.token == CLASSIC
    assert person.read("tokenEditor").replace("\n", "") == CLASSIC


def test_paste_goes_to_the_token_wherever_the_keyboard_is(person: Person) -> None:
    """Ctrl+V outside any editor pastes a token."""
    person.find("algorithmPicker").setFocus()
    person.paste(CLASSIC)

    assert person.session.shown.token == CLASSIC


def test_resign_takes_ownership_and_the_original_comes_back(person: Person) -> None:
    """Re-sign with my key, then back to the original: both are one click."""
    person.paste(CLASSIC)
    person.write("keyEditor", "mine")
    person.do("resign")
    assert person.state("provenanceBadge") == "signed"

    person.do("return")

    assert person.session.shown.token == CLASSIC
    assert person.state("provenanceBadge") == "pasted"


def test_every_sample_is_verified_or_teaches(person: Person) -> None:
    """Each sample but the tampered and the unsigned is verified, or decrypted if it is a JWE."""
    for sample in person.window.samples:
        person.window.store.dispatch(sample.edit)
        person.wait()
        code = person.session.verdict.signature.code
        special = {"none": "unsecured", "tampered": "mismatch"}
        usual = "decrypted" if person.session.known.token.encrypted else "verified"
        expected = special.get(sample.name.split("-", 1)[1], usual)
        assert code == expected, sample.name


def test_a_large_token_is_pasted_and_edited(person: Person) -> None:
    """A token of one megabyte is read, shown, edited and signed again."""
    from jwtdesk.jose import base64url

    payload = '{"a":"' + "x" * 700_000 + '","b":1}'
    token = f"{CLASSIC.split('.')[0]}.{base64url.encode(payload.encode())}.AAAA"
    person.write("keyEditor", SECRET)
    person.paste(token, into="tokenEditor")
    assert person.session.shown.token == token
    assert person.state("lampSignature") == "bad"

    editor = person.editor("payloadEditor")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Space)
    person.wait()
    assert person.state("lampSignature") == "ok"


def test_more_than_ten_megabytes_is_refused(person: Person) -> None:
    """A text beyond the limit changes nothing and is answered with a sentence."""
    person.paste(CLASSIC)
    person.paste("A" * 10_000_001, into="tokenEditor")

    assert person.session.shown.token == CLASSIC
