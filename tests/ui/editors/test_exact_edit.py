"""The editor shows a text exactly and says exactly what it became, driven by keys."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from jwtdesk.ui.editors import exact_edit
from jwtdesk.ui.editors.exact_view import view_of
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.editors.long_lines import Folding
from jwtdesk.ui.editors.stand_ins import seen
from tests.ui.editors.conftest import MakeEditor
from tests.ui.editors.hands import compose, press, said, shown, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ODD = 'a"\n\r\u00a0\u2028\u2029\ufdd0\ufeff\ud800\U0001f600\x00\u25af\u202e'


@pytest.mark.parametrize(
    "text", ["a\r\nb", "a\u00a0b", "\u2028", "\ufdd0\ufdd1", "\x00", "\udc00", "\ufeff"]
)
def test_what_qt_would_change_is_kept(edit: LinkedEditor, text: str) -> None:
    """An edit beside a character that Qt changes or drops leaves it as it was."""
    edit.show_text(text)
    heard = said(edit)
    edit.go_to(len(text))

    write(edit, "x")

    assert edit.text() == text + "x"
    assert heard == [text + "x"]


@pytest.mark.parametrize("text", ["", "abc", "a\r\nb", "x" * 9000])
def test_showing_says_nothing(edit: LinkedEditor, text: str) -> None:
    """The model's own text makes no echo, not even shown twice."""
    heard = said(edit)

    edit.show_text(text)
    edit.show_text("between")
    edit.show_text(text)
    edit.show_text(text)

    assert heard == []
    assert edit.text() == text


def test_what_was_said_is_not_drawn_again(edit: LinkedEditor) -> None:
    """The answer to an edit finds the text already there: nothing changes in the document."""
    write(edit, "ab")
    revision = edit.document().revision()

    edit.show_text("ab")

    assert edit.document().revision() == revision


def test_half_a_character_is_never_left(edit: LinkedEditor) -> None:
    """A gesture that cuts a pair of surrogates removes the character, in text and widget alike."""
    edit.show_text("a\U0001f600b")
    cursor = edit.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(2, cursor.MoveMode.KeepAnchor)

    cursor.removeSelectedText()

    assert edit.text() == shown(edit) == "ab"


def test_a_change_far_from_the_caret_is_heard(edit: LinkedEditor) -> None:
    """A program may edit where the caret is not."""
    edit.show_text("abcdef")
    edit.go_to(6)
    cursor = QTextCursor(edit.document())
    cursor.setPosition(1)

    cursor.deleteChar()

    assert (edit.text(), edit.caret()) == ("acdef", 5)


def test_every_key_is_said_once(edit: LinkedEditor) -> None:
    """Each key press is one edit with the whole text."""
    heard = said(edit)

    write(edit, "a\nb")
    press(edit, Key.Key_Backspace)

    assert heard == ["a", "a\n", "a\nb", "a\n"]


@pytest.mark.parametrize(
    ("act", "text"),
    [
        (lambda edit: edit.setPlainText("x\r\ny"), "x\r\ny"),
        (lambda edit: edit.insertPlainText("\u2028"), "\u2028abc"),
        (lambda edit: edit.appendPlainText("d"), "abc\nd"),
        (lambda edit: edit.clear(), ""),
        (lambda edit: edit.textCursor().insertText("z"), "zabc"),
    ],
)
def test_a_program_edits_as_a_person_does(
    edit: LinkedEditor, act: Callable[[LinkedEditor], None], text: str
) -> None:
    """Automation that uses Qt's own calls is heard, exactly, and reads the exact text back."""
    edit.show_text("abc")
    heard = said(edit)

    act(edit)

    assert heard == [text]
    assert edit.toPlainText() == text


def test_caret_and_selection_stay_with_their_text(edit: LinkedEditor) -> None:
    """A change elsewhere moves the caret with the text it stands in."""
    edit.show_text("one two three")
    edit.select(4, 7)

    edit.show_text("ONE AND two three")

    assert edit.selected_text() == "two"


def test_the_caret_is_told_in_code_points(edit: LinkedEditor) -> None:
    """An emoji before the caret counts as one; standing still says nothing."""
    carets: list[int] = []
    edit.show_text("\U0001f600ab")
    edit.caret_moved.connect(carets.append)

    for key in (Key.Key_Right, Key.Key_Right, Key.Key_End, Key.Key_End):
        press(edit, key)

    assert carets == [1, 2, 3]


@pytest.mark.parametrize(
    "act",
    [
        lambda edit: write(edit, "x"),
        lambda edit: edit.insertPlainText("xyz"),
        lambda edit: edit.setPlainText("other"),
        lambda edit: edit.show_text("x"),
    ],
)
def test_the_caret_is_told_after_its_text(
    edit: LinkedEditor, act: Callable[[LinkedEditor], None]
) -> None:
    """Whoever listens knows the text in which the caret is, and hears of no place between."""
    edit.show_text("abc")
    edit.go_to(2)
    heard: list[object] = []
    edit.edited.connect(heard.append)
    edit.caret_moved.connect(lambda offset: heard.append((offset, edit.holding())))

    act(edit)

    assert heard[-1] == (edit.caret(), False)
    assert len(heard) <= 2


def test_going_somewhere_shows_it(make_editor: MakeEditor) -> None:
    """The caret can be sent to any offset, which is then in sight."""
    edit = make_editor("\n".join(str(number) for number in range(500)))

    edit.go_to(len(edit.text()))

    assert edit.caret() == len(edit.text())
    assert edit.viewport().rect().contains(edit.cursorRect().center())


def test_the_view_does_not_jump(make_editor: MakeEditor, qtbot: QtBot) -> None:
    """When lines above come or go, an editor without the keyboard keeps its first line."""
    edit = make_editor("\n".join(f"line {number}" for number in range(300)))
    edit.verticalScrollBar().setValue(100)
    edit.clearFocus()
    qtbot.waitUntil(lambda: not edit.hasFocus())

    edit.show_text("new\nnew\n" + edit.text())

    assert edit.firstVisibleBlock().text() == "line 100"


@pytest.fixture
def patient(edit: LinkedEditor, monkeypatch: pytest.MonkeyPatch) -> LinkedEditor:
    """Return an editor that takes a text of a thousand characters for a large one."""
    monkeypatch.setattr(exact_edit, "_HOLD_ABOVE", 1000)
    return edit


def test_a_large_text_is_said_after_a_pause(patient: LinkedEditor, qtbot: QtBot) -> None:
    """Typing in a large text says it once, when the hands rest; meanwhile the editor holds it."""
    patient.show_text("x" * 2_000)
    heard = said(patient)

    write(patient, "ab")

    assert (heard, patient.holding()) == ([], True)
    qtbot.waitUntil(lambda: not patient.holding())
    assert heard == ["ab" + "x" * 2_000]


def test_leaving_says_what_is_held(patient: LinkedEditor, qtbot: QtBot) -> None:
    """Another pane never speaks before this one has said its last word."""
    patient.show_text("x" * 2_000)
    heard = said(patient)
    write(patient, "a")

    patient.clearFocus()
    qtbot.waitUntil(lambda: not patient.hasFocus())

    assert len(heard) == 1
    assert not patient.holding()


def test_an_old_answer_does_not_undo_what_is_held(patient: LinkedEditor) -> None:
    """While an edit is held back, the model's older text leaves it alone."""
    large = "x" * 2_000
    patient.show_text(large)
    write(patient, "a")

    patient.show_text(large)

    assert patient.text() == "a" + large


def test_composing_is_no_edit(edit: LinkedEditor) -> None:
    """An input method's unfinished word is not text; the finished one is said once."""
    edit.show_text("ab")
    edit.go_to(1)
    heard = said(edit)

    compose(edit, preedit="ni")
    assert (heard, edit.text()) == ([], "ab")
    compose(edit, commit="\u4f60")

    assert heard == ["a\u4f60b"]


def test_composing_is_not_disturbed(edit: LinkedEditor) -> None:
    """A text that arrives in the middle of a word waits for its end."""
    edit.show_text("ab")
    compose(edit, preedit="ni")

    edit.show_text("cd")
    assert edit.text() == "ab"
    compose(edit)

    assert edit.text() == "cd"


def test_a_finished_word_is_newer_than_what_waited(edit: LinkedEditor) -> None:
    """What was typed last wins over a text that arrived while it was typed."""
    compose(edit, preedit="ni")
    edit.show_text("cd")

    compose(edit, commit="\u4f60")

    assert edit.text() == "\u4f60"


def test_typing_over_everything_replaces_the_hidden_end(edit: LinkedEditor) -> None:
    """Select all means all, also what is not shown."""
    edit.show_beginning(10)
    edit.show_text("y" * 30)
    edit.selectAll()

    assert edit.selected_text() == "y" * 30
    write(edit, "z")

    assert edit.text() == "z"


def test_an_edit_of_the_beginning_keeps_the_hidden_end(edit: LinkedEditor) -> None:
    """A splice in what is shown is a splice of the whole."""
    edit.show_beginning(10)
    edit.show_text("y" * 30)

    write(edit, "z")

    assert edit.text() == "z" + "y" * 30
    assert shown(edit) == "z" + "y" * 10
    edit.show_all()
    assert shown(edit) == edit.text()


def test_a_long_line_is_typed_away_to_nothing(edit: LinkedEditor) -> None:
    """Backspace after Backspace leaves an empty document, where the caret is in the first line."""
    edit._folding = Folding(longest=7, piece=3)
    edit.show_text("a" * 20)
    edit.go_to(20)

    for _key in range(20):
        press(edit, Key.Key_Backspace)

    assert (edit.text(), shown(edit)) == ("", "")


def test_a_key_beside_an_emptied_piece_does_something(edit: LinkedEditor) -> None:
    """Where a piece of a folded line was emptied, Delete and Backspace act as in any text."""
    edit._folding = Folding(longest=7, piece=3)
    edit.show_text("a" * 13)
    edit.go_to(13)

    for key in [*[Key.Key_Backspace] * 4, Key.Key_Delete, Key.Key_Backspace]:
        press(edit, key)

    assert edit.text() == "a" * 8


@dataclass
class Hand:
    """What a person would expect of a plain text: the model that the editor is held to."""

    text: str
    anchor: int = 0
    caret: int = 0

    def put(self, inserted: str) -> None:
        """Replace the selection."""
        start, end = sorted((self.anchor, self.caret))
        self.text = self.text[:start] + inserted + self.text[end:]
        self.anchor = self.caret = start + len(inserted)

    def remove(self, by: int) -> None:
        """Remove the selection or the character beside the caret."""
        if self.anchor == self.caret:
            self.anchor = min(max(self.caret + by, 0), len(self.text))
        self.put("")


GESTURES = st.one_of(
    st.tuples(st.just("select"), st.integers(0, 60), st.integers(0, 60)),
    st.tuples(st.just("type"), st.sampled_from(["x", "\u25af", "\u00a0", "\U0001f600", "\n"])),
    st.tuples(st.just("paste"), st.text(alphabet=ODD, max_size=15)),
    st.tuples(st.just("compose"), st.sampled_from(["\u4f60\u597d", "\u21b5"])),
    st.tuples(st.just("back")),
    st.tuples(st.just("delete")),
    st.tuples(st.just("show"), st.text(alphabet=ODD, max_size=40)),
)


def deselect(edit: LinkedEditor, hand: Hand, text: str) -> None:
    """Do not type a stand-in over what it stands for: that looks as before (see `gesture`)."""
    if seen(edit.selected_text()) != edit.selected_text() and text in "\u25af\u21b5":
        hand.anchor = hand.caret
        edit.select(hand.caret, hand.caret)


def do(edit: LinkedEditor, hand: Hand, gesture: tuple[object, ...]) -> None:
    """Make one gesture, in the editor and in the model of it."""
    match gesture:
        case ("select", int(anchor), int(caret)):
            hand.anchor, hand.caret = (min(place, len(hand.text)) for place in (anchor, caret))
            edit.select(hand.anchor, hand.caret)
        case ("type", str(text)):
            deselect(edit, hand, text)
            write(edit, text)
            hand.put(text)
        case ("paste", str(text)):
            edit.insertPlainText(text)
            hand.put(text)
        case ("compose", str(text)):
            deselect(edit, hand, text)
            compose(edit, commit=text)
            hand.put(text)
        case ("back",):
            press(edit, Key.Key_Backspace)
            hand.remove(-1)
        case ("delete",):
            press(edit, Key.Key_Delete)
            hand.remove(1)
        case ("show", str(text)):
            edit.show_text(text)
            hand.text = text
            hand.anchor = hand.caret = edit.caret()
            edit.select(hand.caret, hand.caret)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(start=st.text(alphabet=ODD, max_size=40), gestures=st.lists(GESTURES, max_size=12))
def test_any_gestures_change_only_what_they_touch(
    edit: LinkedEditor, start: str, gestures: list[tuple[object, ...]]
) -> None:
    """Random keys on random texts, folds everywhere: the exact text is that of a plain model."""
    edit._folding = Folding(longest=7, piece=3)
    edit.show_text("")
    edit.show_text(start)
    assert edit.view() == view_of(start, edit._folding)  # nothing is left of the last example
    edit.select(0, 0)
    hand = Hand(start)
    for gesture in gestures:
        do(edit, hand, gesture)
        assert edit.text() == hand.text, gesture
        assert (edit.caret(), shown(edit)) == (hand.caret, edit.view().text), gesture
