"""What the benchmarks do at a window: wait, paste, press keys; nothing is read or kept on disk."""

import os
from collections.abc import Callable, Iterable
from time import perf_counter, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from jwtdesk.app.main import build
from jwtdesk.jose import base64url
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, TokenPasted
from jwtdesk.model.questions import Diagnose
from jwtdesk.ui.editors.exact_edit import ExactEdit
from jwtdesk.ui.main_window import MainWindow

SIZES = {"0.5 KB": 512, "8 KB": 8_192, "64 KB": 65_536, "1 MB": 1_048_576}
SECRET = b"a secret of thirty-two characters"
KEYS = (Qt.Key.Key_A, Qt.Key.Key_Backspace)


def token_of(size: int) -> str:
    """Return a wrongly signed token of about `size` characters with many short claims."""
    claims = ['"sub":"1234567890"', '"exp":2111097600']
    length = 40
    while length < size * 0.74 - 90:
        claims.append(f'"claim_{len(claims)}":"value {len(claims)} of a claim like others"')
        length += len(claims[-1]) + 1
    payload = "{" + ",".join(claims) + "}"
    return f"eyJhbGciOiJIUzI1NiJ9.{base64url.encode(payload.encode())}.{'A' * 43}"


def opened() -> MainWindow:
    """Return a shown window with a secret, everything loaded that is loaded late."""
    window = build([], remembers=False)
    window.show()
    window.store.dispatch(KeyEdited(KeyInput(SECRET)))
    window.store.dispatch(TokenPasted(token_of(512)))
    wait(window.settled)
    return window


def verdict_of(window: MainWindow) -> Callable[[], bool]:
    """Return what says whether the window's verdict stands (the search for a reason goes on)."""
    editors = window.findChildren(ExactEdit)

    def stands() -> bool:
        held = any(editor.holding() for editor in editors)
        return not held and all(isinstance(one, Diagnose) for one in window.store.session.asks)

    return stands


def wait(done: Callable[[], bool]) -> None:
    """Let Qt work until `done` and painted."""
    QApplication.processEvents()
    while not done():
        QApplication.processEvents()
        sleep(0.0002)
    QApplication.processEvents()
    # The program's event loop deletes what was put away; `processEvents` alone does not.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def paste(window: MainWindow, text: str) -> None:
    """Put `text` in the place of the token, until its verdict is painted."""
    window.store.dispatch(TokenPasted(text))
    wait(verdict_of(window))


def empty(window: MainWindow) -> None:
    """Put the token away and let everything come to rest."""
    window.store.dispatch(TokenPasted(""))
    wait(window.settled)


def place_caret(editor: QWidget, text: str) -> None:
    """Put the caret before `text`, or ten places before the end where it is not."""
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    cursor = editor.document().find(text) if text else editor.textCursor()
    last = max(0, editor.document().characterCount() - 11)
    cursor.setPosition(last if cursor.isNull() or not text else cursor.selectionStart())
    editor.setTextCursor(cursor)


def press_keys(
    editor: QWidget, done: Callable[[], bool], times: int
) -> tuple[list[float], list[float]]:
    """Type a letter and take it back, `times` keys in all.

    Returns how long each key kept the window (until the letter was painted), and how long it took
    until the verdict was painted, both in milliseconds.
    """
    held: list[float] = []
    painted: list[float] = []
    for at in range(times + 4):
        begun = perf_counter()
        QTest.keyClick(editor, KEYS[at % 2])
        QApplication.processEvents()
        kept = perf_counter()
        wait(done)
        if at >= 4:  # the first ones find cold caches
            held.append((kept - begun) * 1000)
            painted.append((perf_counter() - begun) * 1000)
    return held, painted


def row(cells: Iterable[object]) -> None:
    """Print one row of a table."""
    print("|", " | ".join(str(cell) for cell in cells), "|", flush=True)


def heading(*cells: str) -> None:
    """Print the head of a table."""
    print(flush=True)
    row(cells)
    row("---" for _ in cells)
