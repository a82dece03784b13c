"""Keys cross folds as if they were not there, indent when asked, and leave undo to the window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.editors.long_lines import Folding
from tests.ui.editors.conftest import MakeEditor
from tests.ui.editors.hands import CONTROL, NONE, SHIFT, press, said, shown, write

Key = Qt.Key


@pytest.fixture
def folded(edit: LinkedEditor) -> LinkedEditor:
    """Return an editor that shows "abcdefghij" as "abcd", "efgh", "ij"."""
    edit._folding = Folding(longest=6, piece=4)
    edit.show_text("abcdefghij")
    assert shown(edit) == "abcd\nefgh\nij"
    return edit


def test_arrows_cross_folds(folded: LinkedEditor) -> None:
    """Each press of an arrow key moves one character, there and back."""
    carets: list[int] = []
    folded.caret_moved.connect(carets.append)

    for key in [Key.Key_Right] * 10 + [Key.Key_Left] * 10:
        press(folded, key)

    assert carets == [*range(1, 11), *range(9, -1, -1)]


def test_selecting_crosses_folds(folded: LinkedEditor) -> None:
    """Shift and arrow select one character a press."""
    folded.go_to(3)

    press(folded, Key.Key_Right, SHIFT)
    press(folded, Key.Key_Right, SHIFT)

    assert folded.selected_text() == "de"


@pytest.mark.parametrize(
    ("key", "at", "text", "caret"),
    [
        (Key.Key_Backspace, 4, "abcefghij", 3),
        (Key.Key_Backspace, 5, "abcdfghij", 4),
        (Key.Key_Delete, 4, "abcdfghij", 4),
        (Key.Key_Delete, 3, "abcefghij", 3),
    ],
)
def test_deleting_crosses_folds(
    folded: LinkedEditor, key: Key, at: int, text: str, caret: int
) -> None:
    """A deletion beside a fold removes a character, not the fold."""
    folded.go_to(at)

    press(folded, key)

    assert (folded.text(), folded.caret()) == (text, caret)


def test_deleting_before_a_fold_crosses_it(folded: LinkedEditor) -> None:
    """The caret can stand at the end of a piece too; Delete there removes what comes next."""
    folded.go_to(0)
    press(folded, Key.Key_End)

    press(folded, Key.Key_Delete)

    assert folded.text() == "abcdfghij"


def test_deleting_a_word_crosses_folds(folded: LinkedEditor) -> None:
    """Deleting the word before a fold takes its part before the fold."""
    folded.go_to(4)

    press(folded, Key.Key_Backspace, CONTROL)

    assert folded.text() == "efghij"


def test_a_growing_line_is_folded_under_the_caret(edit: LinkedEditor) -> None:
    """A line that grows too long is folded while it is typed, and the caret stays where it is."""
    edit._folding = Folding(longest=6, piece=4)

    write(edit, "abcdefghij")

    assert edit.text() == "abcdefghij"
    assert edit.caret() == 10
    assert all(len(line) <= 6 for line in shown(edit).split("\n"))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", "\n"),
        ("  x", "  x\n  "),
        ("{", "{\n  "),
        ("  [ ", "  [ \n    "),
        ("\t{", "\t{\n\t\t"),
        ('  "a": 1,', '  "a": 1,\n  '),
    ],
)
def test_enter_keeps_the_indentation(make_editor: MakeEditor, text: str, after: str) -> None:
    """A new line begins where the old one did, deeper after an opening bracket."""
    edit = make_editor(text, indents=True)
    edit.go_to(len(text))

    press(edit, Key.Key_Return)

    assert edit.text() == after


def test_enter_is_plain_unless_asked(edit: LinkedEditor) -> None:
    """Without indentation Enter types a line feed and no more."""
    edit.show_text("  {")
    edit.go_to(3)

    press(edit, Key.Key_Return)

    assert edit.text() == "  {\n"


def test_nothing_is_closed_for_the_typist(make_editor: MakeEditor) -> None:
    """What is typed is what is stored."""
    edit = make_editor(indents=True)

    write(edit, '{["')

    assert edit.text() == '{["'


def test_tab_moves_on(qtbot: QtBot) -> None:
    """The keyboard alone gets out of an editor; a tab is never typed."""
    page = QWidget()
    qtbot.addWidget(page)
    edit, field = LinkedEditor(), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(edit)
    column.addWidget(field)
    page.show()
    page.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)

    press(edit, Key.Key_Tab)

    assert field.hasFocus()
    assert edit.text() == ""


@pytest.mark.parametrize(
    ("key", "held"),
    [(Key.Key_Z, CONTROL), (Key.Key_Z, CONTROL | SHIFT), (Key.Key_Y, CONTROL)],
)
def test_undo_is_the_windows(qtbot: QtBot, key: Key, held: Qt.KeyboardModifier) -> None:
    """Undo and redo reach the window's actions and change nothing here."""
    window = QMainWindow()
    qtbot.addWidget(window)
    edit = LinkedEditor()
    window.setCentralWidget(edit)
    asked: list[bool] = []
    action = QAction(window)
    action.setShortcuts(
        [QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")]
    )
    action.triggered.connect(lambda: asked.append(True))
    window.addAction(action)
    window.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    write(edit, "ab")

    press(edit, key, held)

    assert len(asked) == 1
    assert edit.text() == "ab"


def test_undo_without_a_window_does_nothing(edit: LinkedEditor) -> None:
    """Qt's own undo is off: it would know of one pane only."""
    write(edit, "ab")
    heard = said(edit)

    press(edit, Key.Key_Z, CONTROL)

    assert (heard, edit.text()) == ([], "ab")


@pytest.mark.parametrize(
    ("key", "steps"),
    [(Key.Key_Plus, 1), (Key.Key_Equal, 1), (Key.Key_Minus, -1), (Key.Key_0, 0)],
)
def test_keys_zoom(edit: LinkedEditor, key: Key, steps: int) -> None:
    """Control with plus, minus and 0 asks for larger, smaller and ordinary text."""
    asked: list[int] = []
    edit.zoomed.connect(asked.append)

    press(edit, key, CONTROL)

    assert asked == [steps]
    assert edit.text() == ""


def test_larger_text_is_larger(edit: LinkedEditor) -> None:
    """A scaled text has larger characters on higher rows, and returns to the ordinary size."""
    edit.show_text("a\nb")
    ordinary = edit.cursorRect().height(), edit.blockBoundingRect(edit.document().firstBlock())

    edit.set_scale(1.5)
    larger = edit.cursorRect().height(), edit.blockBoundingRect(edit.document().firstBlock())
    edit.set_scale(1.0)
    again = edit.cursorRect().height(), edit.blockBoundingRect(edit.document().firstBlock())

    assert larger[0] > ordinary[0]
    assert larger[1].height() > ordinary[1].height() == 20
    assert again == ordinary


@pytest.mark.parametrize(("turn", "steps"), [(120, [1]), (-120, [-1])])
def test_the_wheel_zooms_with_control(edit: LinkedEditor, turn: int, steps: list[int]) -> None:
    """Control and the wheel zoom; the wheel alone does not."""
    asked: list[int] = []
    edit.zoomed.connect(asked.append)

    for held in (CONTROL, NONE):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(edit.viewport(), event)

    assert asked == steps


def test_control_keys_type_nothing(edit: LinkedEditor) -> None:
    """A shortcut that nobody has taken leaves the text alone."""
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_J, CONTROL, "\x0a")

    QApplication.sendEvent(edit, event)
    QTest.keyClick(edit, Key.Key_F5)

    assert edit.text() == ""
