"""Key press → verdict painted, at four sizes, beside the obvious PySide6 window.

Run with `python3 -m tests bench key_press`. Milliseconds, median / 99th percentile. *Key* is how
long the key press keeps the window: until the letter is painted. *Verdict* is until the lamps are.
"""

import sys
from functools import partial

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from jwtdesk.ui.main_window import MainWindow
from tests.bench._desk import (
    SIZES,
    empty,
    heading,
    opened,
    paste,
    place_caret,
    press_keys,
    row,
    token_of,
    verdict_of,
)
from tests.bench._naive import NaiveWindow
from tests.bench._times import ratio, taken, told

KEYS = {"0.5 KB": 100, "8 KB": 100, "64 KB": 100, "1 MB": 40}
NAIVE_KEYS = {"0.5 KB": 40, "8 KB": 40, "64 KB": 20, "1 MB": 3}
PASTES = {"0.5 KB": 20, "8 KB": 20, "64 KB": 10, "1 MB": 5}
PLACES = {"token": "", "payload": "1234567890", "secret": ""}


def main() -> None:
    """Print a row for each size and edit."""
    QApplication.instance() or QApplication(sys.argv)
    ours, naive = opened(), NaiveWindow()
    naive.show()
    editors = {
        "token": (find(ours, "tokenEditor"), naive.token),
        "payload": (find(ours, "payloadEditor"), naive.payload),
        "secret": (find(ours, "keyEditor"), naive.secret),
    }
    heading("token", "edit", "key", "verdict", "naive window", "naive ÷ ours, verdict")
    for size, length in SIZES.items():
        token = token_of(length)
        pastes(size, ours, naive, token)
        for edit, (mine, theirs) in editors.items():
            if edit != "secret":
                place_caret(mine, PLACES[edit])
                place_caret(theirs, PLACES[edit])
            theirs.setFocus()
            _, floor = press_keys(theirs, naive.settled, NAIVE_KEYS[size])
            mine.setFocus()
            held, painted = press_keys(mine, verdict_of(ours), KEYS[size])
            row((size, edit, told(held), told(painted), told(floor), ratio(floor, painted)))
    ours.close()


def find(window: MainWindow, name: str) -> QPlainTextEdit:
    """Return an editor of the window."""
    found = window.findChild(QWidget, name)
    assert isinstance(found, QPlainTextEdit)
    return found


def pastes(size: str, ours: MainWindow, naive: NaiveWindow, token: str) -> None:
    """Print the row of pasting a whole token; both windows show it afterwards."""
    times: list[float] = []
    for _ in range(PASTES[size]):
        empty(ours)
        times += taken(partial(paste, ours, token), 1)
    floor = taken(partial(_naively, naive, token), min(3, PASTES[size]))
    row((size, "paste", "-", told(times), told(floor), ratio(floor, times)))


def _naively(naive: NaiveWindow, token: str) -> None:
    naive.token.setPlainText(token)
    QApplication.processEvents()


if __name__ == "__main__":
    main()
