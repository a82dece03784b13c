"""Text that comes and goes by clipboard and dragging is exact and plain."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from jwtdesk.ui.editors.linked_editor import LinkedEditor
from tests.ui.editors.hands import CONTROL, drop, plain, press, said

ODD = "a\r\nb\u00a0c\u2028"
LONG = "x" * 5000


@pytest.mark.parametrize("text", [ODD, LONG])
def test_copies_are_exact(edit: LinkedEditor, text: str) -> None:
    """A copy has no folds and no stand-ins, and no rich form beside the plain one."""
    edit.show_text(text)
    edit.selectAll()

    press(edit, Qt.Key.Key_C, CONTROL)

    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == text
    assert not data.hasHtml()


def test_cutting_takes_what_it_copies(edit: LinkedEditor) -> None:
    """A cut moves the exact selection to the clipboard."""
    edit.show_text("1\r\n2")
    edit.select(1, 3)
    heard = said(edit)

    press(edit, Qt.Key.Key_X, CONTROL)

    assert QGuiApplication.clipboard().text() == "\r\n"
    assert heard == ["12"]


@pytest.mark.parametrize("text", [ODD, LONG])
def test_pastes_are_exact(edit: LinkedEditor, text: str) -> None:
    """What is pasted is what is stored, and is said once; the caret stands behind it."""
    edit.show_text("[]")
    edit.go_to(1)
    heard = said(edit)
    QGuiApplication.clipboard().setText(text)

    press(edit, Qt.Key.Key_V, CONTROL)

    assert heard == [f"[{text}]"]
    assert edit.caret() == len(text) + 1


def test_rich_text_is_never_read(edit: LinkedEditor) -> None:
    """Of a rich text only its plain form is pasted; without one nothing is."""
    rich = QMimeData()
    rich.setHtml("<img src='file:///etc/hostname'>")
    both = plain("<b>")
    both.setHtml("<b>bold</b>")

    edit.insertFromMimeData(rich)
    edit.insertFromMimeData(both)

    assert edit.text() == "<b>"


def test_files_belong_to_the_window(edit: LinkedEditor) -> None:
    """A dropped file is not taken for its name."""
    files = plain("/home/ada/token.txt")
    files.setUrls([QUrl.fromLocalFile("/home/ada/token.txt")])

    event = drop(edit, files, 0)

    assert not event.isAccepted()
    assert edit.text() == ""


def test_dropped_text_is_exact(edit: LinkedEditor) -> None:
    """Text from another program goes where it is dropped."""
    edit.show_text("1\r2")
    heard = said(edit)

    drop(edit, plain("\u00a0"), 2)

    assert heard == ["1\r\u00a02"]


@pytest.mark.parametrize(
    ("target", "text"), [(0, "cdab\r\rcd"), (8, "ab\r\rcdcd"), (4, "ab\rcd\rcd")]
)
def test_dragging_moves_the_selection_only(edit: LinkedEditor, target: int, text: str) -> None:
    """A selection dragged within the editor moves, and what lies between stays as it was."""
    edit.show_text("ab\rcd\rcd")
    edit.select(3, 5)
    heard = said(edit)

    drop(edit, plain("cd"), target, Qt.DropAction.MoveAction, own=True)

    assert edit.text() == text
    assert heard == [text] * (text != "ab\rcd\rcd")
    assert edit.selected_text() == "cd"


@pytest.mark.parametrize("act", ["paste", "drop"])
def test_what_is_read_only_stays(edit: LinkedEditor, act: str) -> None:
    """A pane that can only be looked at takes nothing."""
    edit.show_text("a")
    edit.set_exactness("Not exact.")

    if act == "paste":
        edit.insertFromMimeData(plain("b"))
    else:
        assert not drop(edit, plain("b"), 0).isAccepted()

    assert edit.text() == "a"
