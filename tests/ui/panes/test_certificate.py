"""The certificate in the place of header and payload, by keys and pointer."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import CertificateChosen, ClockTicked, KeyEdited
from jwtdesk.model.known import PaneName
from jwtdesk.model.session import Caret
from jwtdesk.ui.panes.certificate import CertificatePane
from jwtdesk.ui.parts.branch_list import BranchList
from jwtdesk.ui.parts.certificate_card import CertificateCard
from tests.analysis.test_chain_check import CHAIN, FALSE, signed
from tests.certificates import LEAF, MIDDLE
from tests.end2end.person import Person
from tests.model.desk import CLASSIC
from tests.ui.desk import NOW

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier


def pane(desk: Person) -> CertificatePane:
    """Return the pane."""
    return cast("CertificatePane", desk.window.pane("certificate"))


def card(desk: Person) -> CertificateCard:
    """Return its card, which is there by now."""
    found = pane(desk).card
    assert found is not None
    return found


def layers(desk: Person) -> BranchList:
    """Return the list of layers."""
    return cast("BranchList", desk.find("layersList"))


def click(desk: Person, button: QAbstractButton) -> None:
    """Press a button with the pointer."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.wait()


def click_row(desk: Person, row: int) -> None:
    """Press a row of the layers with the pointer."""
    listed = layers(desk)
    listed.scrollToItem(listed.item(row))
    point = listed.visualItemRect(listed.item(row)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.wait()


def opened(desk: Person, number: int = 0, chain: list[str] = CHAIN) -> CertificateCard:
    """Put certificate `number` of a token's chain into the panes, and return its card."""
    desk.paste(signed({"x5c": chain}))
    click_row(desk, number + 1)
    return card(desk)


def shows_token(desk: Person) -> bool:
    """Return whether header and payload are seen, and the certificate is not."""
    seen = [desk.window.pane(name).isVisible() for name in ("header", "payload", "certificate")]
    assert seen in ([True, True, False], [False, False, True])
    return seen[0]


def test_it_is_not_built_before_it_is_needed(desk: Person) -> None:
    """Nobody waits for it who has no certificate."""
    desk.paste(CLASSIC)
    assert pane(desk).card is None
    assert shows_token(desk)


def test_it_stands_in_the_place_of_header_and_payload(desk: Person) -> None:
    """As high and as wide as both of them; they come back as they were."""
    desk.paste(signed({"x5c": CHAIN}))
    header, payload = desk.window.pane("header"), desk.window.pane("payload")
    before = (header.geometry(), payload.geometry())
    click_row(desk, 1)
    assert not shows_token(desk)
    QApplication.processEvents()
    assert pane(desk).height() == before[1].bottom() + 1 - before[0].top()
    assert pane(desk).width() == header.width()
    click_row(desk, 0)
    assert shows_token(desk)
    QApplication.processEvents()
    assert (header.geometry(), payload.geometry()) == before


def test_it_says_what_the_model_says(desk: Person) -> None:
    """Title, lamp, place, facts and notes."""
    found = opened(desk)
    assert found.title.text() == "Certificate: CN=leaf"
    assert desk.read("certificateLamp") == "Not trusted"
    assert desk.read("certificateStanding") == "1 of 3"
    assert found.grid.values["Issuer"].text() == "CN=middle"
    assert found.grid.values["Issuer"].accessibleName() == "Issuer: CN=middle"
    assert not found.problems.isVisible()
    assert found.notes.words()[0].startswith("In date")


def test_what_is_wrong_stands_first(desk: Person) -> None:
    """The problems are above the facts, and the lamp warns."""
    found = opened(desk, chain=[FALSE.x5c, MIDDLE.x5c])
    assert desk.read("certificateLamp") == "Look closer"
    assert found.problems.words()[0] == "The next certificate did not sign it."
    assert found.problems.isVisible()
    assert found.problems.y() < found.grid.y()


def test_an_unreadable_one_offers_nothing_to_take(desk: Person) -> None:
    """No facts, no key, no PEM; only the way back."""
    found = opened(desk, chain=["AAAA"])
    assert not found.grid.isVisible()
    assert not found.use.isEnabled()
    assert not found.copy.isEnabled()
    assert found.back.isEnabled()
    assert not found.before.isVisible()


def test_one_goes_along_the_chain(desk: Person) -> None:
    """The arrows lead to the neighbours, and are off at either end."""
    found = opened(desk)
    assert not found.before.isEnabled()
    click(desk, found.after)
    click(desk, found.after)
    assert found.title.text() == "Certificate: CN=root"
    assert not found.after.isEnabled()
    assert layers(desk).currentRow() == 3
    click(desk, found.before)
    assert desk.read("certificateStanding") == "2 of 3"


@pytest.mark.parametrize("width", [1280, 1024])
def test_it_is_copied_as_pem(desk: Person, width: int) -> None:
    """With words where there is room for them, else with the icon in the head."""
    found = opened(desk)
    desk.window.resize(width, 640)
    QApplication.processEvents()
    assert found.copy.isVisible() is (width == 1280)
    assert found.copy_icon.isVisible() is (width == 1024)
    click(desk, found.copy if found.copy.isVisible() else found.copy_icon)
    assert QGuiApplication.clipboard().text().startswith("-----BEGIN CERTIFICATE-----\n")


def test_its_key_is_used_in_sight_of_it(desk: Person) -> None:
    """The key field takes it, the token verifies, and the certificate stays."""
    found = opened(desk)
    click(desk, found.use)
    assert desk.state("lampSignature") == "ok"
    assert desk.read("keyEditor").startswith("-----BEGIN CERTIFICATE-----")
    assert not shows_token(desk)
    assert "for the key that was given" in " ".join(found.notes.words())


@pytest.mark.parametrize("way", ["button", "escape", "escape in the list", "row", "menu"])
def test_the_ways_back_to_the_token(desk: Person, way: str) -> None:
    """Each of them shows header and payload, and the keyboard is at the token's row or stays."""
    found = opened(desk)
    if way == "button":
        click(desk, found.back)
    elif way == "escape":
        pane(desk).focus_first()
        desk.press(Key.Key_Escape, PLAIN)
    elif way == "escape in the list":
        layers(desk).setFocus()
        desk.press(Key.Key_Escape, PLAIN)
    elif way == "row":
        click_row(desk, 0)
    else:
        pane(desk).focus_first()
        desk.do("level-out")
    assert shows_token(desk)
    assert layers(desk).currentRow() == 0
    if "escape" in way:
        assert layers(desk).hasFocus()


def test_escape_does_nothing_else_in_the_list(desk: Person) -> None:
    """Without a certificate there is nothing to go back from."""
    desk.paste(signed({"x5c": CHAIN}))
    layers(desk).setFocus()
    before = desk.session
    desk.press(Key.Key_Escape, PLAIN)
    assert desk.session is before


@pytest.mark.parametrize(
    ("key", "name"), [(Key.Key_2, "headerEditor"), (Key.Key_3, "payloadEditor")]
)
def test_a_pane_that_is_gone_to_comes_back(desk: Person, key: Key, name: str) -> None:
    """Its key brings header and payload back, with the keyboard in it."""
    opened(desk)
    desk.press(key)
    assert shows_token(desk)
    assert desk.find(name).hasFocus()


def test_it_is_gone_to_with_a_key_of_its_own(desk: Person) -> None:
    """The first certificate comes into the panes, and one that is there takes the keyboard."""
    desk.paste(CLASSIC)
    desk.press(Key.Key_8)
    assert shows_token(desk)
    desk.paste(signed({"x5c": CHAIN}))
    desk.press(Key.Key_8)
    assert not shows_token(desk)
    assert card(desk).area.hasFocus()
    desk.editor("tokenEditor").setFocus()
    desk.press(Key.Key_8)
    assert card(desk).area.hasFocus()


def test_it_comes_and_goes_by_itself(desk: Person) -> None:
    """Among the cards that can be switched off it has no place."""
    assert desk.window.findChild(QAction, "show-payload") is not None
    assert desk.window.findChild(QAction, "show-certificate") is None


def test_a_place_in_the_claims_is_shown_all_the_same(desk: Person) -> None:
    """A finding that leads into the payload, and a table of claims, bring it back."""
    opened(desk)
    desk.window.pane("findings").pointed.emit(Caret(PaneName.PAYLOAD, 0))
    desk.wait()
    assert shows_token(desk)
    assert desk.find("payloadEditor").hasFocus()
    click_row(desk, 1)
    desk.do("claims-table")
    assert shows_token(desk)
    assert desk.find("claimsTable").isVisible()


def test_cards_that_are_switched_off_stay_so(desk: Person) -> None:
    """The certificate is seen without them, and they do not come back with the token."""
    opened(desk)
    for name in ("header", "payload"):
        action = desk.window.findChild(QAction, f"show-{name}")
        assert action is not None
        action.trigger()
    assert pane(desk).isVisible()
    click_row(desk, 0)
    seen = [desk.window.pane(name).isVisible() for name in ("header", "payload", "certificate")]
    assert seen == [False, False, False]
    click_row(desk, 1)
    assert pane(desk).isVisible()


def test_the_clock_moves_no_row(desk: Person) -> None:
    """A minute later the same widgets say it; another certificate begins at its beginning."""
    found = opened(desk)
    desk.window.resize(1024, 640)
    QApplication.processEvents()
    bar, until = found.area.verticalScrollBar(), found.grid.values["Valid until"]
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    words = until.text()
    desk.window.store.dispatch(ClockTicked(NOW + 86_400))
    desk.wait()
    assert found.grid.values["Valid until"] is until
    assert until.text() != words
    assert bar.value() > 0
    desk.window.store.dispatch(CertificateChosen(("header.x5c[1]",)))
    desk.wait()
    assert bar.value() == 0


def test_a_key_that_is_typed_leaves_it(desk: Person) -> None:
    """The chain is looked at anew: nothing vanishes meanwhile, and the notes follow."""
    found = opened(desk)
    desk.window.store.dispatch(KeyEdited(KeyInput(LEAF.public)))
    assert pane(desk).isVisible()
    assert found.title.text() == "Certificate: CN=leaf"
    desk.wait()
    assert "for the key that was given" in " ".join(found.notes.words())


def test_pasting_brings_the_claims(desk: Person) -> None:
    """Another token is looked at from its header on."""
    opened(desk)
    desk.paste(CLASSIC)
    assert shows_token(desk)
