"""Header and payload: the picker, the table, the switch, and what is said about faults."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableWidget

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.model.edits import HeaderEdited, PayloadEdited
from jwtdesk.ui.panes.header import HeaderPane
from jwtdesk.ui.panes.payload import PayloadPane
from tests.end2end.person import Person
from tests.ui.desk import TOKEN


def _payload(desk: Person) -> PayloadPane:
    return cast(PayloadPane, desk.window.pane("payload"))


def _picker(desk: Person) -> QComboBox:
    return cast(QComboBox, desk.find("algorithmPicker"))


def test_the_picker_offers_every_algorithm(desk: Person) -> None:
    """Each can be chosen, and its tip names the key, the standing and the RFC."""
    picker = _picker(desk)
    for one in algorithms():
        row = picker.findText(one.name)
        tip = str(picker.itemData(row, Qt.ItemDataRole.ToolTipRole))
        assert "Key: " in tip
        assert "Standing: " in tip
        assert one.reference in tip
        desk.window.store.dispatch(HeaderEdited(f'{{"alg":"{one.name}"}}'))
        desk.wait()
        assert picker.currentIndex() == row


def test_picking_edits_only_the_alg_member(desk: Person) -> None:
    """The rest of the header stays as it was written."""
    desk.do("sample")
    desk.window.store.dispatch(HeaderEdited('{ "alg": "HS256" , "kid":"é" }'))
    desk.pick("algorithmPicker", "HS384")

    assert desk.session.shown.header == '{ "alg": "HS384" , "kid":"é" }'
    assert desk.session.known.token.alg == "HS384"


@pytest.mark.parametrize("name", ["XS512", "hs256", "<b>bold</b>"])
def test_an_unknown_algorithm_is_shown_as_such(desk: Person, name: str) -> None:
    """A name nobody knows stands in the picker, and goes from it when it is gone."""
    desk.do("sample")
    rows = _picker(desk).count()
    desk.window.store.dispatch(HeaderEdited('{"alg":"other"}'))
    desk.window.store.dispatch(HeaderEdited(f'{{"alg":"{name}"}}'))
    desk.wait()
    assert _picker(desk).currentText() == name
    assert _picker(desk).count() == rows + 1
    desk.window.store.dispatch(HeaderEdited('{"alg":"HS256"}'))
    desk.wait()

    assert _picker(desk).currentText() == "HS256"
    assert _picker(desk).count() == rows


def test_a_header_without_an_algorithm(desk: Person) -> None:
    """Nothing is picked, and nothing is changed by that."""
    desk.do("sample")
    desk.window.store.dispatch(HeaderEdited('{"typ":"JWT"}'))
    desk.wait()

    assert _picker(desk).currentText() == ""
    assert desk.session.shown.header == '{"typ":"JWT"}'


def test_a_fault_is_said_with_its_place(desk: Person) -> None:
    """Broken JSON gets a sentence with line and column, and a button that goes there."""
    desk.do("sample")
    desk.window.store.dispatch(PayloadEdited('{"a": 1,\n "b": }'))
    desk.wait()
    line = _payload(desk).editor.problem
    assert line.isVisible()
    assert line.words.text().startswith("Line 2, column 7:")
    QTest.mouseClick(line.go, Qt.MouseButton.LeftButton)
    assert _payload(desk).editor.caret() == 15
    desk.window.store.dispatch(PayloadEdited('{"a": 1}'))
    desk.wait()

    assert not line.isVisible()


def test_a_fault_in_the_header_is_said_there(desk: Person) -> None:
    """Each pane speaks for itself."""
    desk.do("sample")
    desk.window.store.dispatch(HeaderEdited("{"))
    desk.wait()
    header = cast(HeaderPane, desk.window.pane("header"))

    assert header.editor.problem.isVisible()
    assert not _payload(desk).editor.problem.isVisible()


def test_claims_as_a_table(desk: Person) -> None:
    """Name, value, meaning and human form of each claim; back and forth by key and by click."""
    desk.paste(TOKEN)
    table = cast(QTableWidget, desk.find("claimsTable"))
    assert not table.isVisible()
    desk.press(Qt.Key.Key_T)
    assert table.isVisible()
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert names == ["iss", "sub", "iat", "exp"]
    assert "2026-11-23" in table.item(3, 3).text()
    assert desk.window.action("claims-table").isChecked()
    desk.press(Qt.Key.Key_T)

    assert desk.find("payloadEditor").isVisible()


def test_members_are_counted(desk: Person) -> None:
    """The badge counts the outermost members only."""
    desk.window.store.dispatch(PayloadEdited('{"a": {"b": 1}, "c": [1, 2]}'))
    desk.wait()

    assert _payload(desk).count.text() == "2 members"


def test_compact_is_a_switch(desk: Person) -> None:
    """The switch and the menu show the same state."""
    desk.do("sample")
    before = desk.session.compact
    QTest.mouseClick(_payload(desk).compact, Qt.MouseButton.LeftButton)
    desk.wait()

    assert desk.session.compact is not before
    assert desk.window.action("compact").isChecked() is not before


def test_bytes_that_are_no_text_are_only_shown(desk: Person) -> None:
    """A payload that is not UTF-8 cannot be edited, and the pane says so."""
    desk.paste("eyJhbGciOiJIUzI1NiJ9._w.c2ln")
    editor = _payload(desk).editor

    assert editor.isReadOnly()
    desk.paste(TOKEN, into="tokenEditor")
    assert not editor.isReadOnly()
