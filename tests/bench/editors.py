"""How long a key press in an editor takes until it is painted, against a bare Qt editor.

The bare one is a `QPlainTextEdit` that breaks lines anywhere, without colours, folds or notes.
"""

import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from jwtdesk.ui.editors.json_colours import JsonColourist
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.editors.token_colours import TokenColourist
from tests.ui.dress import dress, shipped_theme

SIZES = {"0.5 KB": 500, "8 KB": 8_000, "64 KB": 64_000, "1 MB": 1_000_000}
KEYS = 60
BARE_KEYS = {"1 MB": 3}
BEGINNING = 200_000


def token_of(size: int) -> str:
    """Return something like a token, `size` characters long."""
    part = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9"
    text = (part * (size // len(part) + 1))[:size]
    return f"{text[:40]}.{text[41:-90]}.{text[-89:]}"


def claims_of(size: int) -> str:
    """Return pretty-printed JSON of about `size` characters, a member a line."""
    line = '  "claim_{:06}": "value {:012}",\n'
    count = max(1, size // len(line.format(0, 0)))
    return "{\n" + "".join(line.format(one, one) for one in range(count)) + '  "exp": 1795422000\n}'


def token_editor() -> LinkedEditor:
    """Return an editor as the token pane has it."""
    edit = LinkedEditor()
    edit.set_wrap_anywhere(True)
    edit.set_colourist(TokenColourist())
    return edit


def claims_editor() -> LinkedEditor:
    """Return an editor as the payload pane has it."""
    edit = LinkedEditor(indents=True)
    edit.set_gutter(True)
    edit.set_colourist(JsonColourist())
    edit.show_beginning(BEGINNING)
    return edit


def bare_editor() -> QPlainTextEdit:
    """Return the floor."""
    edit = QPlainTextEdit()
    edit.setWordWrapMode(edit.wordWrapMode().WrapAnywhere)
    return edit


def measured(
    edit: QPlainTextEdit, show: Callable[[], None], keys: int
) -> tuple[float, list[float]]:
    """Return the milliseconds until the text is painted, and those of each key press."""
    application = QApplication.instance()
    edit.resize(520, 400)
    edit.show()
    edit.setFocus()
    QApplication.processEvents()
    begun = time.perf_counter()
    show()
    edit.viewport().repaint()
    shown = time.perf_counter() - begun
    cursor = edit.textCursor()
    cursor.setPosition((edit.document().characterCount() - 1) // 2)
    edit.setTextCursor(cursor)
    QApplication.processEvents()
    times = []
    for _ in range(keys):
        begun = time.perf_counter()
        QTest.keyClick(edit, Qt.Key.Key_X)
        QApplication.processEvents()
        times.append(time.perf_counter() - begun)
    edit.hide()
    edit.deleteLater()
    assert application is not None
    return shown * 1000, [one * 1000 for one in times]


def main() -> None:
    """Print one row for each kind of text and size."""
    application = QApplication([])
    theme = shipped_theme("dark")
    dress(application, theme)
    print("| text | show ms | key ms median / 99 % | bare show | bare key | bare ÷ ours, key |")
    print("|---|---|---|---|---|---|")
    for kind, made, text_of in (
        ("token", token_editor, token_of),
        ("claims", claims_editor, claims_of),
    ):
        for name, size in SIZES.items():
            text = text_of(size)
            edit = made()
            edit.set_theme(theme)
            show, keys = measured(edit, partial(edit.show_text, text), KEYS)
            bare = bare_editor()
            floor, floor_keys = measured(
                bare, partial(bare.setPlainText, text), BARE_KEYS.get(name, 20)
            )
            ours, worst, floor_key = median(keys), quantiles(keys, n=100)[-1], median(floor_keys)
            print(
                f"| {kind} {name} | {show:.1f} | {ours:.2f} / {worst:.2f}"
                f" | {floor:.1f} | {floor_key:.2f} | {floor_key / ours:.1f} |"
            )


if __name__ == "__main__":
    main()
