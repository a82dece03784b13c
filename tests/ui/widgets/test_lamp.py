"""A lamp says its state by a drawing, words and a property, and never flickers."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jwtdesk.ui.widgets.lamp import ICONS, Lamp


@pytest.fixture
def lamp(qtbot: QtBot) -> Lamp:
    """Return the signature lamp."""
    made = Lamp("Signature")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("state", ["ok", "bad", "warn", "unknown"])
def test_it_shows_a_state(lamp: Lamp, state: str) -> None:
    """State, drawing, words and the whole sentence are all there."""
    lamp.show_lamp(state, "Some words", "The whole sentence.")
    assert lamp.property("state") == state
    assert lamp.icon.icon_name == ICONS[state]
    assert lamp.words.text() == "Some words"
    assert lamp.accessibleName() == "Signature: Some words"
    assert lamp.accessibleDescription() == "The whole sentence."


def test_it_keeps_its_last_answer_while_it_works(lamp: Lamp) -> None:
    """A pending lamp shows the old answer, dimmed, and dots behind its name."""
    lamp.show_lamp("bad", "Mismatch", "It does not match.")
    lamp.show_lamp("pending", "", "Checking.")
    assert lamp.property("state") == "pending"
    assert lamp.words.text() == "Mismatch"
    assert lamp.words.property("tone") == "faint"
    assert lamp.icon.icon_name == ICONS["bad"]
    assert lamp.name.text() == "Signature …"
    lamp.show_lamp("ok", "Verified", "It matches.")
    assert lamp.words.property("tone") == "text"
    assert lamp.name.text() == "Signature"


def test_it_takes_another_name_with_the_next_answer(lamp: Lamp) -> None:
    """What is encrypted has no signature to judge, so the lamp is called otherwise."""
    lamp.show_lamp("ok", "Verified")
    lamp.rename("Encryption")
    lamp.show_lamp("ok", "Decrypted")
    assert lamp.name.text() == "Encryption"
    assert lamp.accessibleName() == "Encryption: Decrypted"


def room(lamp: Lamp, state: str, words: str) -> int:
    """Return the width that `lamp` asks for once its layout knows the new words."""
    lamp.show_lamp(state, words)
    QApplication.processEvents()
    return lamp.sizeHint().width()


def test_a_ticking_time_does_not_move_its_neighbours(lamp: Lamp) -> None:
    """Within one state a lamp never asks for less room than before."""
    wide = room(lamp, "ok", "100 days and 23 hours left")
    assert room(lamp, "ok", "100 days left") == wide
    assert room(lamp, "bad", "Late") < wide


def test_short_answers_take_the_same_room(lamp: Lamp) -> None:
    """The usual words fit in the room that is always kept."""
    assert room(lamp, "ok", "Valid") == room(lamp, "bad", "Late")
