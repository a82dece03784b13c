"""Key press → verdict painted, at four sizes, beside the obvious PySide6 window.

Run with `python3 -m tests bench key_press`. Milliseconds, median / 99th percentile.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from time import sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="jwtdesk-bench-")

from PySide6.QtCore import Qt  # noqa: E402 - the platform is chosen first
from PySide6.QtGui import QTextCursor  # noqa: E402 - as above
from PySide6.QtTest import QTest  # noqa: E402 - as above
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget  # noqa: E402 - as above

from jwtdesk.app.main import build  # noqa: E402 - as above
from jwtdesk.jose import base64url  # noqa: E402 - as above
from jwtdesk.jose.key import KeyInput  # noqa: E402 - as above
from jwtdesk.model.edits import KeyEdited, TokenPasted  # noqa: E402 - as above
from tests.bench._naive import NaiveWindow  # noqa: E402 - as above
from tests.bench._times import ratio, taken, told  # noqa: E402 - as above

SIZES = {"0.5 KB": 512, "8 KB": 8_192, "64 KB": 65_536, "1 MB": 1_048_576}


def token_of(size: int) -> str:
    """Return a token of about `size` characters with many short claims."""
    claims = ['"sub":"1234567890"', '"exp":2111097600']
    length = 40
    while length < size * 0.74 - 90:
        claims.append(f'"claim_{len(claims)}":"value {len(claims)} of a claim like others"')
        length += len(claims[-1]) + 1
    payload = "{" + ",".join(claims) + "}"
    return f"eyJhbGciOiJIUzI1NiJ9.{base64url.encode(payload.encode())}.{'A' * 43}"


def settle(settled: Callable[[], bool]) -> None:
    """Let Qt work until the verdict is there and painted."""
    QApplication.processEvents()
    while not settled():
        QApplication.processEvents()
        sleep(0.0005)
    QApplication.processEvents()


def presses(
    window: QWidget, editor: QWidget, settled: Callable[[], bool], times: int
) -> list[float]:
    """Type and take back a character where the caret is, `times` times."""
    editor.setFocus()
    keys = [Qt.Key.Key_A, Qt.Key.Key_Backspace]
    state = {"at": 0}

    def press() -> None:
        QTest.keyClick(editor, keys[state["at"] % 2])
        state["at"] += 1
        settle(settled)

    del window
    press(), press()
    return taken(press, times)


def caret(editor: QWidget, *, inside: bool) -> None:
    """Put the caret behind the first character of a value, or in the middle of the signature."""
    assert isinstance(editor, QPlainTextEdit)
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, 10)
    if inside:
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        found = editor.document().find("1234567890")
        cursor = found if not found.isNull() else cursor
        cursor.setPosition(cursor.selectionStart())
    editor.setTextCursor(cursor)


def main() -> None:
    """Print a table row for each size and edit."""
    QApplication.instance() or QApplication(sys.argv)
    ours, naive = build([]), NaiveWindow()
    for window in (ours, naive):
        window.show()
    settle(ours.settled)
    ours.store.dispatch(KeyEdited(KeyInput(b"secret")))
    settle(ours.settled)
    editors = {
        "token": (ours.findChild(QWidget, "tokenEditor"), naive.token),
        "payload": (ours.findChild(QWidget, "payloadEditor"), naive.payload),
        "secret": (ours.findChild(QWidget, "keyEditor"), naive.secret),
    }
    print(f"{'token':8}{'edit':10}{'jwtdesk':>16}{'naive':>18}{'naive ÷ jwtdesk':>18}")
    for name, size in SIZES.items():
        token = token_of(size)
        pasted = taken(lambda: _paste(ours, token), 3)
        naively = taken(lambda: naive.token.setPlainText(token), 1) if size < 1_000_000 else []
        for edit, (mine, theirs) in editors.items():
            if edit != "secret":
                caret(mine, inside=edit == "payload")
            times = presses(ours, mine, ours.settled, 100)
            floor: list[float] = []
            if size < 1_000_000:
                if edit != "secret":
                    caret(theirs, inside=edit == "payload")
                floor = presses(naive, theirs, naive.settled, 20)
            print(
                f"{name:8}{edit:10}{told(times):>16}"
                f"{told(floor) if floor else '-':>18}{ratio(floor, times) if floor else '-':>18}"
            )
        print(f"{name:8}{'paste':10}{told(pasted):>16}{told(naively) if naively else '-':>18}")
    ours.close()


def _paste(window: "object", token: str) -> None:
    window.store.dispatch(TokenPasted(""))
    settle(window.settled)
    window.store.dispatch(TokenPasted(token))
    settle(window.settled)


if __name__ == "__main__":
    main()
