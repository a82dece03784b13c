"""Stories of tokens inside tokens, of certificates, and of tokens that several signed."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QWidget

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited
from jwtdesk.ui.panes.layers import LayersPane
from jwtdesk.ui.parts.branch_list import BranchList
from jwtdesk.ui.widgets.segmented import Segmented
from tests.analysis.test_chain_check import CHAIN, signed
from tests.end2end.person import Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET, Desk
from tests.model.test_nesting import OUTER_SECRET, holding, wrapped

ALT = Qt.KeyboardModifier.AltModifier
SECOND = "another secret that is long enough"


def rows(person: Person, name: str) -> BranchList:
    """Return the list `name`."""
    return cast("BranchList", person.find(name))


def words(listed: QListWidget) -> list[str]:
    """Return what the first line of each row says."""
    return [listed.item(row).text().split("\n")[0] for row in range(listed.count())]


def marked(listed: QListWidget) -> list[int]:
    """Return the rows that say that they are shown in the panes."""
    spoken = [
        listed.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(listed.count())
    ]
    return [row for row, text in enumerate(spoken) if ". Shown." in text]


def enter(person: Person, listed: QListWidget, row: int) -> None:
    """Go to a row with the arrow keys and press Enter."""
    listed.setFocus()
    while listed.currentRow() != row:
        down = Qt.Key.Key_Down if listed.currentRow() < row else Qt.Key.Key_Up
        QTest.keyClick(listed, down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    person.wait()


def give(person: Person, secret: bytes) -> None:
    """Give a secret as the key."""
    person.window.store.dispatch(KeyEdited(KeyInput(secret)))
    person.wait()


def sheet(person: Person, name: str) -> QWidget:
    """Return the widget `name` of the sheet that is open."""
    found = [one for one in person.window.findChildren(QWidget, name) if one.isVisible()]
    assert found, f"no open sheet has {name}"
    return found[-1]


def test_an_encrypted_token_is_opened_changed_inside_and_copied_whole(person: Person) -> None:
    """Paste, give the key, go in, edit, come out: the outer token holds the change."""
    outer = wrapped()
    person.paste(outer)
    assert not person.window.pane("layers").isVisible()
    give(person, OUTER_SECRET)
    listed = rows(person, "layersList")
    assert listed.isVisible()
    assert words(listed) == ["Encrypted token, dir + A256GCM", "Signed token, HS256"]
    assert marked(listed) == [0]

    enter(person, listed, 1)
    assert person.read("tokenEditor") == CLASSIC
    assert marked(listed) == [1]
    assert person.read("verdictHeadline").startswith("Inner token · Not checked yet")
    give(person, CLASSIC_SECRET)
    assert person.state("lampSignature") == "ok"
    person.write("payloadEditor", '{"sub":"changed"}')
    inner = person.read("tokenEditor")
    assert inner != CLASSIC

    person.do("copy-outermost")
    copied = QGuiApplication.clipboard().text()
    assert Desk().paste(copied, OUTER_SECRET).shown.payload == inner

    person.press(Qt.Key.Key_PageUp)
    assert person.read("tokenEditor") == copied
    assert not person.read("verdictHeadline").startswith("Inner")
    assert person.read("verdictHeadline") == "Decrypted: a signed token is inside"
    person.press(Qt.Key.Key_PageDown)
    assert person.read("tokenEditor") == inner


def test_everything_inside_can_be_undone(person: Person) -> None:
    """Step by step back to the pasted token, the keys with it."""
    outer = wrapped()
    person.paste(outer)
    give(person, OUTER_SECRET)
    person.do("level-in")
    give(person, CLASSIC_SECRET)
    person.write("payloadEditor", '{"sub":"changed"}')
    while person.session.path:
        person.do("undo")
    assert person.read("tokenEditor") == outer
    assert person.session.key.octets == OUTER_SECRET
    assert marked(rows(person, "layersList")) == [0]


def test_three_levels_are_left_at_once(person: Person) -> None:
    """The outermost token is one key away; a token alone has no layers."""
    outer = wrapped(holding(CLASSIC))
    person.paste(outer)
    give(person, OUTER_SECRET)
    listed = rows(person, "layersList")
    enter(person, listed, 2)
    assert person.read("verdictHeadline").startswith("Inner token · ")
    person.press(Qt.Key.Key_Home, ALT)
    assert person.read("tokenEditor") == outer
    person.paste(CLASSIC, "tokenEditor")
    assert not listed.isVisible()
    assert not person.window.action("level-in").isEnabled()


def test_an_outer_token_that_cannot_be_made_says_why(person: Person) -> None:
    """Without a key that signs the outer token its row says so, and it is not silently lost."""
    person.paste(holding(CLASSIC))
    person.do("level-in")
    give(person, CLASSIC_SECRET)
    person.write("payloadEditor", '{"n":1}')
    listed = rows(person, "layersList")
    row = cast("LayersPane", person.window.pane("layers")).rows[0]
    assert row.problem
    assert row.problem in listed.item(0).text()


@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_certificate_is_shown_and_its_key_used(person: Person, row: int) -> None:
    """Its row puts it into the panes; the key of the first certificate verifies the token."""
    person.paste(signed({"x5c": CHAIN}))
    enter(person, rows(person, "layersList"), row)
    QTest.mouseClick(sheet(person, "certificateUse"), Qt.MouseButton.LeftButton)
    person.wait()
    assert person.state("lampSignature") == ("ok" if row == 1 else "bad")
    assert person.find("certificateFacts").isVisible()


def test_a_chain_is_read_from_end_to_end_and_left(person: Person) -> None:
    """Choose a certificate, go along the chain, copy one, come back and edit the claims."""
    person.paste(signed({"x5c": CHAIN}))
    listed = rows(person, "layersList")
    enter(person, listed, 1)
    assert marked(listed) == [1]
    assert person.find("certificateFacts").isVisible()
    assert not person.find("headerEditor").isVisible()
    assert not person.find("payloadEditor").isVisible()
    assert person.read("tokenEditor") == person.session.shown.token

    enter(person, listed, 2)
    assert marked(listed) == [2]
    assert person.read("certificateStanding") == "2 of 3"
    QTest.mouseClick(sheet(person, "certificateCopy"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("-----BEGIN CERTIFICATE-----\n")

    QTest.keyClick(listed, Qt.Key.Key_Escape)
    person.wait()
    assert marked(listed) == [0]
    assert person.find("payloadEditor").isVisible()
    assert not person.find("certificateFacts").isVisible()
    assert len(person.session.history.past) == 1
    person.write("payloadEditor", '{"sub":"changed"}')
    assert person.session.shown.payload == '{"sub":"changed"}'


def test_a_certificate_of_an_inner_token_takes_that_token_along(person: Person) -> None:
    """Its token comes on the desk with it; undo leads out of both."""
    inner = signed({"x5c": CHAIN})
    outer = wrapped(inner)
    person.paste(outer)
    give(person, OUTER_SECRET)
    listed = rows(person, "layersList")
    enter(person, listed, 3)
    assert marked(listed) == [3]
    assert person.session.path == ("",)
    assert person.read("tokenEditor") == inner
    assert person.read("certificateStanding") == "2 of 3"
    person.do("undo")
    assert person.read("tokenEditor") == outer
    assert not person.find("certificateFacts").isVisible()
    assert person.find("payloadEditor").isVisible()


def test_signatures_are_added_checked_and_removed(person: Person) -> None:
    """A second signer signs; each key verifies its own; undo leads back to the compact token."""
    person.paste(CLASSIC)
    give(person, CLASSIC_SECRET)
    assert not person.window.pane("signatures").isVisible()
    give(person, SECOND.encode())
    person.do("add-signature")
    kid = sheet(person, "addSignatureKid")
    assert isinstance(kid, QLineEdit)
    QTest.keyClicks(kid, "second")
    add = sheet(person, "addSignatureAdd")
    assert isinstance(add, QPushButton)
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    person.wait()

    listed = rows(person, "signaturesList")
    assert listed.isVisible()
    assert words(listed) == ["HS256", "HS256 · second"]
    assert marked(listed) == [1]
    assert person.read("verdictHeadline").startswith("1 of 2 signatures verified")
    assert '"second"' in person.read("headerEditor")

    enter(person, listed, 0)
    assert '"typ"' in person.read("headerEditor")
    give(person, CLASSIC_SECRET)
    assert person.read("verdictHeadline").startswith("1 of 2 signatures verified")

    listed.setCurrentRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    person.wait()
    assert words(listed) == ["HS256"]
    assert person.state("lampSignature") == "ok"

    while person.session.history.past and person.read("tokenEditor") != CLASSIC:
        person.do("undo")
    assert person.read("tokenEditor") == CLASSIC
    assert not listed.isVisible()


def test_a_signature_is_removed_with_the_pointer(person: Person) -> None:
    """The bin beside a row removes just that one."""
    person.paste(CLASSIC)
    give(person, CLASSIC_SECRET)
    person.do("add-signature")
    QTest.mouseClick(sheet(person, "addSignatureAdd"), Qt.MouseButton.LeftButton)
    person.wait()
    listed = rows(person, "signaturesList")
    assert listed.count() == 2
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.bin_point(1))
    person.wait()
    assert words(listed) == ["HS256"]


def test_the_same_token_in_three_forms(person: Person) -> None:
    """Compact to JSON from the menu, back from the card; what cannot be written so is told."""
    person.paste(CLASSIC)
    give(person, CLASSIC_SECRET)
    person.do("write-flattened")
    assert person.read("tokenEditor").startswith("{")
    assert person.state("provenanceBadge") == "changed"
    form = person.find("serialisation")
    assert isinstance(form, Segmented)
    assert form.current() == "flattened"
    person.do("write-general")
    assert form.current() == "general"
    with_header = person.read("tokenEditor").replace('"signature"', '"header":{"x":1},"signature"')
    person.paste(with_header, "tokenEditor")
    assert "Not covered by the signature" in rows(person, "signaturesList").item(0).text()
    compact = form.findChildren(QPushButton)[0]
    QTest.mouseClick(compact, Qt.MouseButton.LeftButton)
    person.wait()
    assert form.current() == "general"
    assert "would be lost" in person.window.toast.words.text()
    person.do("undo")
    person.do("write-compact")
    assert person.read("tokenEditor") == CLASSIC


def test_recipients_of_an_encrypted_token_are_listed(person: Person) -> None:
    """An encrypted token in JSON has its card too, and it is not called signatures."""
    person.paste(wrapped())
    person.do("write-general")
    give(person, OUTER_SECRET)
    pane = person.window.pane("signatures")
    assert pane.isVisible()
    assert person.find("signaturesList").accessibleName() == "Recipients"
