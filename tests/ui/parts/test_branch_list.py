"""The list of layers and signatures: reached by keys and pointer, and read out whole."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jwtdesk.ui.parts.branch import Branch, Line
from jwtdesk.ui.parts.branch_list import MOST_ROWS, BranchList
from jwtdesk.ui.theme import Theme

ROWS = (
    Branch("ok", "Outer", (Line("Outermost"),), mark="in the panes", tip="All of it"),
    Branch("warn", "Inner", (Line("Why not", "warn", whole=True, icon="warning"),), guides=(True,)),
    Branch("bad", "Deep", (Line("x"),), guides=(True, False), removal="remove it", enter="show it"),
    Branch("pending", "Last", guides=(False,), icon="certificate"),
)


@pytest.fixture(name="shown")
def _shown(qtbot: QtBot, dressed: Theme) -> BranchList:
    listed = BranchList("rows", "Rows")
    qtbot.addWidget(listed)
    listed.set_theme(dressed)
    listed.resize(340, 400)
    listed.show_branches(ROWS)
    listed.show()
    qtbot.waitExposed(listed)
    return listed


def spoken(listed: BranchList, row: int) -> str:
    """Return what a screen reader says of a row."""
    return str(listed.item(row).data(Qt.ItemDataRole.AccessibleTextRole))


def middle(listed: BranchList, row: int) -> QPoint:
    """Return the middle of a row."""
    return listed.visualItemRect(listed.item(row)).center()


def test_a_row_is_read_out_whole(shown: BranchList) -> None:
    """Title, whether it is the one shown, how deep, the words below, and what keys do."""
    assert spoken(shown, 0) == "Outer. in the panes. Outermost. All of it"
    assert spoken(shown, 2) == ("Deep. level 3. x. Enter: show it. Delete: remove it")


def test_the_row_in_the_panes_is_the_current_one(shown: BranchList) -> None:
    """When another one is put there, the list goes to it; else it stays where the user is."""
    assert shown.currentRow() == 0
    shown.setCurrentRow(2)
    again = (*ROWS[:3], Branch("ok", "Last", guides=(False,)))
    shown.show_branches(again)
    assert shown.currentRow() == 2
    moved = (Branch("ok", "Outer"), *again[1:3], Branch("ok", "Last", mark="in the panes"))
    shown.show_branches(moved)
    assert shown.currentRow() == 3
    shown.show_branches(moved[:1])
    assert shown.count() == 1


def test_it_is_as_high_as_its_first_rows(shown: BranchList) -> None:
    """More rows are scrolled to."""
    assert shown.rows_height(1) < shown.rows_height()
    shown.show_branches(ROWS * 5)
    assert shown.rows_height() == sum(shown.sizeHintForRow(row) for row in range(MOST_ROWS))


def test_a_word_that_must_be_read_whole_wraps(qtbot: QtBot, dressed: Theme) -> None:
    """A narrow list is higher, and says that it is."""
    listed = BranchList("rows", "Rows")
    qtbot.addWidget(listed)
    listed.set_theme(dressed)
    listed.show_branches((Branch("ok", "A", (Line("word " * 30, whole=True),)),))
    listed.resize(600, 200)
    listed.show()
    qtbot.waitExposed(listed)
    wide = listed.rows_height()
    with qtbot.waitSignal(listed.measured):
        listed.resize(220, 200)
    assert listed.rows_height() > wide


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_chooses(qtbot: QtBot, shown: BranchList, key: Qt.Key) -> None:
    """The row that the arrow keys led to."""
    QTest.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.chosen) as told:
        QTest.keyClick(shown, key)
    assert told.args == [1]


def test_delete_removes_where_something_can_be_removed(qtbot: QtBot, shown: BranchList) -> None:
    """Elsewhere it does nothing."""
    with qtbot.assertNotEmitted(shown.removed):
        QTest.keyClick(shown, Qt.Key.Key_Delete)
    shown.setCurrentRow(2)
    with qtbot.waitSignal(shown.removed) as told:
        QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert told.args == [2]


def test_a_click_chooses_and_the_bin_removes(qtbot: QtBot, shown: BranchList) -> None:
    """Each with the left button only, and nothing beside the rows."""
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    with qtbot.waitSignal(shown.chosen) as told:
        QTest.mouseClick(shown.viewport(), left, pos=middle(shown, 1))
    assert told.args == [1]
    with qtbot.waitSignal(shown.removed) as told, qtbot.assertNotEmitted(shown.chosen):
        QTest.mouseClick(shown.viewport(), left, pos=shown.bin_point(2))
    assert told.args == [2]
    with qtbot.assertNotEmitted(shown.chosen):
        QTest.mouseClick(shown.viewport(), right, pos=middle(shown, 1))
        QTest.mouseClick(shown.viewport(), left, pos=QPoint(20, 390))


def test_the_bin_lights_up_below_the_pointer(qtbot: QtBot, shown: BranchList) -> None:
    """Only its own, and no longer once the pointer has left."""
    view = shown.viewport()
    QTest.mouseMove(view, middle(shown, 0))
    qtbot.waitUntil(lambda: view.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    QTest.mouseMove(view, shown.bin_point(2))
    qtbot.waitUntil(lambda: shown.pointed_bin == ROWS[2])
    QTest.mouseMove(view, QPoint(20, 390))
    qtbot.waitUntil(lambda: shown.pointed_bin is None)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_marked_row_is_told_by_more_than_a_colour(shown: BranchList) -> None:
    """A bar stands at its edge, and its words are on it."""
    picture = shown.viewport().grab().toImage()
    first, last = middle(shown, 0), middle(shown, 3)
    bar, plain = picture.pixelColor(1, first.y()), picture.pixelColor(1, last.y())
    assert shown.theme is not None
    assert bar.name().upper() == shown.theme.accent
    assert plain != bar


def test_nothing_is_drawn_without_a_theme(qtbot: QtBot) -> None:
    """A list that is not dressed yet draws no rows, and fails on nothing."""
    listed = BranchList("rows", "Rows")
    qtbot.addWidget(listed)
    listed.show_branches(ROWS)
    assert listed.theme is None
    assert not listed.grab().isNull()
