"""Tokens of 64 KB and 1 MB: typed into anywhere, undone, pasted, and never damaged."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from tests.end2end.hasty import Hasty, disagreement
from tests.end2end.person import CONTROL, Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET

SIZES = {"64 KB": 65_536, "1 MB": 1_048_576}
PLACES = {"start": 0.0, "middle": 0.5, "end": 1.0}
HEAD = CLASSIC.split(".")[0]


def many_claims(size: int) -> str:
    """Return compact JSON of about `size` characters with many short claims."""
    one = '"claim_%06d":"value %06d \u00e9",'
    return "{" + "".join(one % (at, at) for at in range(size // 32)) + '"exp":2111097600}'


def one_claim(size: int) -> str:
    """Return compact JSON of about `size` characters that is a single long string."""
    return json.dumps({"a": "x" * size}, separators=(",", ":"))


def token_of(payload: str) -> str:
    """Return a wrongly signed token with this payload."""
    return f"{HEAD}.{base64url.encode(payload.encode())}.{'A' * 43}"


@pytest.fixture(name="hasty")
def _hasty(person: Person) -> Hasty:
    """Sit somebody down who goes on when the verdict stands, with a key at hand."""
    person.window.store.dispatch(KeyEdited(KeyInput(CLASSIC_SECRET)))
    return Hasty(person.window, person.qtbot)


def offset_of(editor: LinkedEditor, place: str) -> int:
    """Put the caret at a place of what the editor shows; return its exact offset."""
    cursor = editor.textCursor()
    cursor.setPosition(int((editor.document().characterCount() - 1) * PLACES[place]))
    editor.setTextCursor(cursor)
    return editor.caret()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", SIZES)
def test_keys_typed_into_the_token_stay_there(hasty: Hasty, size: str, place: str) -> None:
    """Five letters stand where they were typed, the caret behind them, and undo takes them back."""
    token = token_of(many_claims(SIZES[size] * 3 // 4))
    hasty.paste(token, into="tokenEditor")
    editor = hasty.editor("tokenEditor")
    editor.setFocus()
    at = offset_of(editor, place)
    QTest.keyClicks(editor, "abcde")
    hasty.wait()

    assert hasty.session.shown.token == token[:at] + "abcde" + token[at:]
    assert editor.caret() == at + 5
    assert not disagreement(hasty)
    hasty.press(Qt.Key.Key_Z)
    assert hasty.session.shown.token == token
    assert not disagreement(hasty)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", [many_claims, one_claim])
@pytest.mark.parametrize("size", SIZES)
def test_keys_typed_into_the_payload_stay_there(
    hasty: Hasty, size: str, payload: object, place: str
) -> None:
    """A blank, then its removal: the caret stays with the text, and undo leads back."""
    assert callable(payload)
    token = token_of(payload(SIZES[size] * 3 // 4))
    hasty.paste(token, into="tokenEditor")
    before = hasty.session.shown.payload
    editor = hasty.editor("payloadEditor")
    editor.setFocus()
    at = offset_of(editor, place)
    QTest.keyClicks(editor, "  ")
    hasty.wait()

    assert hasty.session.shown.payload == before[:at] + "  " + before[at:]
    assert editor.caret() == at + 2
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    hasty.wait()
    assert hasty.session.shown.payload == before[:at] + " " + before[at:]
    assert editor.caret() == at + 1
    assert not disagreement(hasty)
    while hasty.session.history.past and hasty.session.shown.token != token:
        hasty.press(Qt.Key.Key_Z)
    assert hasty.session.shown.payload == before
    assert not disagreement(hasty)


@pytest.mark.parametrize("size", SIZES)
def test_an_edited_claim_is_signed_and_the_rest_is_untouched(hasty: Hasty, size: str) -> None:
    """One digit changed among many claims: signed anew, every other claim as it was."""
    payload = many_claims(SIZES[size] * 3 // 4)
    hasty.paste(token_of(payload), into="tokenEditor")
    editor = hasty.editor("payloadEditor")
    editor.setFocus()
    found = editor.document().find("value 000007")
    editor.setTextCursor(found)
    QTest.keyClicks(editor, "VALUE")
    hasty.wait()

    assert hasty.state("lampSignature") == "ok"
    head, body, _ = hasty.session.shown.token.split(".")
    assert head == HEAD
    assert base64url.decode(body).octets.decode() == payload.replace("value 000007", "VALUE", 1)


def test_a_megabyte_is_pasted_into_the_middle(hasty: Hasty) -> None:
    """A paste inside a token is an edit like any other: exact, and one step of undo."""
    hasty.paste(CLASSIC, into="tokenEditor")
    editor = hasty.editor("tokenEditor")
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(40)
    editor.setTextCursor(cursor)
    hasty.copy_outside("Q" * 1_000_000)
    hasty.press(Qt.Key.Key_V)

    assert hasty.session.shown.token == CLASSIC[:40] + "Q" * 1_000_000 + CLASSIC[40:]
    assert editor.caret() == 1_000_040
    assert not disagreement(hasty)
    hasty.press(Qt.Key.Key_Z)
    assert hasty.session.shown.token == CLASSIC


def test_everything_of_a_large_payload_is_copied_though_not_all_is_shown(hasty: Hasty) -> None:
    """Select all and copy gives the whole payload, without the line ends that only fold it."""
    payload = one_claim(700_000)
    hasty.paste(token_of(payload), into="tokenEditor")
    editor = hasty.editor("payloadEditor")
    editor.setFocus()
    hasty.press(Qt.Key.Key_A)
    hasty.press(Qt.Key.Key_C)

    clipboard = hasty.window.store.session.shown.payload
    hasty.write("keyEditor", "")
    hasty.editor("keyEditor").setFocus()
    QTest.keyClick(hasty.editor("keyEditor"), Qt.Key.Key_V, CONTROL)
    hasty.wait()
    assert hasty.read("keyEditor") == clipboard


def test_typing_without_a_pause_loses_no_key(hasty: Hasty) -> None:
    """Keys typed while the answers to earlier ones are still awaited all arrive, in order."""
    payload = many_claims(700_000)
    hasty.paste(token_of(payload), into="tokenEditor")
    editor = hasty.editor("payloadEditor")
    editor.setFocus()
    cursor = editor.document().find("value 000003")
    cursor.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.MoveAnchor)
    editor.setTextCursor(cursor)
    at = editor.caret()
    before = hasty.session.shown.payload
    words = "the quick brown fox jumps over the lazy dog"
    QTest.keyClicks(editor, words, delay=8)
    hasty.wait()

    assert hasty.session.shown.payload == before[:at] + words + before[at:]
    assert hasty.state("lampSignature") == "ok"
