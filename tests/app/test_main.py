"""The window that the command line asks for."""

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from jwtdesk.app.main import build
from tests.made import token


@pytest.mark.parametrize(("argument", "missing"), [("nowhere.jwt", True), (token(), False)])
def test_a_missing_file_is_said(qtbot: QtBot, argument: str, missing: bool) -> None:
    """A mistyped name is not taken for a strange token without a word; a token is no name."""
    window = build([argument])
    qtbot.waitUntil(window.settled)
    said = window.toast.words.text()
    window.close()
    shiboken6.delete(window)
    assert ("There is no file" in said) is missing
