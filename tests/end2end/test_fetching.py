"""Fetching keys with the real program, from a server on this computer."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from jwtdesk.app.main import build
from jwtdesk.ui.dialogs.fetch_keys import FetchKeysDialog
from tests.app import key_server
from tests.app.key_server import key_server as served
from tests.end2end.person import Person


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Person]:
    """Sit a person before the wired program."""
    window = build([], remembers=False)
    window.show()
    qtbot.waitExposed(window)
    yield Person(window, qtbot)
    window.close()
    shiboken6.delete(window)


def _dialog(person: Person) -> FetchKeysDialog:
    person.window.action("fetch-keys").trigger()
    (found,) = (one for one in person.window.findChildren(QDialog) if one.isVisible())
    assert isinstance(found, FetchKeysDialog)
    return found


def test_two_steps_to_the_keys(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The issuer's document first, then the address it names; the keys end in the field."""
    with served() as address:
        document = f'{{"issuer":"{address}","jwks_uri":"{address}/jwks"}}'.encode()
        monkeypatch.setitem(key_server.BODIES, "/.well-known/openid-configuration", document)
        dialog = _dialog(person)
        dialog.address.setText(f"{address}/.well-known/openid-configuration")
        QTest.mouseClick(dialog.call, Qt.MouseButton.LeftButton)
        person.wait()
        assert dialog.address.text() == f"{address}/jwks"
        assert "second step" in dialog.words.text()
        QTest.mouseClick(dialog.call, Qt.MouseButton.LeftButton)
        person.wait()
        assert person.session.key.octets == key_server.JWKS
        assert "in the key field" in dialog.words.text()
        dialog.reject()


def test_cancel_is_at_once(person: Person) -> None:
    """While a server keeps silent the window lives, and Cancel ends it without a wait."""
    with served() as address:
        dialog = _dialog(person)
        dialog.address.setText(f"{address}/silence")
        QTest.mouseClick(dialog.call, Qt.MouseButton.LeftButton)
        assert person.session.fetching.asking is not None
        assert dialog.progress.isVisible()
        assert not dialog.call.isEnabled()
        person.qtbot.wait(300)
        begin = time.monotonic()
        dialog.progress.cancelled.emit()
        elapsed = time.monotonic() - begin
        assert person.session.fetching.asking is None
        assert not dialog.progress.isVisible()
        dialog.reject()
    assert elapsed < 5


def test_the_whole_feature_can_be_switched_off(person: Person) -> None:
    """With the preference off nothing in the menus fetches anything."""
    window = person.window
    assert window.action("fetch-keys").isVisible()
    window.prefer(replace(window.preferences, fetching=False))
    assert not window.action("fetch-keys").isVisible()
