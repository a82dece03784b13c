"""Someone who uses the window: types, pastes, clicks, and reads what it says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.model.session import Session
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Hands and eyes on one window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        """Sit before `window`."""
        self.window = window
        self.qtbot = qtbot

    @property
    def session(self) -> Session:
        """What the window is showing."""
        return self.window.store.session

    def find(self, name: str) -> QWidget:
        """Return the widget with the stable object name `name`."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, f"no widget is called {name}"
        return found

    def editor(self, name: str) -> LinkedEditor:
        """Return the text editor with the stable object name `name`."""
        found = self.find(name)
        assert isinstance(found, LinkedEditor)
        return found

    def copy_outside(self, text: str) -> None:
        """Copy `text` in another program."""
        QGuiApplication.clipboard().setText(text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
        """Press a key in the part of the window that has the keyboard."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        self.wait()

    def paste(self, text: str, into: str = "") -> None:
        """Paste `text`, into an editor or wherever the keyboard is."""
        if into:
            editor = self.editor(into)
            editor.setFocus()
            editor.selectAll()
        self.copy_outside(text)
        self.press(Qt.Key.Key_V)

    def write(self, name: str, text: str) -> None:
        """Replace what is in an editor by typing `text` key by key."""
        editor = self.editor(name)
        editor.setFocus()
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClicks(editor, text)
        self.wait()

    def pick(self, name: str, text: str) -> None:
        """Choose the entry `text` of a combo box, as a click in its list does."""
        box = self.find(name)
        assert isinstance(box, QComboBox)
        box.setFocus()
        index = next(at for at in range(box.count()) if box.itemText(at).split(" ")[0] == text)
        box.setCurrentIndex(index)
        box.activated.emit(index)
        self.wait()

    def do(self, action: str) -> None:
        """Choose an action from the menus."""
        self.window.action(action).trigger()
        self.wait()

    def wait(self) -> None:
        """Wait until the window has settled."""
        self.qtbot.waitUntil(self.window.settled, timeout=20_000)

    def state(self, name: str) -> object:
        """Read the state of a lamp or badge."""
        return self.find(name).property("state")

    def read(self, name: str) -> str:
        """Read the words of a label or editor."""
        found = self.find(name)
        if isinstance(found, QPlainTextEdit):
            return found.toPlainText()
        return str(getattr(found, "text")())  # noqa: B009 - every label here has text()
