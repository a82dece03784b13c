"""The editor around the text: strip, menu, folding by width, and a long life without leaks."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from jwtdesk.jose.problem import Problem, Span
from jwtdesk.ui.editors.annotations import Note
from jwtdesk.ui.editors.context_menu import context_menu
from jwtdesk.ui.editors.json_colours import JsonColourist
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.theme import Theme
from tests.ui.editors.conftest import MakeEditor
from tests.ui.editors.hands import picture, shown, write

TOKEN = "abcdefgh" * 1000


def test_a_hidden_end_is_offered(edit: LinkedEditor) -> None:
    """The strip says how much is shown, and its button shows the rest."""
    edit.show_beginning(1000)
    edit.show_text("x" * 3000)

    assert edit._strip.isVisible()
    assert edit._strip.words.text() == "First 1,000 of 3,000 characters"
    QTest.mouseClick(edit._strip.button, Qt.MouseButton.LeftButton)

    assert edit.hidden() == 0
    assert edit.view().exact == edit.text() == "x" * 3000
    assert not edit._strip.isVisible()


def test_what_was_shown_whole_stays_whole(edit: LinkedEditor) -> None:
    """After Show all an edit of the text hides nothing again; another long text does."""
    edit.show_beginning(1000)
    edit.show_text("x" * 3000)
    edit.show_all()

    write(edit, "a")
    edit.show_text("b" + "x" * 3000)
    assert edit.hidden() == 0

    edit.show_text("y" * 3000)
    assert edit.hidden() == 2000


def test_going_to_a_hidden_place_shows_it(edit: LinkedEditor) -> None:
    """A problem in the hidden end can be gone to."""
    edit.show_beginning(10)
    edit.show_text("x" * 30)

    edit.go_to(25)

    assert (edit.caret(), edit.hidden()) == (25, 0)


def test_a_text_that_cannot_be_exact_is_only_looked_at(edit: LinkedEditor) -> None:
    """The strip says why, nothing can be typed, and later it can again."""
    edit.set_exactness("These bytes are no text.")
    write(edit, "a")
    assert edit.text() == ""
    assert edit._strip.words.text() == "These bytes are no text."

    edit.set_exactness(None)
    write(edit, "a")

    assert edit.text() == "a"
    assert not edit._strip.isVisible()


def test_rows_are_full_at_every_width(make_editor: MakeEditor, qtbot: QtBot) -> None:
    """A folded token looks like one piece: no row but the last is short, also after resizing."""
    edit = make_editor(width=300)
    edit.set_wrap_anywhere(True)
    edit.show_text(TOKEN)

    for width in (300, 437, 512):
        edit.resize(width, 200)
        qtbot.waitUntil(lambda: not edit._refold_soon.isActive())
        picture(edit)
        rows = [row.textLength() for line in edit._lines(0, 200) for row in line.rows()]
        assert len(set(rows)) == 1, width
        assert edit.text() == TOKEN


def test_the_scroll_bar_knows_rows_that_were_never_seen(make_editor: MakeEditor) -> None:
    """The range is that of all rows from the start, not of those laid out so far."""
    edit = make_editor(width=300)
    edit.set_wrap_anywhere(True)
    edit.show_text(TOKEN)
    first = edit.verticalScrollBar().maximum()

    edit.go_to(len(TOKEN))
    picture(edit)

    assert first == pytest.approx(edit.verticalScrollBar().maximum(), abs=2)
    assert first > len(TOKEN) / 50


def test_refolding_keeps_the_caret(make_editor: MakeEditor, qtbot: QtBot) -> None:
    """Another width moves folds, not the caret, and says nothing."""
    edit = make_editor(width=300)
    edit.show_text(TOKEN)
    edit.select(3000, 3010)
    heard: list[str] = []
    edit.edited.connect(heard.append)

    edit.resize(420, 200)
    qtbot.waitUntil(lambda: not edit._refold_soon.isActive())

    assert edit.selected_text() == TOKEN[3000:3010]
    assert heard == []


def entries(menu: QMenu) -> dict[str, bool]:
    """Return the words of a menu and whether each can be chosen."""
    return {one.text(): one.isEnabled() for one in menu.actions() if not one.isSeparator()}


def test_the_menu_offers_what_is_possible(edit: LinkedEditor) -> None:
    """No undo of one pane; cut, copy and delete need a selection, paste needs plain text."""
    QGuiApplication.clipboard().setText("x")
    edit.addAction(QAction("Own", edit))

    empty = entries(context_menu(edit))
    edit.show_text("abc")
    edit.selectAll()
    full = entries(context_menu(edit))
    edit.setReadOnly(True)
    looked_at = entries(context_menu(edit))

    names = ["Own", "Cut", "Copy", "Paste", "Delete", "Select all"]
    assert list(empty) == list(full) == names
    assert [empty[name] for name in names] == [True, False, False, True, False, False]
    assert all(full.values())
    assert [looked_at[name] for name in names] == [True, False, True, False, False, True]


@pytest.mark.parametrize(("name", "text"), [("Delete", "1\n"), ("Cut", "1\n"), ("Paste", "1\nx\r")])
def test_the_menu_edits_exactly(edit: LinkedEditor, name: str, text: str) -> None:
    """What the menu does is an edit like any other."""
    edit.show_text("1\n2\r3")
    edit.select(2, 5)
    QGuiApplication.clipboard().setText("x\r")

    menu = context_menu(edit)
    next(one for one in menu.actions() if one.text() == name).trigger()

    assert edit.text() == text


def test_the_menu_opens_at_the_pointer(edit: LinkedEditor) -> None:
    """The right mouse button opens the menu, and closing it leaves nothing behind."""
    seen: list[dict[str, bool]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append(entries(menu))
        menu.close()

    QTimer.singleShot(0, look)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(edit.viewport(), event)

    assert "Copy" in seen[0]


def test_no_width_is_too_small(make_editor: MakeEditor) -> None:
    """An editor squeezed to nothing keeps its text."""
    edit = make_editor(TOKEN)

    edit.resize(1, 1)
    picture(edit)

    assert edit.text() == TOKEN


def test_a_thousand_edits_leave_nothing_behind(make_editor: MakeEditor) -> None:
    """A long session neither piles up objects nor drifts from the exact text."""
    edit = make_editor(indents=True)
    edit.set_colourist(JsonColourist())
    edit.set_gutter(True)

    def session() -> None:
        for number in range(100):
            edit.show_text(f'{{"a": {number}}}')
            write(edit, "x")
            edit.underline([Problem("code", "Words.", Span(0, number % 5))])
            edit.annotate([Note(0, f"note {number}")])
            edit.light([Span(0, 2)])
            picture(edit)

    session()
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(4):
        session()
    gc.collect()

    assert len(gc.get_objects()) - before < 200
    assert shown(edit) == edit.view().text


def test_an_editor_dies(qapp: QApplication, dark: Theme) -> None:
    """A closed editor is freed, with everything that it made."""
    edit = LinkedEditor()
    edit.set_theme(dark)
    edit.set_gutter(True)
    edit.show_text("abc")
    edit.show()
    gone = weakref.ref(edit)
    destroyed: list[bool] = []
    edit.destroyed.connect(lambda: destroyed.append(True))

    edit.deleteLater()
    del edit
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert destroyed == [True]
    assert gone() is None


def test_a_large_hidden_end_comes_piece_by_piece(edit: LinkedEditor, qtbot: QtBot) -> None:
    """Other work gets its turn in between; a place in it is gone to once it is shown."""
    text = "x" * 2_500_000
    edit.show_beginning(10)
    edit.show_text(text)

    edit.go_to(len(text))
    assert edit.showing()
    assert 0 < edit.hidden() < len(text) - 10

    qtbot.waitUntil(lambda: not edit.showing(), timeout=10_000)
    assert (edit.hidden(), edit.caret()) == (0, len(text))


def test_another_text_ends_the_showing(edit: LinkedEditor) -> None:
    """Of the text that takes its place only the beginning is shown again."""
    edit.show_beginning(10)
    edit.show_text("x" * 2_500_000)
    edit.show_all()

    edit.show_text("y" * 2_500_000)
    assert not edit.showing()
    assert edit.hidden() == 2_500_000 - 10
