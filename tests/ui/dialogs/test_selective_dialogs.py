"""Making claims selective, and binding a presentation to its holder, through their sheets."""

import json
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.binding_row import binding_row
from jwtdesk.model.edits import KeyEdited, KeyKept, TokenPasted
from jwtdesk.ui.dialogs.bind import BindDialog
from jwtdesk.ui.dialogs.conceal import ConcealDialog
from jwtdesk.ui.parts.tick_row import ROLE, TickRow
from tests.disclosed import CLAIMS, HOLDER, NAME, PERSON, holder_claims, issued
from tests.end2end.person import Person
from tests.keys.locate import key_file
from tests.made import SECRET, token

T = TypeVar("T", bound=QDialog)
PLAIN = token(json.dumps({"iss": "me", "name": "Ada", "roles": ["a", "b"]}))
BINDABLE = issued(CLAIMS | holder_claims(), NAME)


def opened(desk: Person, action: str, kind: type[T]) -> T:
    """Open the sheet of `action`."""
    desk.window.action(action).trigger()
    (found,) = (one for one in desk.window.findChildren(QDialog) if one.isVisible())
    assert isinstance(found, kind)
    return found


def pasted(desk: Person, text: str) -> None:
    """Paste `text`, with the issuer's secret."""
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET)))
    desk.window.store.dispatch(TokenPasted(text))
    desk.wait()


def press(sheet: QDialog, name: str) -> None:
    """Press the button `name` of a sheet."""
    button = sheet.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def rows(sheet: ConcealDialog) -> dict[str, TickRow]:
    """Return the rows by their paths."""
    found = [sheet.list.item(at).data(ROLE) for at in range(sheet.list.count())]
    return {one.key: one for one in found}


def test_what_will_come_is_said(desk: Person) -> None:
    """Nothing is ticked at first; each tick is counted, and a risky one is warned of."""
    pasted(desk, PLAIN)
    sheet = opened(desk, "conceal", ConcealDialog)
    assert not sheet.apply.isEnabled()
    assert list(rows(sheet)) == ["$.iss", "$.name", "$.roles", "$.roles[0]", "$.roles[1]"]

    sheet.list.ticked.emit("$.name", True)
    sheet.list.chosen.emit("$.roles[0]")
    assert sheet.count.text().startswith("2 disclosures; the token grows to about ")
    assert sheet.warning.isHidden()

    sheet.list.ticked.emit("$.iss", True)
    assert "“iss”" in sheet.warning.text()
    assert not sheet.warning.isHidden()
    assert rows(sheet)["$.iss"].below

    sheet.list.ticked.emit("$.iss", False)
    assert sheet.warning.isHidden()
    press(sheet, "concealNone")
    assert not sheet.apply.isEnabled()


def test_claims_are_made_selective(desk: Person) -> None:
    """What was ticked becomes disclosures, with decoys and a hash of one's choice; signed anew."""
    pasted(desk, PLAIN)
    sheet = opened(desk, "conceal", ConcealDialog)
    press(sheet, "concealAll")
    sheet.decoys.setValue(2)
    sheet.hash.setCurrentText("sha-512")
    press(sheet, "concealApply")
    desk.wait()
    selective = desk.session.known.token.selective

    assert selective is not None
    assert selective.hash_name == "sha-512"
    assert [one.name for one in selective.disclosures] == ["name", "roles"]
    assert selective.undisclosed == 2
    assert desk.state("lampSignature") == "ok"
    assert desk.find("pane-disclosures").isVisible()


def test_more_claims_keep_the_hash(desk: Person) -> None:
    """A payload that has digests already has one hash for all."""
    pasted(desk, PERSON)
    sheet = opened(desk, "conceal", ConcealDialog)
    assert not sheet.hash.isEnabled()
    assert sheet.hash.currentText() == "sha-256"


def test_decoys_alone_are_possible(desk: Person) -> None:
    """Only decoys: nothing is disclosed, but nobody can tell."""
    pasted(desk, PLAIN)
    sheet = opened(desk, "conceal", ConcealDialog)
    sheet.decoys.setValue(1)
    assert sheet.apply.isEnabled()


def test_what_cannot_be_is_said(desk: Person) -> None:
    """When the payload changed under the open sheet, the reason is shown."""
    pasted(desk, PLAIN)
    sheet = opened(desk, "conceal", ConcealDialog)
    desk.window.store.dispatch(TokenPasted(token("{}")))
    desk.wait()
    sheet.list.ticked.emit("$.name", True)
    assert "nothing at" in sheet.count.text()
    assert not sheet.apply.isEnabled()


def test_all_needs_the_keyboard_only(desk: Person) -> None:
    """Space ticks a row of the sheet, Enter as well, and Escape changes nothing."""
    pasted(desk, PLAIN)
    sheet = opened(desk, "conceal", ConcealDialog)
    sheet.list.setFocus()
    sheet.list.setCurrentRow(1)
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    assert rows(sheet)["$.name"].ticked
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert not rows(sheet)["$.name"].ticked
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert desk.session.shown.token == PLAIN


def filled(sheet: BindDialog, audience: str = "shop", nonce: str = "n-1") -> None:
    """Type an audience and a nonce."""
    sheet.audience.setText(audience)
    sheet.nonce.setText(nonce)


def test_a_kept_key_binds(desk: Person) -> None:
    """A kept key is offered first, said to be the holder's, and the rules expect the same."""
    desk.window.store.dispatch(KeyEdited(KeyInput(HOLDER)))
    desk.wait()
    desk.window.store.dispatch(KeyKept("wallet"))
    pasted(desk, BINDABLE)
    sheet = opened(desk, "bind", BindDialog)
    assert sheet.holder.currentText().startswith("wallet (")
    assert sheet.words.text() == "This is the holder's key that the token names (cnf)."
    assert sheet.pasted.isHidden()
    assert not sheet.bind.isEnabled()
    filled(sheet)
    press(sheet, "bindApply")
    desk.wait()

    assert desk.read("bindingWords") == "Bound"
    assert (desk.session.rules.kb_aud, desk.session.rules.kb_nonce) == ("shop", "n-1")


def test_a_pasted_key_binds_and_is_kept(desk: Person) -> None:
    """Without a kept key one is pasted; the key field stays the issuer's; rules may stay too."""
    pasted(desk, BINDABLE)
    sheet = opened(desk, "bind", BindDialog)
    assert sheet.pasted.isVisibleTo(sheet)
    sheet.pasted.setPlainText(HOLDER.decode())
    filled(sheet)
    box = sheet.findChild(QCheckBox, "bindExpect")
    assert box is not None
    box.setChecked(False)
    press(sheet, "bindApply")
    desk.wait()

    row = binding_row(desk.session)
    assert row is not None
    assert row.short == "Signed by holder"
    assert desk.session.rules.kb_aud is None
    assert len(desk.session.keyring) == 1
    assert desk.session.key == KeyInput(SECRET)


def test_the_sheet_is_as_high_as_what_it_shows(desk: Person) -> None:
    """A kept key needs no field to be pasted into."""
    desk.window.store.dispatch(KeyEdited(KeyInput(HOLDER)))
    desk.wait()
    desk.window.store.dispatch(KeyKept("wallet"))
    pasted(desk, BINDABLE)
    sheet = opened(desk, "bind", BindDialog)
    low = sheet.height()
    sheet.holder.setCurrentIndex(sheet.holder.count() - 1)
    assert sheet.height() >= low + sheet.pasted.height()
    sheet.holder.setCurrentIndex(0)
    assert sheet.height() <= low + 2
    sheet.close()


def test_another_key_is_warned_of(desk: Person) -> None:
    """Before anything is signed it is said that the binding will be refused."""
    desk.window.store.dispatch(KeyEdited(KeyInput(key_file("ec-p384-private-pkcs8.pem"))))
    desk.wait()
    desk.window.store.dispatch(KeyKept("other"))
    pasted(desk, BINDABLE)
    sheet = opened(desk, "bind", BindDialog)
    assert "another key" in sheet.words.text()
    assert sheet.words.property("tone") == "warn"
    sheet.holder.setCurrentIndex(1)
    assert sheet.words.property("tone") == "muted"


@pytest.mark.parametrize(("audience", "nonce"), [("", "n"), ("a", "")])
def test_both_are_needed(desk: Person, audience: str, nonce: str) -> None:
    """A key binding without audience or nonce could be shown again by anybody."""
    pasted(desk, BINDABLE)
    sheet = opened(desk, "bind", BindDialog)
    sheet.pasted.setPlainText("a key")
    filled(sheet, audience, nonce)
    assert not sheet.bind.isEnabled()


def test_a_nonce_is_generated(desk: Person) -> None:
    """A fresh one each time, of 128 bits; what the rules expect is filled in already."""
    pasted(desk, BINDABLE)
    sheet = opened(desk, "bind", BindDialog)
    press(sheet, "bindGenerate")
    first = sheet.nonce.text()
    press(sheet, "bindGenerate")
    assert len(first) == 22
    assert sheet.nonce.text() != first
    field = sheet.findChild(QLineEdit, "bindAudience")
    assert field is not None
    assert not field.text()
