"""Buttons, switches and choices: what a press does, and what it says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.pill_row import PillRow
from jwtdesk.ui.widgets.segmented import Segmented
from jwtdesk.ui.widgets.switch import Switch

LEFT = Qt.MouseButton.LeftButton


def test_a_copy_button_copies_and_says_so(qtbot: QtBot) -> None:
    """The text is on the clipboard, and the button says "Copied" and then itself again."""
    button = CopyButton("Copy the token", lambda: "a.b.c", shortcut="Ctrl+Shift+C")
    qtbot.addWidget(button)
    qtbot.mouseClick(button, LEFT)
    assert QGuiApplication.clipboard().text() == "a.b.c"
    assert button.accessibleName() == "Copied"
    button._rest.setInterval(1)
    button._rest.start()
    qtbot.waitUntil(lambda: button.accessibleName() == "Copy the token")
    assert "Ctrl+Shift+C" in button.toolTip()


def test_nothing_is_not_copied(qtbot: QtBot) -> None:
    """An empty text leaves the clipboard alone."""
    QGuiApplication.clipboard().setText("before")
    button = CopyButton("Copy the token", str)
    qtbot.addWidget(button)
    button.copy()
    assert QGuiApplication.clipboard().text() == "before"
    assert button.accessibleName() == "Copy the token"


def test_an_icon_button_says_its_shortcut(qtbot: QtBot, dark: Theme) -> None:
    """The tooltip names the action and its keys, the accessible name the action."""
    button = IconButton("paste", "Paste a token", shortcut="Ctrl+V")
    qtbot.addWidget(button)
    button.set_theme(dark)
    assert "Paste a token (Ctrl+V)" in button.toolTip()
    assert button.accessibleName() == "Paste a token"
    assert not button.icon().isNull()


def test_an_ampersand_is_an_ampersand(qtbot: QtBot) -> None:
    """Words with & are shown with it and make no hidden shortcut."""
    for made in (Button("Copy & close"), Switch("This & that")):
        qtbot.addWidget(made)
        assert made.text().count("&&") == 1
        assert made.shortcut().isEmpty()
        assert "&&" not in made.accessibleName()


def test_a_switch_is_pressed_anywhere_on_its_row(qtbot: QtBot, dressed: Theme) -> None:
    """The words at the left are part of it, and so is the space bar."""
    switch = Switch("Require exp")
    qtbot.addWidget(switch)
    switch.set_theme(dressed)
    switch.resize(300, 28)
    switch.show()
    qtbot.mouseClick(switch, LEFT, pos=QPoint(5, 14))
    assert switch.isChecked()
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_a_switch_tells_on_and_off_by_its_position(qtbot: QtBot, dressed: Theme) -> None:
    """The knob is at the right when on and at the left when off."""
    switch = Switch("")
    qtbot.addWidget(switch)
    switch.set_theme(dressed)
    switch.resize(switch.sizeHint())
    pictures = []
    for on in (False, True):
        switch.setChecked(on)
        pictures.append(switch.grab().toImage())
    middle = switch.height() // 2
    off_knob, on_knob = (
        [x for x in range(switch.width()) if picture.pixelColor(x, middle).name().upper() == colour]
        for picture, colour in zip(pictures, (dressed.muted, dressed.knob), strict=True)
    )
    assert max(off_knob) < min(on_knob)


def test_pills_say_which_are_on(qtbot: QtBot, dark: Theme) -> None:
    """A press tells all that are on, in order; showing them tells nothing."""
    row = PillRow("Accepted algorithms")
    qtbot.addWidget(row)
    apply_theme(row, dark)
    told: list[tuple[str, ...]] = []
    row.chosen.connect(told.append)
    row.show_pills(("ES256", "RS256", "HS256"), ("RS256",))
    assert (row.on(), told) == (("RS256",), [])
    first = row.findChildren(QPushButton)[0]
    qtbot.mouseClick(first, LEFT)
    assert told == [("ES256", "RS256")]
    assert not first.icon().isNull()
    assert first.icon().availableSizes() is not None


def test_pills_wrap(qtbot: QtBot) -> None:
    """In a narrow place the pills take more lines instead of being cut off."""
    row = PillRow("Accepted algorithms")
    qtbot.addWidget(row)
    row.show_pills(tuple(f"ES{number}" for number in range(12)))
    assert row.heightForWidth(150) > 2 * row.heightForWidth(2000)
    row.show_pills(("ES256",))
    layout = row.layout()
    assert layout is not None
    assert layout.count() == 1


@pytest.mark.parametrize("name", ["secret", "pem"])
def test_one_of_several_ways_is_taken(qtbot: QtBot, name: str) -> None:
    """A press takes one and tells it; picking from outside tells nothing."""
    modes = Segmented("Kind of key", (("secret", "Secret"), ("pem", "PEM")))
    qtbot.addWidget(modes)
    told: list[str] = []
    modes.picked.connect(told.append)
    assert modes.current() == ""
    modes.pick(name)
    modes.pick("no-such-way")
    assert (modes.current(), told) == (name, [])
    qtbot.mouseClick(modes.findChildren(QPushButton)[1], LEFT)
    assert told == ["pem"]
