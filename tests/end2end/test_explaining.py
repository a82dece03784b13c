"""Why it does not verify, and why it does: read in the window and mended with a button."""

import base64
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton

from jwtdesk.ui.dialogs.steps import StepsDialog
from tests.end2end.person import Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET

ENCODED = base64.b64encode(CLASSIC_SECRET).decode()


def test_a_wrong_signature_opens_the_explanation_and_one_click_mends_it(person: Person) -> None:
    """The card opens by itself, the headline names the cause, its button leads to verified."""
    person.paste(CLASSIC)
    assert person.find("pane-diagnosis").isHidden()

    person.write("keyEditor", ENCODED)
    causes = person.find("diagnosisList")
    assert isinstance(causes, QListWidget)
    assert causes.isVisible()
    assert "base64" in person.read("verdictHeadline")
    button = person.find("mend-secret-base64")
    assert isinstance(button, QPushButton)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    person.wait()

    assert person.state("lampSignature") == "ok"
    assert person.find("pane-diagnosis").isHidden()
    person.do("undo")
    assert person.state("lampSignature") == "bad"
    assert person.read("keyEditor") == ENCODED


def test_nothing_explains_it_calmly(person: Person) -> None:
    """When nothing explains it, one calm text says what was ruled out; one may look harder."""
    person.paste(CLASSIC[:-6] + "AAAAAA")
    person.write("keyEditor", "an-unrelated-secret-of-32-octets")

    causes = person.find("diagnosisList")
    assert isinstance(causes, QListWidget)
    assert causes.count() == 1
    assert "Ruled out" in causes.item(0).text()
    assert person.find("lookHarder").isVisible()


def test_the_signature_lamp_opens_the_steps_of_the_check(person: Person) -> None:
    """A click on the lamp, or Enter, shows how the check went; the secret is not among it."""
    person.paste(CLASSIC)
    person.write("keyEditor", CLASSIC_SECRET.decode())
    lamp = person.find("lampSignature")

    ways: list[Callable[[], None]] = [
        lambda: QTest.mouseClick(lamp, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(lamp, Qt.Key.Key_Return),
    ]
    for open_it in ways:
        open_it()
        (dialog,) = (one for one in person.window.findChildren(StepsDialog) if one.isVisible())
        words = " ".join(f"{step.text} {step.value}" for step in dialog.steps)
        dialog.accept()

        assert "HS256" in words
        assert CLASSIC_SECRET.decode() not in words
        assert CLASSIC_SECRET.hex() not in words
