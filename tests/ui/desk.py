"""A wired window without the app floor: real model, real runner, nothing on disk."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import ClockTicked
from jwtdesk.model.samples import Sample
from jwtdesk.ui.appearance import Appearance
from jwtdesk.ui.main_window import MainWindow
from jwtdesk.ui.preferences import LIGHT, Preferences
from jwtdesk.ui.runner import Runner
from jwtdesk.ui.store import Store
from tests.end2end.person import Person
from tests.ui.dress import RESOURCES

NOW = 1_795_419_799
"""23 Nov 2026 07:43:19 UTC: 23 min after `iat` of the sample, 36 min before its `exp`."""
SECRET = "correct-horse-battery-staple-2026"
TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
    "eyJpc3MiOiJodHRwczovL2lkLmFjbWUuZXhhbXBsZSIsInN1YiI6InUiLCJpYXQiOjE3OTU0MTg0MDAs"
    "ImV4cCI6MTc5NTQyMjAwMH0."
    "MPp9w3B87PJeOx98CSmcvGMqIqiT8Ae7FliILKIC8Fo"
)
SAMPLE = Sample("first", "HS256: a sample", "HS256", TOKEN, KeyInput(SECRET.encode()))


def opened(
    qtbot: QtBot,
    preferences: Preferences = Preferences(theme=LIGHT),  # noqa: B008 - a frozen value
    remembered: list[Preferences] | None = None,
) -> Iterator[Person]:
    """Sit a person before a window; what it wants remembered goes to `remembered`."""
    runner = Runner()
    store = Store(runner)
    runner.answered.connect(store.dispatch)
    kept: list[Preferences] = [] if remembered is None else remembered
    window = MainWindow(
        store,
        (SAMPLE,),
        appearance=Appearance(RESOURCES),
        preferences=preferences,
        remember=kept.append,
    )
    runner.setParent(window)
    store.dispatch(ClockTicked(NOW))
    window.show()
    qtbot.waitExposed(window)
    yield Person(window, qtbot)
    window.close()
    runner.close()
    shiboken6.delete(window)
    QGuiApplication.clipboard().clear()


@pytest.fixture(name="desk")
def _desk(qtbot: QtBot) -> Iterator[Person]:
    """Sit a person before a freshly opened window in the light theme."""
    yield from opened(qtbot)
