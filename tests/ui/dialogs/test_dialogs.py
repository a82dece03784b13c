"""The dialogs: what they show, and that nothing is lost by closing them."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from jwtdesk.jose.read_token import read_token
from jwtdesk.model.edits import PayloadEdited
from jwtdesk.ui.dialogs.compare import Change, CompareDialog, compared
from jwtdesk.ui.dialogs.preferences import PreferencesDialog
from jwtdesk.ui.dialogs.shortcuts import ShortcutsDialog
from jwtdesk.ui.preferences import DARK
from tests.end2end.person import Person
from tests.ui.table import cell

T = TypeVar("T", bound=QDialog)


def _open(desk: Person, action: str, kind: type[T]) -> T:
    desk.window.action(action).trigger()
    (found,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
    assert isinstance(found, kind)
    return found


@pytest.mark.parametrize("action", ["shortcuts", "about", "privacy", "preferences"])
def test_escape_closes_every_dialog(desk: Person, action: str) -> None:
    """Nothing in a dialog is lost by leaving it."""
    dialog = _open(desk, action, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_compare_shows_what_changed(desk: Person) -> None:
    """The changed claim and the new signature, gone and new, and nothing else."""
    desk.do("sample")
    text = desk.session.shown.payload
    desk.window.store.dispatch(PayloadEdited(text.replace('"u"', '"v"')))
    desk.wait()
    dialog = _open(desk, "compare", CompareDialog)
    changed = [(one.change, one.text.strip()) for one in dialog.lines
               if one.change in (Change.GONE, Change.NEW)]  # fmt: skip
    dialog.accept()

    assert changed[:2] == [(Change.GONE, '"sub": "u",'), (Change.NEW, '"sub": "v",')]
    assert len(changed) == 4


def test_the_same_token_compares_as_the_same() -> None:
    """Nothing is gone and nothing is new."""
    token = read_token("eyJhbGciOiJub25lIn0.e30.")

    assert {one.change for one in compared(token, token)} == {Change.SAME, Change.TITLE}


def test_broken_and_missing_parts_can_be_compared() -> None:
    """Whatever was pasted first, the comparison holds."""
    lines = compared(read_token("_w.e30"), read_token("eyJhbGciOiJub25lIn0.e30.AA"))

    assert lines[0].change is Change.TITLE
    assert any(one.change is Change.NEW for one in lines)


def test_very_long_texts_are_not_compared_line_by_line() -> None:
    """A comparison never makes one wait."""
    from jwtdesk.jose import base64url

    long = base64url.encode(("[" + ",".join("1" * 6000) + "]").encode())
    lines = compared(read_token(f"e30.{long}."), read_token("e30.e30."))

    assert any("too long" in one.text for one in lines)


def test_preferences_show_at_once(desk: Person) -> None:
    """Each choice is put on while the dialog is still open."""
    dialog = _open(desk, "preferences", PreferencesDialog)
    dialog.theme.picked.emit(DARK)
    assert desk.window.looks.theme.dark
    dialog.text_size.setValue(150)
    assert desk.window.preferences.scale == 1.5
    dialog.zone.picked.emit("local")
    assert desk.window.preferences.local_time
    assert desk.window.preferences.theme == DARK
    dialog.reject()


def test_the_list_of_shortcuts(desk: Person) -> None:
    """Copy token is listed with its keys."""
    dialog = _open(desk, "shortcuts", ShortcutsDialog)
    rows = {
        cell(dialog.table, row, 1).text(): cell(dialog.table, row, 2).text()
        for row in range(dialog.table.rowCount())
    }
    dialog.accept()

    assert rows["Copy token"] == "Ctrl+Shift+C"
