"""The token pane: what it shows, and what a paste means to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import HeaderEdited, KeyEdited, PayloadEdited
from jwtdesk.ui.panes.token import TokenPane
from tests.end2end.person import CONTROL, Person
from tests.ui.desk import SECRET, TOKEN


def _pane(desk: Person) -> TokenPane:
    pane = desk.window.pane("token")
    assert isinstance(pane, TokenPane)
    return pane


@pytest.mark.parametrize("before", ["", "something.old.here"], ids=["empty", "all selected"])
def test_a_paste_over_everything_is_cleaned(desk: Person, before: str) -> None:
    """`Bearer`, quotes and line breaks go when the paste is the whole token."""
    desk.paste(before, into="tokenEditor")
    desk.paste(f'"Bearer {TOKEN[:40]}\n{TOKEN[40:]}"', into="tokenEditor")

    assert desk.session.shown.token == TOKEN


def test_a_paste_into_the_middle_is_typing(desk: Person) -> None:
    """What is pasted between other characters stays exactly as it is."""
    desk.paste("aaa.bbb.ccc", into="tokenEditor")
    editor = desk.editor("tokenEditor")
    QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)
    desk.copy_outside("Bearer ")
    desk.press(Qt.Key.Key_V)

    assert desk.session.shown.token == "Bearer aaa.bbb.ccc"


def test_each_part_has_its_length(desk: Person) -> None:
    """The foot counts the bytes of each part of the token."""
    desk.paste(TOKEN)
    pane = _pane(desk)
    found = [pane.counters.counter(name) for name in ("Header", "Payload", "Signature")]
    counts = [one.count.text() for one in found if one is not None]

    assert counts == [str(len(part)) for part in TOKEN.split(".")]


def test_where_the_token_comes_from(desk: Person) -> None:
    """Pasted, then edited without a key, then signed: the badge says each."""
    assert desk.state("provenanceBadge") == ""
    desk.paste(TOKEN)
    assert desk.state("provenanceBadge") == "pasted"
    desk.window.store.dispatch(PayloadEdited("{}"))
    desk.wait()
    assert desk.state("provenanceBadge") == "stale"
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET.encode())))
    desk.wait()

    assert desk.state("provenanceBadge") == "signed"


def test_the_way_back_appears_with_the_first_change(desk: Person) -> None:
    """While nothing has changed there is nothing to go back to."""
    desk.paste(TOKEN)
    pane = _pane(desk)
    assert not pane.way_back.isVisible()
    desk.window.store.dispatch(HeaderEdited('{"alg":"none"}'))
    desk.wait()
    assert pane.way_back.isVisible()
    QTest.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    desk.wait()

    assert desk.session.shown.token == TOKEN
    assert not pane.way_back.isVisible()


def test_a_claim_lights_its_characters(desk: Person) -> None:
    """The caret in the payload lights the token; the caret in the token lights the payload."""
    desk.paste(TOKEN)
    payload = desk.editor("payloadEditor")
    payload.setFocus()
    payload.go_to(payload.toPlainText().index('"exp"') + 2)
    assert desk.editor("tokenEditor")._lit
    assert not payload._lit
    token = desk.editor("tokenEditor")
    token.setFocus()
    token.go_to(TOKEN.index(".") + 20)

    assert payload._lit
    assert not token._lit


def test_a_caret_moved_by_another_pane_is_nobodys(desk: Person) -> None:
    """Typing in the payload leaves the caret of the session in the payload."""
    desk.do("sample")
    payload = desk.editor("payloadEditor")
    payload.setFocus()
    payload.go_to(5)
    QTest.keyClicks(payload, "x")
    desk.wait()

    assert desk.session.caret is not None
    assert desk.session.caret.pane.value == "payload"


def test_where_it_comes_from_is_said_in_brief_where_there_is_little_room(desk: Person) -> None:
    """A badge is not cut off: in a narrow column it says less, and its tip the rest."""
    desk.window.resize(1280, 800)
    desk.paste(TOKEN)
    desk.window.store.dispatch(PayloadEdited("{}"))
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET.encode())))
    desk.wait()
    pane = _pane(desk)
    assert pane.badge.text() == "Signed here with the secret"
    desk.window.resize(1024, 640)
    desk.qtbot.waitUntil(lambda: pane.badge.text() == "Signed here")
    assert pane.badge.label.shown_text() == "Signed here"
    assert "with the secret" in pane.badge.toolTip()
    desk.window.resize(1280, 800)
    desk.qtbot.waitUntil(lambda: pane.badge.text() == "Signed here with the secret")
