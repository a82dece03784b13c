"""References in lists, tables, checklists and cards can be followed by hand and by keyboard."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.analysis.cause_reference import REFERENCES
from jwtdesk.analysis.hypothesis import Confidence, Explanation
from jwtdesk.ui import browser
from jwtdesk.ui.dialogs.steps import StepsDialog
from jwtdesk.ui.panes.payload import PayloadPane
from jwtdesk.ui.parts.cause_card import CauseCard
from jwtdesk.ui.parts.note import Note
from jwtdesk.ui.parts.note_list import NoteList
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.reference_link import ReferenceLink
from tests.end2end.person import Person
from tests.ui.desk import TOKEN
from tests.ui.following import RFC, Browser

SHIFT = Qt.KeyboardModifier.ShiftModifier
NOTES = (
    Note("info", "info", "A title", "Why it matters.", "RFC 8725 section 3.1", placed=True),
    Note("info", "info", "Another", "Why.", "draft-ietf-oauth-rfc7523bis section 4", fix="Mend"),
    Note("info", "info", "A third", "No page is known.", "Acme handbook"),
)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Put a browser in place that only notes."""
    noting = Browser()
    monkeypatch.setattr(browser, "QDesktopServices", noting)
    return noting


def notes_shown(qtbot: QtBot, theme: Theme, width: int) -> NoteList:
    """Return a list of three remarks."""
    shown = NoteList()
    qtbot.addWidget(shown)
    shown.set_theme(theme)
    shown.resize(width, 400)
    shown.show_notes(NOTES, "")
    shown.show()
    return shown


@pytest.mark.parametrize("width", [300, 900])
def test_a_painted_reference_is_pressed(
    qtbot: QtBot, dressed: Theme, pages: Browser, width: int
) -> None:
    """Beside the title or below the detail: a click on it opens the page and goes nowhere else."""
    shown = notes_shown(qtbot, dressed, width)
    gone: list[int] = []
    shown.chosen.connect(gone.append)
    for row in range(3):
        at = shown.reference_point(row)
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert pages.opened == [
        f"{RFC}8725#section-3.1",
        "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc7523bis#section-4",
    ]
    assert gone == [2], "what leads nowhere is part of its row"


def test_a_painted_reference_shows_that_it_is_one(qtbot: QtBot, dressed: Theme) -> None:
    """The pointer becomes a hand over it, and an arrow again beside it."""
    shown = notes_shown(qtbot, dressed, 600)
    QTest.mouseMove(shown.viewport(), shown.reference_point(1))
    assert shown.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert shown.pointed_reference is NOTES[1]
    QTest.mouseMove(shown.viewport(), QPoint(300, 390))

    assert shown.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    assert shown.pointed_reference is None


def test_a_key_follows_the_reference_of_a_row(qtbot: QtBot, dressed: Theme, pages: Browser) -> None:
    """Shift and Enter follow; Enter alone goes to the place, as ever."""
    shown = notes_shown(qtbot, dressed, 600)
    gone: list[int] = []
    shown.chosen.connect(gone.append)
    shown.setCurrentRow(0)
    QTest.keyClick(shown, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(shown, Qt.Key.Key_Return)

    assert pages.opened == [f"{RFC}8725#section-3.1"]
    assert gone == [0]


def menu_of(widget: QWidget, at: QPoint, reason: QContextMenuEvent.Reason) -> QMenu | None:
    """Ask `widget` for its menu."""
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, at))
    found = widget.findChild(QMenu)
    return found if isinstance(found, QMenu) else None


def test_a_row_has_a_menu(qtbot: QtBot, dressed: Theme) -> None:
    """By pointer and by keyboard the link of a row can be copied; a row without one has no menu."""
    shown = notes_shown(qtbot, dressed, 600)
    place = shown.visualItemRect(shown.item(2)).center()
    mouse, keyboard = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    assert menu_of(shown.viewport(), place, mouse) is None
    shown.setCurrentRow(0)
    shown.contextMenuEvent(QContextMenuEvent(keyboard, QPoint(1, 1), QPoint(1, 1)))
    menu = shown.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()

    assert QGuiApplication.clipboard().text() == f"{RFC}8725#section-3.1"


def table_of(desk: Person) -> QTableWidget:
    """Paste a token and show its claims as a table with room for every column."""
    desk.window.resize(1900, 900)
    desk.paste(TOKEN)
    cast(PayloadPane, desk.window.pane("payload")).show_view("table")
    desk.wait()
    table = desk.find("claimsTable")
    assert isinstance(table, QTableWidget)
    QApplication.processEvents()
    assert not table.isColumnHidden(4)
    return table


def test_a_row_of_the_table_is_followed(desk: Person, pages: Browser) -> None:
    """A click on “Defined in”, or Shift and Enter anywhere in the row, opens its page."""
    table = table_of(desk)
    named = next(row for row in range(table.rowCount()) if _text(table, row, 4))
    cell = table.visualItemRect(table.item(named, 4))  # type: ignore[arg-type]  # it is there
    beside = table.visualItemRect(table.item(named, 0))  # type: ignore[arg-type]  # as above
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=beside.center())
    assert pages.opened == []
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    QTest.keyClick(table, Qt.Key.Key_Return, SHIFT)

    assert len(pages.opened) == 2
    assert pages.opened[0] == pages.opened[1]
    assert pages.opened[0].startswith("https://")
    assert pages.opened[0] in _tip(table, named)


def _text(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item is not None else ""


def _tip(table: QTableWidget, row: int) -> str:
    item = table.item(row, 0)
    return item.toolTip() if item is not None else ""


def test_the_reference_of_a_row_looks_like_a_link(desk: Person) -> None:
    """It has the colour of what can be pressed, and is heard as what opens the browser."""
    table = table_of(desk)
    named = next(row for row in range(table.rowCount()) if _text(table, row, 4))
    item = table.item(named, 4)
    assert item is not None

    assert item.foreground().color().name() == desk.window.looks.theme.accent.lower()
    assert str(item.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", opens in the browser")


def test_every_check_of_a_profile_is_a_link(desk: Person) -> None:
    """The checklist's references are links that the tab key reaches."""
    desk.paste(TOKEN)
    pane = cast(PayloadPane, desk.window.pane("payload"))
    pane.show_view("profile")
    picker = desk.find("profilePicker")
    picker.setCurrentIndex(1)  # type: ignore[attr-defined]  # it is a combo box
    picker.activated.emit(1)  # type: ignore[attr-defined]  # as above
    desk.wait()
    links = desk.find("profileView").findChildren(ReferenceLink)

    assert links
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in links)


def test_a_diagnosis_is_a_link_too(qtbot: QtBot, pages: Browser) -> None:
    """Each card says where to read on."""
    card = CauseCard(Explanation("ecdsa-der", "Title.", "Evidence.", Confidence.PROVEN))
    qtbot.addWidget(card)
    card.reference.click()

    assert card.reference.reference == REFERENCES["ecdsa-der"]
    assert pages.opened == [f"{RFC}7518#section-3.4"]


def test_every_step_says_where_it_is_prescribed(desk: Person) -> None:
    """The steps of the check have their sections of the RFCs as links."""
    desk.do("sample")
    dialog = StepsDialog(desk.window, desk.session)
    desk.qtbot.addWidget(dialog)

    assert len(dialog.findChildren(ReferenceLink)) == len(dialog.steps)
