"""Header and payload: the picker, the table, the switch, and what is said about faults."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableWidget, QWidget

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import HeaderEdited, KeyEdited, PayloadEdited
from jwtdesk.ui.editors.tips import tip_at
from jwtdesk.ui.panes.header import HeaderPane
from jwtdesk.ui.panes.payload import PayloadPane
from jwtdesk.ui.parts.algorithm_picker import AlgorithmPicker
from jwtdesk.ui.widgets.plain_label import PlainLabel
from tests.end2end.person import Person
from tests.model.test_encrypted import DIRECT, SECRET, encrypted
from tests.ui.desk import NOW, TOKEN
from tests.ui.table import cell


def _payload(desk: Person) -> PayloadPane:
    return cast(PayloadPane, desk.window.pane("payload"))


def _picker(desk: Person) -> AlgorithmPicker:
    return cast(AlgorithmPicker, desk.find("algorithmPicker"))


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
    _picker(desk).complete()
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
    names = [cell(table, row, 0).text() for row in range(table.rowCount())]
    assert names == ["iss", "sub", "iat", "exp"]
    assert "2026-11-23" in cell(table, 3, 3).text()
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


def test_bytes_that_are_no_text_are_shown_and_typed_in_hexadecimal(desk: Person) -> None:
    """A payload that is not UTF-8 stands there byte by byte, and can be changed like that."""
    desk.paste("eyJhbGciOiJIUzI1NiJ9._w.c2ln")
    editor = _payload(desk).editor

    assert editor.text() == "ff"
    assert not editor.isReadOnly()
    desk.write("payloadEditor", "ff 01")
    assert desk.session.shown.token.startswith("eyJhbGciOiJIUzI1NiJ9._wE.")


def _caret(desk: Person, name: str) -> None:
    pane = _payload(desk)
    pane.show_place(desk.session.shown.payload.index(f'"{name}"') + 1)
    desk.wait()


def _chip(desk: Person, name: str) -> None:
    cast(QAbstractButton, desk.find(f"chip-{name}")).click()
    desk.wait()


def test_chips_are_offered_at_a_time(desk: Person) -> None:
    """With the caret at a time its chips stand below the text, at another claim they do not."""
    desk.do("sample")
    chips = _payload(desk).chips
    assert not chips.isVisible()
    _caret(desk, "exp")
    assert chips.isVisible()
    assert chips.name.text() == "exp"
    _caret(desk, "iss")
    assert not chips.isVisible()


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("plus-5-min", 1_795_422_300),
        ("plus-1-h", 1_795_425_600),
        ("plus-1-d", 1_795_508_400),
        ("now", NOW),
    ],
)
def test_a_chip_is_one_edit(desk: Person, name: str, second: int) -> None:
    """A press changes the one value, keeps the caret's claim, and can be undone."""
    desk.do("sample")
    before = desk.session.shown
    _caret(desk, "exp")
    _chip(desk, name)

    assert desk.session.shown.payload == before.payload.replace("1795422000", str(second))
    assert desk.editor("payloadEditor").hasFocus()
    desk.do("undo")
    assert desk.session.shown == before


def test_milliseconds_are_mended(desk: Person) -> None:
    """The mend stands first, and goes when it is done."""
    desk.do("sample")
    desk.window.store.dispatch(PayloadEdited('{"exp": 1795422000000}'))
    desk.wait()
    _caret(desk, "exp")
    _chip(desk, "seconds")

    assert desk.session.shown.payload == '{"exp": 1795422000}'
    names = [one.objectName() for one in _payload(desk).chips._buttons]
    assert names == ["chip-plus-5-min", "chip-plus-1-h", "chip-plus-1-d", "chip-now"]


def test_a_date_can_be_picked(desk: Person) -> None:
    """The calendar opens at the claim's own moment; what is written there is set."""
    desk.do("sample")
    _caret(desk, "exp")
    cast(QAbstractButton, desk.find("claimDate")).click()
    picker = _payload(desk).chips._picker
    assert picker is not None
    assert picker.entry.text() == "2026-11-23 08:20:00"
    picker.calendar.clicked.emit(QDate(2027, 1, 2))
    assert picker.entry.text() == "2027-01-02 08:20:00"
    picker.entry.setText("no date")
    picker.done.click()
    assert picker.isVisible()
    assert picker.entry.property("state") == "bad"
    picker.entry.setText("1795425600")
    picker.done.click()
    desk.wait()

    assert not picker.isVisible()
    assert '"exp": 1795425600' in desk.session.shown.payload


def test_the_pointer_is_enough(desk: Person) -> None:
    """Resting on the line of a time offers its chips until the pointer leaves the card."""
    desk.do("sample")
    pane = _payload(desk)
    text = desk.session.shown.payload
    pane.chips.hover(text.index('"iat"'))
    assert pane.chips.name.text() == "iat"
    pane.chips.hover(text.index('"iss"'))
    assert pane.chips.isVisible()
    pane.chips.hover(None)
    assert not pane.chips.isVisible()


def test_a_row_of_the_table_is_a_place(desk: Person) -> None:
    """Moving in the table lights the token and offers the chips of a time."""
    desk.do("sample")
    desk.do("claims-table")
    table = cast(QTableWidget, desk.find("claimsTable"))
    table.setFocus()
    table.selectRow(3)
    desk.wait()

    assert desk.session.caret is not None
    assert desk.session.shown.payload[desk.session.caret.offset :].startswith('"exp"')
    assert _payload(desk).chips.name.text() == "exp"
    _chip(desk, "plus-1-h")
    assert "2026-11-23 09:20:00" in cell(table, 3, 3).text()


def test_header_and_references_are_in_tables_too(desk: Person) -> None:
    """Each row names where the claim is defined, in a column or at least in its tip."""
    desk.do("sample")
    desk.do("claims-table")
    header = cast(QTableWidget, desk.find("headerTable"))
    claims = cast(QTableWidget, desk.find("claimsTable"))

    assert [cell(header, row, 0).text() for row in range(header.rowCount())] == ["alg", "typ"]
    assert cell(header, 0, 4).text() == "RFC 7515 section 4.1.1"
    tip = cell(claims, 3, 0).toolTip()
    for part in ("RFC 7519 section 4.1.4", "ISO 8601", "1795422000 seconds", "in 36 min"):
        assert part in tip
    desk.do("claims-json")
    assert not header.isVisible()


def test_a_profile_is_recognised(desk: Person) -> None:
    """The third view holds the token against its kind, or against any other on request."""
    claims = '{"iss":"https://i.example","sub":"s","aud":"c","exp":1795422000,"iat":1,"nonce":"n"}'
    desk.window.store.dispatch(PayloadEdited(claims))
    desk.do("claims-profile")
    assert desk.find("profileView").isVisible()
    assert desk.window.findChild(QWidget, "checklist-id-token") is not None
    picker = cast(QComboBox, desk.find("profilePicker"))
    row = picker.findData("dpop")
    picker.setCurrentIndex(row)
    picker.activated.emit(row)
    assert desk.window.findChild(QWidget, "checklist-dpop") is not None
    desk.do("claims-profile")

    assert desk.find("payloadEditor").isVisible()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", "matches"),
        ("something else", "differs"),
        ("", "paste the value"),
    ],
)
def test_a_hash_is_compared(desk: Person, value: str, words: str) -> None:
    """The example of OpenID Connect's own at_hash matches its access token and no other."""
    desk.window.store.dispatch(PayloadEdited('{"at_hash":"77QmUPtjPfzWtF2AnpK9RQ"}'))
    desk.do("claims-profile")
    name = cast(QComboBox, desk.find("hashName"))
    assert name.currentText() == "at_hash"
    cast(QLineEdit, desk.find("hashValue")).setText(value)

    assert words in desk.read("hashResult")


def test_the_size_is_told(desk: Person) -> None:
    """Cookie, header line and the dearest claims are drawn, and told in words."""
    desk.do("sample")
    desk.do("claims-profile")
    said = desk.find("sizeBudget").accessibleDescription()

    assert "of 4,096" in said
    assert "of 8,192" in said
    assert "iss: " in said


def test_what_has_no_room_is_in_a_menu(desk: Person) -> None:
    """At 200 % text the head of the payload keeps everything, behind one button."""
    desk.do("sample")
    desk.window.prefer(replace(desk.window.preferences, scale=2.0))
    pane = _payload(desk)
    desk.qtbot.waitUntil(lambda: not pane.way.isVisible())
    assert pane.more.isVisible()
    action = pane.more.menu().findChild(QAction, "overflow-claims-table")
    assert action is not None
    action.trigger()
    assert desk.find("claimsTable").isVisible()


def test_a_time_is_told_in_every_way(desk: Person) -> None:
    """Resting on a time, or on its note, says it from now, local, in ISO 8601 and as a number."""
    desk.do("sample")
    editor = _payload(desk).editor
    place = desk.session.shown.payload.index("1795422000")
    editor.go_to(place + 3)
    tip = tip_at(editor, editor.cursorRect().center())
    for part in ("in 36 min 41 s", "2026-11-23T08:20:00Z", "1795422000"):
        assert part in tip
    editor.go_to(desk.session.shown.payload.index('"iss"') + 2)
    assert tip_at(editor, editor.cursorRect().center()) == ""


def test_what_hides_in_a_name_is_seen_everywhere(desk: Person) -> None:
    """Badge, status line and table show the number of a character that cannot be seen."""
    desk.window.store.dispatch(PayloadEdited('{"a\u200bb": "\u0430dmin"}'))
    desk.wait()
    pane = _payload(desk)
    pane.show_place(2)
    desk.wait()
    assert "⟨U+200B⟩" in pane.path.text()
    assert "⟨U+200B⟩" in desk.window._page.status.path.text()
    desk.do("claims-table")
    table = cast(QTableWidget, desk.find("claimsTable"))
    assert cell(table, 0, 0).text() == "a⟨U+200B⟩b"
    assert cell(table, 0, 1).text() == '"\u0430⟨U+0430⟩dmin"'


def test_what_is_done_with_claims_is_not_offered_for_text(desk: Person) -> None:
    """A payload of plain text has no table; who looks at the table keeps the way out of it."""
    pane = _payload(desk)
    parts = (pane.compact, pane.format, pane.way)
    desk.paste(f"{TOKEN.split('.')[0]}.{base64url.encode(b'plain text')}.AA")
    assert not any(part.isVisible() for part in parts)
    desk.do("claims-table")
    assert all(part.isVisible() for part in parts)
    desk.do("claims-json")
    desk.paste(TOKEN)
    assert all(part.isVisible() for part in parts)


def test_a_closed_payload_says_so_once(desk: Person) -> None:
    """The strip above it names what is missing; the pane itself cannot be typed in until then."""
    editor = desk.editor("payloadEditor")
    desk.paste(encrypted(DIRECT, SECRET, b'{"sub":"ann"}'))
    assert editor.isReadOnly()
    assert "once a key opens" in editor.placeholderText()
    said = [one for one in _payload(desk).findChildren(PlainLabel) if one.isVisible()]
    assert sum("Encrypted" in one.text() for one in said) == 1
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET)))
    desk.wait()
    assert not editor.isReadOnly()
    assert '"ann"' in desk.read("payloadEditor")
