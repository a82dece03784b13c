"""The window: every handle, every way in, every look, by keys, clicks and drops."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, KeyWanted, PayloadEdited, TokenPasted
from jwtdesk.model.session import Session
from jwtdesk.ui.actions import actions
from jwtdesk.ui.parts.foldable import Foldable
from jwtdesk.ui.preferences import DARK, LIGHT, Preferences
from tests.end2end.person import Person
from tests.ui.desk import SECRET, TOKEN, _desk, opened

__all__ = ["_desk"]

HANDLES = (
    "tokenEditor", "headerEditor", "payloadEditor", "keyEditor", "signingKeyEditor", "keyFormat",
    "keyPassphrase", "algorithmPicker", "verdictHeadline", "lampStructure", "lampSignature",
    "lampTime", "lampPolicy", "provenanceBadge", "findingsList", "diagnosisList", "claimsTable",
    "timeline", "clockControl",
)  # fmt: skip
PANES = {
    Qt.Key.Key_1: "tokenEditor",
    Qt.Key.Key_2: "headerEditor",
    Qt.Key.Key_3: "payloadEditor",
    Qt.Key.Key_4: "keyEditor",
    Qt.Key.Key_5: "findingsList",
    Qt.Key.Key_6: "timeline",
}
PEM = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"
MOST_IN_A_MENU = 26
"""So many rows fit into 640 pixels."""
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("name", HANDLES)
def test_every_handle_is_there(desk: Person, name: str) -> None:
    """Automation and screen readers find each part by its stable name."""
    assert desk.find(name).accessibleName()


def test_the_first_thing_focused_is_the_token(desk: Person) -> None:
    """One can paste as soon as the window is there."""
    assert QApplication.focusWidget() is desk.find("tokenEditor")


def menus(bar: QWidget) -> Iterator[list[QAction]]:
    """Yield what stands in each of the menus below `bar`, submenus included."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield menu.actions()
            yield from menus(menu)


def test_every_action_is_in_a_menu(desk: Person) -> None:
    """Nothing can only be done by those who know its shortcut."""
    offered = {one.objectName() for menu in menus(desk.window.menuBar()) for one in menu}

    assert offered >= {f"action-{one.id}" for one in actions()}


def test_no_menu_covers_the_window(desk: Person) -> None:
    """What few tokens need stands in submenus: a list is read, not searched."""
    for menu in menus(desk.window.menuBar()):
        assert len([one for one in menu if not one.isSeparator()]) <= MOST_IN_A_MENU


@pytest.mark.parametrize(("key", "name"), PANES.items(), ids=PANES.values())
def test_a_key_goes_to_each_pane(desk: Person, key: Qt.Key, name: str) -> None:
    """Ctrl and a digit put the keyboard where it is used."""
    desk.press(key)

    assert QApplication.focusWidget() is desk.find(name)


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_keyboard_reaches_everything(desk: Person) -> None:
    """Tab walks through all panes and comes back to the token."""
    desk.paste(TOKEN)
    reached = set()
    for _ in range(80):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.add(focused().objectName())

    assert reached >= {
        "tokenEditor", "headerEditor", "payloadEditor", "keyEditor", "keyFormat",
        "algorithmPicker", "findingsList", "timeline", "clockControl",
    }  # fmt: skip


def test_a_key_that_is_pasted_anywhere_goes_to_the_key_field(desk: Person) -> None:
    """A text that looks like a key is put where keys belong, and that is said."""
    desk.find("timeline").setFocus()
    desk.paste(PEM)

    assert desk.session.key.octets == PEM.encode()
    assert "key field" in desk.window.toast.words.text()


def test_an_empty_clipboard_is_said(desk: Person) -> None:
    """Pasting nothing changes nothing."""
    QGuiApplication.clipboard().clear()
    before = desk.session
    desk.do("paste-token")

    assert desk.session == before
    assert "no text" in desk.window.toast.words.text()


def _drop(target: QWidget, data: QMimeData) -> bool:
    """Drag `data` onto the middle of `target` and let go; return whether it was taken."""
    at = QPointF(target.rect().center())
    actions_, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), actions_, data, buttons, held)
    QApplication.sendEvent(target, enter)
    drop = QDropEvent(at, actions_, data, buttons, held)
    QApplication.sendEvent(target, drop)
    return enter.isAccepted() and drop.isAccepted()


def _file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_dropped_file_is_opened(desk: Person, tmp_path: Path) -> None:
    """A file dragged anywhere onto the window is looked at as a token."""
    path = tmp_path / "token.txt"
    path.write_text(f"Bearer {TOKEN}\n")

    assert _drop(desk.window, _file(path))
    desk.wait()
    assert desk.session.shown.token == TOKEN


def test_a_file_on_the_key_card_is_a_key(desk: Person, tmp_path: Path) -> None:
    """What is dropped on the key card is a key, whatever it looks like."""
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)

    assert _drop(desk.window.pane("key"), _file(path))
    assert desk.session.key == KeyInput(SECRET.encode())


def test_a_dropped_text_is_opened(desk: Person) -> None:
    """Text dragged from a browser is the same as pasted text."""
    data = QMimeData()
    data.setText(TOKEN)

    assert _drop(desk.window, data)
    assert desk.session.shown.token == TOKEN


def test_a_folder_that_is_dropped_is_refused_in_words(desk: Person, tmp_path: Path) -> None:
    """What cannot be opened is said and changes nothing."""
    _drop(desk.window, _file(tmp_path))

    assert desk.session.empty
    assert "not an ordinary file" in desk.window.toast.words.text()


@pytest.mark.parametrize(
    ("action", "content", "token", "key"),
    [
        ("open", TOKEN.encode(), TOKEN, b""),
        ("open", PEM.encode(), "", PEM.encode()),
        ("open", b"\x30\x82\x01\x00", "", b"\x30\x82\x01\x00"),
        ("open-key", b"whatever", "", b"whatever"),
    ],
    ids=["a token", "a PEM key", "a binary key", "a key by its own action"],
)
def test_open_a_file(
    desk: Person,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    content: bytes,
    token: str,
    key: bytes,
) -> None:
    """Open decides by the content; Open a key file does not."""
    path = tmp_path / "chosen"
    path.write_bytes(content)
    monkeypatch.setattr(desk.window, "choose_file", lambda _title: str(path))
    desk.do(action)

    assert desk.session.shown.token == token
    assert desk.session.key.octets == key


def test_thinking_better_of_opening(desk: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file chosen, nothing happens."""
    monkeypatch.setattr(desk.window, "choose_file", lambda _title: "")
    desk.do("open")
    desk.do("open-key")

    assert desk.session.empty


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("copy-token", TOKEN),
        ("copy-authorization", f"Authorization: Bearer {TOKEN}"),
        ("copy-header", '{\n  "alg": "HS256",\n  "typ": "JWT"\n}'),
    ],
)
def test_copy(desk: Person, name: str, text: str) -> None:
    """Each Copy puts its text on the clipboard and says so."""
    desk.paste(TOKEN)
    desk.do(name)

    assert QGuiApplication.clipboard().text() == text
    assert desk.window.toast.words.text().endswith("copied.")


def test_the_sample_is_one_click_away(desk: Person) -> None:
    """The empty token pane offers a sample; pressing it fills the desk."""
    lesson = desk.window.pane("token").findChild(QWidget, "trySample")
    assert lesson is not None
    assert lesson.isVisible()
    QTest.mouseClick(lesson, Qt.MouseButton.LeftButton)
    desk.wait()

    assert desk.session.shown.token == TOKEN
    assert desk.state("lampSignature") == "ok"
    assert not lesson.isVisible()


def test_light_and_dark(desk: Person) -> None:
    """The theme changes at once and is remembered."""
    assert not desk.window.looks.theme.dark
    desk.press(Qt.Key.Key_L, BOTH)

    assert desk.window.looks.theme.dark
    assert desk.window.preferences.theme == DARK


def test_text_grows_and_shrinks(desk: Person) -> None:
    """Larger, smaller and ordinary text reach labels and editors alike."""
    before = desk.find("verdictHeadline").font().pixelSize()
    code = desk.editor("tokenEditor").font().pixelSize()
    for _ in range(10):
        desk.do("larger")

    assert desk.window.preferences.scale == 2.0
    assert desk.find("verdictHeadline").font().pixelSize() == 2 * before
    assert desk.editor("tokenEditor").font().pixelSize() == 2 * code
    desk.do("smaller")
    assert desk.window.preferences.scale == 1.9
    desk.do("ordinary")
    assert desk.find("verdictHeadline").font().pixelSize() == before


def test_times_in_the_local_zone(desk: Person) -> None:
    """The switch in the card and the action in the menu are one and the same."""
    desk.do("local-time")

    assert desk.window.preferences.local_time
    assert desk.window.action("local-time").isChecked()
    desk.do("local-time")
    assert not desk.window.preferences.local_time


def test_a_card_can_be_put_away(desk: Person) -> None:
    """Hidden cards are remembered; the room of an empty column is given to the others."""
    show, rules = (desk.window.findChild(QAction, name) for name in ("show-key", "show-rules"))
    assert show is not None
    assert rules is not None
    wide = desk.find("payloadEditor").width()
    rules.trigger()
    show.trigger()

    assert not desk.window.pane("key").isVisible()
    assert desk.window.preferences.hidden == ("rules", "key")
    QApplication.processEvents()
    assert desk.find("payloadEditor").width() > wide
    show.trigger()
    rules.trigger()
    assert desk.window.pane("key").isVisible()
    assert desk.window.preferences.hidden == ()


@pytest.fixture(name="kept")
def _kept() -> list[Preferences]:
    return []


@pytest.fixture(name="changed")
def _changed(qtbot: QtBot, kept: list[Preferences]) -> Iterator[Person]:
    yield from opened(qtbot, Preferences(theme=LIGHT, scale=1.5, hidden=("findings", "?")), kept)


def test_preferences_are_put_on(changed: Person) -> None:
    """A window opens as it was left; a card nobody knows is passed over."""
    assert not changed.window.pane("findings").isVisible()
    assert changed.window.pane("token").isVisible()


def test_sizes_are_remembered_when_the_window_closes(
    changed: Person, kept: list[Preferences]
) -> None:
    """The last thing remembered holds the window's size and every splitter."""
    changed.window.close()

    assert kept[-1].geometry
    assert {name for name, _record in kept[-1].splitters} == {
        "mainSplitter", "sideSplitter", "upperSplitter", "leftSplitter", "centreSplitter",
        "rightSplitter", "footSplitter",
    }  # fmt: skip


def test_a_folded_card_is_remembered(changed: Person, kept: list[Preferences]) -> None:
    """Each press says how the card is now; a card nobody touched is not remembered."""
    fold = changed.window.findChildren(Foldable)[0]
    was = fold.folded
    assert changed.window.preferences.folded == ()
    fold.button.click()
    assert kept[-1].folded == (("rules", not was),)
    fold.button.click()

    assert kept[-1].folded == (("rules", was),)


@pytest.mark.parametrize("folded", [True, False])
def test_a_card_opens_as_it_was_left(qtbot: QtBot, folded: bool) -> None:
    """What was remembered counts, in a low window and in a high one; unknown names do not."""
    kept = Preferences(theme=LIGHT, folded=(("rules", folded), ("?", True)))
    for person in opened(qtbot, kept):
        fold = person.window.findChildren(Foldable)[0]
        for height in (640, 1000):
            person.window.resize(1280, height)
            QApplication.processEvents()
            assert fold.folded is folded


def test_a_key_that_was_replaced_can_be_put_back(desk: Person) -> None:
    """A generated key takes the place of one's own; the notice offers it back."""
    desk.window.store.dispatch(TokenPasted(TOKEN))
    desk.window.store.dispatch(KeyEdited(KeyInput(b"my own")))
    desk.window.store.dispatch(KeyWanted("HS256"))
    desk.wait()
    assert desk.session.key.octets != b"my own"
    desk.window.toast.action.click()
    desk.wait()

    assert desk.session.key.octets == b"my own"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_window_fits_a_small_screen(desk: Person, scale: float) -> None:
    """Nothing forces the window beyond 1024 by 640, at 200 % text not beyond 1280 by 800."""
    desk.paste(TOKEN)
    desk.window.prefer(replace(desk.window.preferences, scale=scale))
    QApplication.processEvents()
    least = desk.window.minimumSizeHint()
    width, height = (1024, 640) if scale == 1 else (1280, 800)

    assert least.width() <= width
    assert least.height() <= height


def test_no_label_renders_markup(desk: Person) -> None:
    """A canary in every place a token or key reaches stays plain text."""
    canary = '<img src="file:///canary">'
    desk.write("payloadEditor", f'{{"iss": "{canary.replace(chr(34), chr(39))}"}}')
    desk.write("keyEditor", canary)
    formats = {label.textFormat() for label in desk.window.findChildren(QLabel)}

    assert formats == {Qt.TextFormat.PlainText}
    tips = [widget.toolTip() for widget in desk.window.findChildren(QWidget)]
    assert not any("<img" in tip for tip in tips)


def test_an_edit_that_is_held_back_is_not_settled(
    desk: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for the window waits for its editors too."""
    assert desk.window.settled()
    monkeypatch.setattr(desk.editor("tokenEditor"), "holding", lambda: True)

    assert not desk.window.settled()


def test_cut_copy_and_paste_from_the_menu(desk: Person) -> None:
    """The menu's editing acts on the field that holds the keyboard."""
    editor = desk.editor("keyEditor")
    editor.setFocus()
    desk.copy_outside("secret")
    desk.do("paste")
    assert desk.session.key.octets == b"secret"
    desk.do("select-all")
    desk.do("copy")
    desk.do("cut")
    assert desk.session.key.octets == b""
    assert QGuiApplication.clipboard().text() == "secret"


def test_clearing_puts_everything_away(desk: Person) -> None:
    """A new desk has no token, no key and no way back to them."""
    desk.do("sample")
    desk.do("clear")

    assert desk.session.empty
    assert desk.session.key == KeyInput()
    assert not desk.window.action("undo").isEnabled()


def test_an_algorithm_from_the_menu(desk: Person) -> None:
    """The menu of algorithms does what the picker does."""
    desk.do("sample")
    pick = next(one for one in desk.window.findChildren(type(desk.window.action("open")))
                if one.objectName() == "algorithm-HS512")  # fmt: skip
    pick.trigger()
    desk.wait()
    picker = desk.find("algorithmPicker")

    assert isinstance(picker, QComboBox)
    assert picker.currentText() == "HS512"


def test_panes_draw_what_the_session_says(desk: Person) -> None:
    """After any edit the three linked editors hold the session's exact texts."""
    desk.window.store.dispatch(TokenPasted(TOKEN))
    desk.window.store.dispatch(PayloadEdited('{"a": "é\\u2028😀"}'))
    desk.wait()
    shown = desk.session.shown

    assert isinstance(desk.session, Session)
    for name, text in (
        ("token", shown.token),
        ("header", shown.header),
        ("payload", shown.payload),
    ):
        editor = desk.find(f"{name}Editor")
        assert isinstance(editor, QPlainTextEdit)
        assert editor.toPlainText() == text


def test_a_card_that_appears_leaves_the_token_readable(desk: Person) -> None:
    """When the explanations open in a small window, three lines of the token are still seen."""
    desk.window.resize(1024, 640)
    desk.do("sample")
    desk.window.store.dispatch(KeyEdited(KeyInput(b"another")))
    desk.wait()
    desk.qtbot.waitUntil(desk.window.pane("diagnosis").isVisible)
    QApplication.processEvents()
    editor = desk.editor("tokenEditor")

    assert editor.viewport().height() >= 3 * 20
