"""The bar at the top: every menu is there, at every size of text."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from tests.end2end.person import Person
from tests.ui.desk import _desk

__all__ = ["_desk"]


def further(desk: Person) -> QToolButton:
    """Return the button that opens the menus which have no room."""
    found = desk.window.menuBar().findChild(QToolButton, "qt_menubar_ext_button")
    assert found is not None
    return found


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1280), (1.5, 1440), (1.5, 1024), (2.0, 1280)])
def test_words_give_way_before_a_menu_does(desk: Person, scale: float, width: int) -> None:
    """Text made larger in an open window takes the captions' room, never that of a menu."""
    desk.window.resize(width, 800)
    desk.window.prefer(replace(desk.window.preferences, scale=scale))
    QApplication.processEvents()
    desk.qtbot.waitUntil(lambda: not further(desk).isVisible())


def test_menus_without_room_are_behind_a_button_that_is_seen(desk: Person) -> None:
    """Where even the captions' room is too little, the button has a drawing of ours."""
    assert not further(desk).icon().isNull()
    drawn = further(desk).icon().pixmap(16, 16).toImage()
    assert any(drawn.pixelColor(x, 8).alpha() for x in range(16))


def test_places_stand_in_the_order_of_their_keys(desk: Person) -> None:
    """“Go to” and “Cards” list the panes as their shortcuts count them."""
    first = desk.window.findChild(QAction, "go-token")
    assert first is not None
    menu = first.parent()
    assert isinstance(menu, QMenu)
    keys = [one.shortcut().toString() for one in menu.actions()]
    assert keys == sorted(keys)
    assert keys[0] == "Ctrl+1"
