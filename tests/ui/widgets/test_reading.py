"""What is seen is also said: names for screen readers, words beside colours."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui.widgets.badge import ICONS as BADGE_ICONS
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.lamp import ICONS as LAMP_ICONS
from jwtdesk.ui.widgets.state_disc import ICONS as DISC_ICONS
from jwtdesk.ui.widgets.toast import ICONS as TOAST_ICONS
from tests.ui.dress import RESOURCES
from tests.ui.widgets.every import EVERY

NAMED = [name for name in EVERY if not name.startswith(("plain_label", "live_time", "toast"))]


@pytest.mark.parametrize("name", NAMED)
def test_every_widget_has_an_accessible_name(qtbot: QtBot, name: str) -> None:
    """A screen reader can name each widget and each button inside it."""
    widget = EVERY[name]("Signature")
    qtbot.addWidget(widget)
    assert widget.accessibleName()
    for button in widget.findChildren(QAbstractButton):
        # Qt's own buttons inside a line edit are reached through the field.
        if type(button).__module__.startswith("jwtdesk"):
            assert button.accessibleName()


@pytest.mark.parametrize("icons", [BADGE_ICONS, LAMP_ICONS, DISC_ICONS, TOAST_ICONS])
def test_each_state_has_its_own_drawing(icons: dict[str, str]) -> None:
    """No two states share a drawing, and every drawing is shipped."""
    assert len(set(icons.values())) == len(icons)
    for name in icons.values():
        assert (RESOURCES / "icons" / f"{name}.svg").is_file()


def test_a_widget_not_laid_out_yet_opens_no_window(qtbot: QtBot) -> None:
    """Showing words in a badge that has no place yet does not open a window for it."""
    badge = Badge("")
    qtbot.addWidget(badge)
    badge.show_badge("3 members")
    assert not badge.isVisible()
    place = QWidget()
    qtbot.addWidget(place)
    badge.setParent(place)
    place.show()
    assert badge.isVisible()
