"""Labels show what they are given, and shorten it without losing it."""

import pytest
from pytestqt.qtbot import QtBot

from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip, tip_markup

LONG = "Header or payload was changed, or a different key signed it"


def test_words_are_shortened_to_the_room(qtbot: QtBot) -> None:
    """In a narrow place the end is cut with an ellipsis and the whole is the tooltip."""
    label = PlainLabel(LONG, elide=True)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.text() == LONG
    assert LONG in label.toolTip()
    assert label.accessibleDescription() == LONG


def test_words_with_room_enough_have_the_tip_they_were_given(qtbot: QtBot) -> None:
    """When nothing is cut, the tooltip is free for something else."""
    label = PlainLabel("Short", elide=True)
    qtbot.addWidget(label)
    label.set_tip("The whole sentence.")
    label.resize(400, 20)
    label.show()
    assert label.shown_text() == "Short"
    assert label.accessibleDescription() == "The whole sentence."


def test_a_larger_font_shortens_anew(qtbot: QtBot) -> None:
    """The tooltip appears as soon as larger letters cut the words."""
    label = PlainLabel("Sixteen letters!", elide=True)
    qtbot.addWidget(label)
    label.resize(250, 20)
    label.show()
    assert not label.toolTip()
    font = label.font()
    font.setPixelSize(40)
    label.setFont(font)
    assert label.toolTip()


def test_it_may_become_narrow_only_when_it_may_be_shortened(qtbot: QtBot) -> None:
    """An eliding label asks for a few characters at the least, any other for all of its words."""
    eliding, whole = PlainLabel(LONG, elide=True), PlainLabel(LONG)
    qtbot.addWidget(eliding)
    qtbot.addWidget(whole)
    assert eliding.minimumSizeHint().width() < whole.minimumSizeHint().width() / 4
    assert whole.shown_text() == LONG


def test_lines_can_be_changed(qtbot: QtBot) -> None:
    """A label can be told to write over several lines instead of cutting."""
    label = PlainLabel(LONG, elide=True)
    qtbot.addWidget(label)
    label.set_lines(wrap=True)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(80) > label.heightForWidth(2000)
    assert label.shown_text() == LONG


def test_a_tone_is_a_colour_of_the_theme(qtbot: QtBot, dressed: Theme) -> None:
    """The words take the colour that their tone names."""
    label = PlainLabel("x", tone="bad")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()).name().upper() == dressed.bad
    label.set_tone("ok")
    assert label.palette().color(label.foregroundRole()).name().upper() == dressed.ok


def test_words_can_be_made_selectable(qtbot: QtBot) -> None:
    """Facts worth copying can be selected by mouse and keyboard."""
    label = PlainLabel("NzbLsXh8uDCcd-6M", selectable=True)
    qtbot.addWidget(label)
    assert label.textInteractionFlags() & label.textInteractionFlags().TextSelectableByKeyboard


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b", 'say "hi"'])
def test_a_tip_is_escaped(qtbot: QtBot, text: str) -> None:
    """The characters that mean something to markup are written out."""
    label = PlainLabel("x")
    qtbot.addWidget(label)
    set_tip(label, text)
    assert text not in label.toolTip() or "&" not in text
    assert "<b>" not in label.toolTip()
    assert label.accessibleDescription() == text


def test_no_words_are_no_tip() -> None:
    """An empty tip stays empty, so that no empty box pops up."""
    assert tip_markup("") == ""


def test_what_hides_is_shown(qtbot: QtBot) -> None:
    """A mark that turns the writing is seen as its number; the words stay what they were."""
    label = PlainLabel("user\u202egnp.exe")
    qtbot.addWidget(label)

    assert label.text() == "user\u202egnp.exe"
    assert label.shown_text() == "user⟨U+202E⟩gnp.exe"
    assert "⟨U+202E⟩" in tip_markup("a\u202eb")
