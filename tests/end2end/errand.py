"""One errand of one person, as a program of its own: paste, check, edit, copy, close, remember.

Run as `python -m tests.end2end.errand`; token and secret come on standard input, a line each, so
that they stand in no list of processes. Prints what it saw, and never the secret.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from jwtdesk.app.main import build
from jwtdesk.ui.main_window import MainWindow


def main() -> int:
    """Do the errand; return 0 when the window said what it should."""
    token, secret = sys.stdin.read().splitlines()
    window = build([])
    window.show()
    settle(window)
    QGuiApplication.clipboard().setText(token)
    window.action("paste-token").trigger()
    settle(window)
    wrong = state(window)
    type_key(window, secret)
    checked = state(window)
    payload = editor(window, "payloadEditor")
    payload.setFocus()
    payload.setTextCursor(payload.document().find("2111097600"))
    QTest.keyClicks(payload, "2111097601")
    settle(window)
    made = editor(window, "tokenEditor").toPlainText()
    for name in ("copy-token", "theme-toggle", "larger", "undo", "redo", "compare"):
        window.action(name).trigger()
        settle(window)
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible():
            dialog.close()
    type_key(window, secret + " that is wrong")
    QGuiApplication.clipboard().clear()
    print("before a key:", wrong, "with it:", checked, "new token:", made != token, flush=True)
    QTimer.singleShot(0, window.close)
    QApplication.exec()
    return 0 if (wrong, checked, made != token) == ("unknown", "ok", True) else 1


def editor(window: MainWindow, name: str) -> QPlainTextEdit:
    """Return one of the window's editors."""
    found = window.findChild(QPlainTextEdit, name)
    assert isinstance(found, QPlainTextEdit)
    return found


def type_key(window: MainWindow, text: str) -> None:
    """Type a secret in place of the one that is there."""
    field = editor(window, "keyEditor")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    settle(window)


def settle(window: MainWindow) -> None:
    """Let the window finish everything, the diagnosis too."""
    QApplication.processEvents()
    while not window.settled():
        QTest.qWait(5)
    QApplication.processEvents()


def state(window: MainWindow) -> str:
    """Return what the signature lamp shows."""
    lamp = window.findChild(QWidget, "lampSignature")
    assert lamp is not None
    return str(lamp.property("state"))


if __name__ == "__main__":
    sys.exit(main())
