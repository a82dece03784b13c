"""A box whose words do not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jwtdesk.ui.parts.elided_box import ElidedBox

ROOM = 90


def picture(qtbot: QtBot, words: str, placeholder: str = "") -> QImage:
    """Return how a box of little width shows `words`, or the `placeholder` where nothing is chosen.

    The arrow is left out: it is the same in all of them.
    """
    box = ElidedBox()
    qtbot.addWidget(box)
    box.setPlaceholderText(placeholder)
    box.addItem(words)
    box.setCurrentIndex(-1 if placeholder else 0)
    box.resize(ROOM, 30)
    return box.grab().toImage()


def test_words_that_do_not_fit_end_in_dots(qtbot: QtBot) -> None:
    """What lies beyond the room changes nothing, also not half a letter at its edge."""
    start = "PBES2-HS512"
    assert picture(qtbot, start + "+A256KW") == picture(qtbot, start + "+A128KW, and more")
    assert picture(qtbot, "HS256") != picture(qtbot, "HS384")


def test_where_nothing_is_chosen_the_placeholder_stands(qtbot: QtBot) -> None:
    """It is seen, and looks other than a choice."""
    assert picture(qtbot, "no alg", "no alg") != picture(qtbot, "no alg")
    assert picture(qtbot, "no alg", "no alg") != picture(qtbot, "no alg", "other")


def test_the_list_shows_each_choice_whole_and_that_there_are_more(qtbot: QtBot) -> None:
    """It is as wide as its widest choice, and scrolls where it is not as high as all of them."""
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem("a choice that is much wider than the box that it is shown in")
    box.resize(ROOM, 30)
    box.showPopup()
    view = box.view()
    assert view.minimumWidth() > view.sizeHintForColumn(0) > ROOM
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
    box.hidePopup()
