"""Editors for the tests, shown and with the keyboard."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.theme import Theme
from tests.ui.dress import shipped_theme

MakeEditor = Callable[..., LinkedEditor]


@pytest.fixture(params=["dark", "light"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Return each shipped theme in turn."""
    return shipped_theme(request.param)


@pytest.fixture
def make_editor(qtbot: QtBot, dark: Theme) -> MakeEditor:
    """Return a maker of shown, focused editors."""

    def make(text: str = "", *, indents: bool = False, width: int = 400) -> LinkedEditor:
        edit = LinkedEditor(indents=indents)
        qtbot.addWidget(edit)
        edit.set_theme(dark)
        edit.resize(width, 240)
        edit.show()
        edit.activateWindow()
        edit.setFocus()
        qtbot.waitUntil(edit.hasFocus)
        edit.show_text(text)
        return edit

    return make


@pytest.fixture
def edit(make_editor: MakeEditor) -> LinkedEditor:
    """Return an empty editor."""
    return make_editor()
