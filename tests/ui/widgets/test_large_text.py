"""At 200 % text nothing is cut off, and without any text size set nothing is either."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme
from tests.ui.dress import dress, undress
from tests.ui.widgets.every import EVERY


def shows_icon_only(part: QWidget) -> bool:
    """Return whether the text of `part` is for screen readers and not for the eye."""
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(part, QToolButton) and part.toolButtonStyle() == icon_only


def heights(widget: QWidget) -> dict[str, tuple[int, int]]:
    """Return for every label and button the height it has and the height its text asks for."""
    return {
        f"{type(part).__name__} {part.text()[:20]}": (part.height(), part.fontMetrics().height())
        for part in (widget, *widget.findChildren(QWidget))
        if isinstance(part, QLabel | QPushButton | QToolButton)
        and part.text()
        and part.isVisible()
        and not shows_icon_only(part)
    }


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", EVERY)
def test_no_line_of_text_is_lower_than_its_letters(
    qtbot: QtBot, qapp: QApplication, dark: Theme, name: str, scale: float
) -> None:
    """At the size a widget asks for, each of its labels and buttons is as high as its text."""
    dress(qapp, dark, scale)
    widget = EVERY[name]("Signature Ägypt")
    qtbot.addWidget(widget)
    apply_theme(widget, dark)
    widget.resize(widget.minimumSizeHint().expandedTo(widget.sizeHint()))
    widget.show()
    too_low = {part: size for part, size in heights(widget).items() if size[0] < size[1]}
    undress(qapp)
    assert not too_low


@pytest.mark.parametrize("name", [name for name in EVERY if name != "toast"])
def test_everything_grows_with_the_text(
    qtbot: QtBot, qapp: QApplication, dark: Theme, name: str
) -> None:
    """A widget asks for clearly more height when the text is twice as large."""
    sizes = []
    for scale in (1.0, 2.0):
        dress(qapp, dark, scale)
        widget = EVERY[name]("Signature")
        qtbot.addWidget(widget)
        apply_theme(widget, dark)
        widget.show()
        sizes.append(widget.sizeHint().height())
        undress(qapp)
    assert sizes[1] > sizes[0] * 1.25
