"""Whatever hands do in whatever order, every pane shows exactly what the session says."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from tests.end2end.hasty import Hasty, disagreement
from tests.end2end.person import CONTROL, Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL

EDITORS = ("tokenEditor", "headerEditor", "payloadEditor", "keyEditor")
TYPED = [
    *'{}[]":,.-_ aZ09=~/\\\n\t',
    "\u00a0",
    "\u2028",
    "e\u0301",
    "\N{GRINNING FACE}",
    '"exp": 1e3,',
    "eyJ",
]
PASTED = [
    CLASSIC,
    TUTORIAL,
    f"Bearer {TUTORIAL}",
    f'"{CLASSIC}"',
    "",
    " ",
    "\r\n",
    "a\r\nb\rc\u2028d\ufdd0",
    "\ufeff{}",
    '{"a":1E2,"a":0.10}',
    '{\r\n "b" : [1,\u00a0{}]}',
    "x" * 3000,
    "\N{ROCKET}\N{ROCKET}",
    "eyJhbGciOiJub25lIn0.e30.",
    CLASSIC_SECRET.decode(),
    '{"kty":"oct","k":"AQ"}',
]
MOVES = [
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
]
ERASING = [Qt.Key.Key_Backspace, Qt.Key.Key_Delete]
ACTIONS = [
    "undo",
    "redo",
    "resign",
    "return",
    "clear",
    "compact",
    "format-payload",
    "format-header",
    "theme-toggle",
    "larger",
    "smaller",
    "claims-table",
    "local-time",
    "select-all",
    "copy",
    "cut",
    "paste",
]
GESTURES = 400


def press(editor: QPlainTextEdit, letter: str) -> None:
    """Press the key that writes `letter`; QTest itself knows no key beyond ASCII."""
    key = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(letter, Qt.Key.Key_unknown)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(editor, event)


class Hands:
    """Hands that do something at random, always the same for the same seed."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self.chance = random.Random(seed)  # noqa: S311 - for a test, not for a secret
        self.did: list[str] = []
        self.ways: list[Callable[[], str]] = [
            self.type,
            self.type,
            self.type,
            self.erase,
            self.move,
            self.select,
            self.click_somewhere,
            self.paste,
            self.act,
            self.pick,
        ]

    def do_something(self) -> None:
        """Do one thing and note what it was."""
        self.did.append(self.chance.choice(self.ways)())

    def editor(self) -> QPlainTextEdit:
        """Choose an editor and put the keyboard into it."""
        editor = self.person.editor(self.chance.choice(EDITORS))
        editor.setFocus()
        return editor

    def type(self) -> str:
        """Type a few characters."""
        editor = self.editor()
        text = "".join(self.chance.choices(TYPED, k=self.chance.randint(1, 5)))
        for letter in text:
            press(editor, letter)
        return f"type {text!r} into {editor.objectName()}"

    def erase(self) -> str:
        """Erase a character, a word, or what is selected."""
        editor, key = self.editor(), self.chance.choice(ERASING)
        held = self.chance.choice([Qt.KeyboardModifier.NoModifier, CONTROL])
        QTest.keyClick(editor, key, held)
        return f"{key.name} with {held.name} in {editor.objectName()}"

    def move(self) -> str:
        """Move the caret, perhaps selecting, perhaps by words or to the ends."""
        editor, key = self.editor(), self.chance.choice(MOVES)
        held = Qt.KeyboardModifier.NoModifier
        for one in (CONTROL, Qt.KeyboardModifier.ShiftModifier):
            if self.chance.random() < 0.3:
                held |= one
        QTest.keyClick(editor, key, held)
        return f"{key.name} in {editor.objectName()}"

    def select(self) -> str:
        """Select any part of an editor."""
        editor = self.editor()
        last = editor.document().characterCount() - 1
        cursor = editor.textCursor()
        cursor.setPosition(self.chance.randint(0, last))
        cursor.setPosition(self.chance.randint(0, last), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        return f"select in {editor.objectName()}"

    def click_somewhere(self) -> str:
        """Click or double-click into an editor."""
        editor = self.editor()
        area = editor.viewport()
        click = self.chance.choice([QTest.mouseClick, QTest.mouseDClick])
        click(area, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, area.rect().center())
        return f"click in {editor.objectName()}"

    def paste(self) -> str:
        """Paste something over what is selected."""
        text, editor = self.chance.choice(PASTED), self.editor()
        self.person.copy_outside(text)
        QTest.keyClick(editor, Qt.Key.Key_V, CONTROL)
        return f"paste {text[:40]!r} into {editor.objectName()}"

    def act(self) -> str:
        """Choose something from the menus, if it can be chosen now."""
        name = self.chance.choice(ACTIONS)
        self.person.window.action(name).trigger()
        return name

    def pick(self) -> str:
        """Pick an algorithm."""
        box = self.person.find("algorithmPicker")
        assert isinstance(box, QComboBox)
        index = self.chance.randrange(box.count())
        box.setCurrentIndex(index)
        box.activated.emit(index)
        return f"pick {box.itemText(index)}"


@pytest.mark.parametrize("seed", range(5))
def test_panes_never_diverge(person: Person, seed: int) -> None:
    """After each of many gestures every editor holds exactly the session's text."""
    hasty = Hasty(person.window, person.qtbot)
    hands = Hands(hasty, seed)
    for _ in range(GESTURES):
        hands.do_something()
        hasty.wait()
        assert not disagreement(hasty), hands.did[-8:]
        assert hasty.read("keyEditor").encode("utf-8", "surrogatepass") == hasty.session.key.octets


@pytest.mark.parametrize("seed", range(5, 8))
def test_gestures_without_a_pause(person: Person, seed: int) -> None:
    """Gestures that follow each other faster than the answers end in the same agreement."""
    hasty = Hasty(person.window, person.qtbot)
    hands = Hands(hasty, seed)
    for _ in range(GESTURES // 10):
        for _ in range(10):
            hands.do_something()
        hasty.wait()
        assert not disagreement(hasty), hands.did[-12:]


@pytest.mark.parametrize("seed", range(8, 10))
def test_undo_leads_all_the_way_back(person: Person, seed: int) -> None:
    """However it was reached, undoing everything ends at an empty desk, redoing at the end."""
    hasty = Hasty(person.window, person.qtbot)
    hasty.window.action("clear").setEnabled(False)
    hands = Hands(hasty, seed)
    hands.ways.remove(hands.act)
    for _ in range(80):
        hands.do_something()
    hasty.wait()
    end = hasty.session.shown
    steps = len(hasty.session.history.past)
    assert steps
    for _ in range(steps):
        hasty.do("undo")
    assert hasty.session.empty
    assert not disagreement(hasty)
    for _ in range(steps):
        hasty.do("redo")
    assert hasty.session.shown == end
    assert not disagreement(hasty)
