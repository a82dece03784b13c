"""An empty place shows what there is room for, the most useful last to go."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.empty_state import EmptyState

TITLE, BODY = "Paste a token here", "Or drop a file, or a link, or whatever is at hand."


def laid(qtbot: QtBot, theme: Theme) -> tuple[QWidget, EmptyState]:
    """Return a window and an empty place that lies in it, as large as it is made."""
    window = QWidget()
    qtbot.addWidget(window)
    made = EmptyState("token", TITLE, BODY, window)
    made.set_theme(theme)
    window.show()
    return window, made


@pytest.mark.parametrize(
    ("height", "icon", "body"),
    [(300, True, True), (150, False, True), (90, False, False), (60, False, False)],
)
def test_the_icon_goes_first_then_the_sentence(
    qtbot: QtBot, dressed: Theme, height: int, icon: bool, body: bool
) -> None:
    """Title and button stay whole in every height they fit into."""
    _window, made = laid(qtbot, dressed)
    button = made.add_button("Try a sample", "primary")
    made.resize(260, height)
    QApplication.processEvents()

    assert made.icon.isVisible() is icon
    assert made.body.isVisible() is body
    assert made.title.height() >= made.title.heightForWidth(made.title.width())
    assert button.height() >= button.fontMetrics().height()
    assert button.geometry().bottom() <= made.height()
    assert made.accessibleDescription() == BODY


def test_what_went_comes_back(qtbot: QtBot, dressed: Theme) -> None:
    """With more room all is there again; of no sentence nothing is shown."""
    _window, made = laid(qtbot, dressed)
    made.resize(260, 60)
    assert not made.icon.isVisible()
    made.resize(260, 300)
    assert made.icon.isVisible()
    assert made.body.isVisible()
    made.say(TITLE, "")

    assert not made.body.isVisible()
