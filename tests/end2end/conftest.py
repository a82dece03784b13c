"""A real, wired window for stories; closed and gone when the story ends."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jwtdesk.app.main import build
from jwtdesk.app.settings import store
from tests.end2end.person import Person


@pytest.fixture(name="person")
def _person(qtbot: QtBot) -> Iterator[Person]:
    """Sit a person before a freshly opened window that nobody has used before."""
    store().clear()
    window = build([])
    window.show()
    qtbot.waitExposed(window)
    yield Person(window, qtbot)
    window.close()
    shiboken6.delete(window)
    QGuiApplication.clipboard().clear()
