"""What people do with an SD-JWT, told with keys and clicks in a real window."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from tests.disclosed import CLAIMS, HOLDER, NAME, PERSON, ROLE, holder_claims, issued
from tests.end2end.person import Person
from tests.made import SECRET, token
from tests.vectors.locate import vectors


def names(person: Person) -> list[str]:
    """Read the names in the list of disclosures."""
    found = person.find("disclosuresList")
    assert isinstance(found, QListWidget)
    return [found.item(at).text().split(":")[0] for at in range(found.count())]


def press(person: Person, name: str) -> None:
    """Press a button."""
    button = person.find(name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    person.wait()


def untick(person: Person, row: int) -> None:
    """Untick a row of the disclosures with the keyboard."""
    found = person.find("disclosuresList")
    assert isinstance(found, QListWidget)
    found.setFocus()
    found.setCurrentRow(row)
    QTest.keyClick(found, Qt.Key.Key_Space)


def sheet(person: Person) -> QDialog:
    """Return the sheet that is open."""
    (found,) = (one for one in person.window.findChildren(QDialog) if one.isVisible())
    return found


def test_paste_look_untick_present_undo(person: Person) -> None:
    """See the names, keep the address back, present the rest, and take it back."""
    person.paste(PERSON)
    person.write("keyEditor", SECRET.decode())
    assert names(person) == ["given_name", "address", "street", "list entry"]

    untick(person, 1)
    press(person, "disclosuresPresent")
    assert names(person) == ["given_name", "list entry"]
    assert person.session.shown.token == issued(CLAIMS, NAME, ROLE)
    assert person.state("lampSignature") == "ok"

    person.do("undo")
    assert person.session.shown.token == PERSON
    assert len(names(person)) == 4


def test_make_present_and_bind(person: Person) -> None:
    """Tick claims of an ordinary token, show some of them to a shop, and check it as the shop."""
    claims = {"iss": "https://id.example", "given_name": "Ada", "age": 36} | holder_claims()
    person.paste(token(json.dumps(claims)))
    person.write("keyEditor", SECRET.decode())
    person.do("conceal")
    rows = sheet(person).findChild(QListWidget, "concealList")
    assert rows is not None
    for row in (1, 2):
        rows.setCurrentRow(row)
        QTest.keyClick(rows, Qt.Key.Key_Space)
    press(person, "concealApply")
    assert names(person) == ["given_name", "age"]
    assert person.state("lampSignature") == "ok"

    untick(person, 1)
    press(person, "disclosuresBind")
    found = sheet(person)
    pasted, nonce = found.findChild(QPlainTextEdit, "bindKey"), person.find("bindNonce")
    assert pasted is not None
    assert isinstance(nonce, QLineEdit)
    pasted.setPlainText(HOLDER.decode())
    QTest.keyClicks(person.find("bindAudience"), "https://shop.example")
    press(person, "bindGenerate")
    press(person, "bindApply")

    assert names(person) == ["given_name"]
    assert person.read("bindingWords") == "Bound"
    assert person.read("rulesKeyBindingAudience") == "https://shop.example"
    assert person.read("disclosuresRest").startswith("1 digest has no disclosure")
    assert person.state("lampPolicy") != "bad"

    field = person.find("rulesKeyBindingNonce")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "another")
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.wait()
    assert person.read("bindingWords") == "Wrong nonce"


def test_disclosed_claims_go_back(person: Person) -> None:
    """An SD-JWT becomes an ordinary token that says the same."""
    person.paste(PERSON)
    person.write("keyEditor", SECRET.decode())
    person.do("reveal")
    assert not person.find("pane-disclosures").isVisible()
    assert json.loads(person.session.shown.payload)["given_name"] == "Ada"
    assert person.state("lampSignature") == "ok"


def test_every_example_is_listed(person: Person) -> None:
    """Each example of the specification shows its disclosures, all of them in their place."""
    examples = json.loads((vectors("sd-jwt") / "generated_valid.json").read_bytes())
    for one in examples:
        person.paste(one["presentation"], into="tokenEditor")
        selective = person.session.known.token.selective
        assert selective is not None, one["name"]
        if selective.disclosures:
            assert len(names(person)) == len(selective.disclosures)
        assert "wrong" not in person.read("disclosuresBadge"), one["name"]
        person.do("claims-disclosed")
        shown = json.loads(person.read("disclosedView"))
        assert shown == one["verified_claims"] | {
            name: value for name, value in shown.items() if name == "cnf"
        }, one["name"]
        person.do("claims-json")
