"""A whole edit beside the least work that any program would have to do for it.

Run with `python3 -m tests bench work`. Milliseconds, median. The floor decodes base64, parses JSON
and computes the signature once, with the standard library (*raw*), and has a bare Qt editor that
breaks lines anywhere lay out and paint one key press in the same text (*layout*). *Model* is what
the edit costs without a window: bytes, places of faults and claims, key, four lamps, provenance,
history. *Window* is from the key press until the verdict is painted.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from functools import partial
from statistics import median

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.answer_values import Answer
from jwtdesk.model.answers import answer
from jwtdesk.model.edits import Edit, KeyEdited, PayloadEdited, TokenEdited
from jwtdesk.model.questions import Diagnose, Question
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session
from jwtdesk.ui.main_window import MainWindow
from tests.bench._desk import (
    SECRET,
    SIZES,
    heading,
    opened,
    paste,
    place_caret,
    press_keys,
    row,
    token_of,
    verdict_of,
)
from tests.bench._times import taken

EDITORS = {"token": "tokenEditor", "payload": "payloadEditor", "secret": "keyEditor"}
PLACES = {"token": "", "payload": "1234567890", "secret": ""}
REMEMBERED = 40
ROUNDS = {"0.5 KB": 60, "8 KB": 60, "64 KB": 30, "1 MB": 7}


class Desk:
    """A session whose questions are answered at once, but for why a signature is wrong."""

    def __init__(self) -> None:
        self.session = Session(now=1_795_400_000)
        self.answers: dict[Question, Answer] = {}

    def do(self, edit: Edit) -> None:
        """Apply an edit, everything it asks for included."""
        self.session = reduce(self.session, edit, self.found)

    def found(self, question: Question) -> Answer | None:
        """Answer as the window's runner does: what is known is not worked out again."""
        if isinstance(question, Diagnose):
            return None
        if question not in self.answers:
            if len(self.answers) > REMEMBERED:
                self.answers.clear()
            self.answers[question] = answer(question)
        return self.answers[question]


def floor(token: str) -> bool:
    """Decode, parse, compute and compare, once."""
    head, body, tail = token.split(".")
    for part in (head, body):
        json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    made = hmac.digest(SECRET, f"{head}.{body}".encode(), hashlib.sha256)
    return hmac.compare_digest(made, base64.urlsafe_b64decode(tail + "=" * (-len(tail) % 4)))


def edits(desk: Desk, token: str, count: int) -> dict[str, Callable[[], None]]:
    """Return what changes a little each time it is called, by the pane it is typed into."""
    texts = iter([f"{token[:-4]}{at:04}" for at in range(count)])
    desk.do(TokenEdited(token))
    shown = desk.session.shown.payload
    middle = shown.index("1234567890")
    claims = iter([f"{shown[:middle]}{at:05}{shown[middle:]}" for at in range(count)])
    keys = iter([b"%s%d" % (SECRET, at) for at in range(count)])
    return {
        "token": lambda: desk.do(TokenEdited(next(texts))),
        "payload": lambda: desk.do(PayloadEdited(next(claims))),
        "secret": lambda: desk.do(KeyEdited(KeyInput(next(keys)))),
    }


def pressed(window: MainWindow, name: str, keys: int) -> tuple[float, float]:
    """Return how long a key press takes in the window, and in a bare editor with the same text."""
    editor = window.findChild(QPlainTextEdit, EDITORS[name])
    assert isinstance(editor, QPlainTextEdit)
    place_caret(editor, PLACES[name])
    _, seen = press_keys(editor, verdict_of(window), keys)
    bare = QPlainTextEdit()
    bare.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    bare.resize(editor.size())
    bare.setPlainText(editor.toPlainText())
    bare.show()
    place_caret(bare, PLACES[name])
    _, layout = press_keys(bare, lambda: True, min(keys, 10))
    bare.close()
    editor.setFocus()
    return median(seen), median(layout)


def main() -> None:
    """Print a row for each size and edit."""
    window = opened()
    heading("token", "edit", "model", "window", "raw", "layout", "window ÷ (raw + layout)")
    for size, length in SIZES.items():
        token, rounds = token_of(length), ROUNDS[size]
        paste(window, token)
        least = median(taken(partial(floor, token), max(20, rounds)))
        desk = Desk()
        desk.do(KeyEdited(KeyInput(SECRET)))
        for name, edit in edits(desk, token, rounds + 2).items():
            edit(), edit()
            model = median(taken(edit, rounds))
            seen, layout = pressed(window, name, rounds)
            times = (f"{one:.2f}" for one in (model, seen, least, layout))
            row((size, name, *times, f"{seen / (least + layout):.1f}"))
    window.close()


if __name__ == "__main__":
    main()
