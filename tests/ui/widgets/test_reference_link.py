"""A reference is a link: reached by keyboard, named before it is pressed, opened only then."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui import browser
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.reference_link import ReferenceLink
from tests.ui.following import RFC, Browser

NAME, ADDRESS = "RFC 8725 section 3.1", f"{RFC}8725#section-3.1"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Put a browser in place that only notes."""
    noting = Browser()
    monkeypatch.setattr(browser, "QDesktopServices", noting)
    return noting


def shown(qtbot: QtBot, reference: str = NAME) -> ReferenceLink:
    """Return the link, on the screen."""
    link = ReferenceLink(reference)
    qtbot.addWidget(link)
    link.show()
    return link


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_follow_a_link(qtbot: QtBot, pages: Browser, key: Qt.Key) -> None:
    """Enter and the space bar open the page, at the section, once."""
    link = shown(qtbot)
    QTest.keyClick(link, key)

    assert pages.opened == [ADDRESS]


def test_a_click_follows_a_link(qtbot: QtBot, pages: Browser) -> None:
    """Nothing is opened by showing, resting or focusing, only by the press."""
    link = shown(qtbot)
    link.setFocus()
    QTest.mouseMove(link)
    assert pages.opened == []
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    assert pages.opened == [ADDRESS]


def test_a_link_names_its_address_beforehand(qtbot: QtBot) -> None:
    """The tooltip has the address, a screen reader hears what a press does."""
    link = shown(qtbot)

    assert ADDRESS in link.toolTip()
    assert link.accessibleName() == f"{NAME}, opens in the browser"
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_words_that_lead_nowhere_are_no_link(qtbot: QtBot, pages: Browser) -> None:
    """They take no keyboard, have no tip, and a click opens nothing."""
    link = shown(qtbot, "Acme handbook")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    assert pages.opened == []
    assert link.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert link.accessibleName() == "Acme handbook"
    assert not link.toolTip()
    assert browser.reference_menu("Acme handbook", link) is None


def menu_of(link: ReferenceLink) -> QMenu:
    """Press the right mouse button; return the menu that comes."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(link, QContextMenuEvent(reason, QPoint(2, 2), QPoint(2, 2)))
    menu = link.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_opens_and_copies(qtbot: QtBot, pages: Browser) -> None:
    """The menu names the address it opens, and can copy it instead."""
    menu = menu_of(shown(qtbot))
    opened, copied = menu.actions()
    assert opened.text() == f"Open {ADDRESS}"
    copied.trigger()
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert pages.opened == []
    opened.trigger()
    menu.close()

    assert pages.opened == [ADDRESS]


def test_a_missing_browser_is_told(qtbot: QtBot, pages: Browser) -> None:
    """Where no browser can be opened, the window says so and names the address."""

    class Window(QWidget):
        def say(self, words: str, tone: str) -> None:
            self.told = (words, tone)

    window = Window()
    qtbot.addWidget(window)
    pages.opens = False
    assert not browser.follow(NAME, window)

    assert window.told == (f"No browser could be opened for {ADDRESS}", "warn")


@pytest.mark.parametrize("scale", [1, 2])
def test_a_reference_is_whole_where_there_is_room(qtbot: QtBot, dressed: Theme, scale: int) -> None:
    """At its own size nothing is shortened; in a narrow place the tooltip has the whole."""
    assert dressed
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    link = ReferenceLink("OpenID Connect Back-Channel Logout section 2.4")
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    font = box.font()
    font.setPixelSize(font.pixelSize() * scale)
    box.setFont(font)
    box.resize(1200, 90)
    box.show()
    assert link.text() == link.reference
    box.resize(160, 90)
    QApplication.processEvents()

    assert link.text().endswith("…")
    assert link.reference in link.toolTip()
