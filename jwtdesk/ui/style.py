"""One style sheet, filled from the theme; states are Qt properties, looks are selectors."""

from string import Template
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.theme import Theme, colours

TYPE = {"headline": 17, "base": 13, "title": 12, "body": 12, "small": 11, "mono": 13}
"""The sizes of words, in logical pixels at a text scale of 1."""


def _shapes(scale: float) -> dict[str, str]:
    """Return the sizes of what is not text but must grow with it.

    Qt forgets a radius that is larger than half the height: pills get their height with it.
    """
    pill, button, box = round(4 + 6 * scale), round(4 + 7 * scale), round(15 * scale)
    pixels = {
        "pill": pill,
        "pill_inside": 2 * pill - 2,
        "pill_button": button,
        "pill_large": round(5 + 8 * scale),
        "pill_button_inside": 2 * button - 8,
        "pill_large_inside": 2 * round(5 + 8 * scale) - 2,
        "mark": round(14 * scale),
        "arrow": round(11 * scale),
        "box": box,
        "box_round": (box + 2) // 2,
    }
    return {name: f"{size}px" for name, size in pixels.items()}


@runtime_checkable
class Themed(Protocol):
    """A widget that draws with the theme itself, beyond what the style sheet does."""

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""


def style_sheet(template: str, theme: Theme, mono: str, scale: float = 1.0) -> str:
    """Return the style sheet for `theme`.

    `template` is the text of `style.qss`, where `$surface` stands for a colour and `$size_title`
    for a size; `mono` is the fixed-width family; `scale` enlarges every text (1.0 to 2.0).
    """
    sizes = {f"size_{name}": f"{round(size * scale)}px" for name, size in TYPE.items()}
    sizes |= _shapes(scale)
    drawn = (theme.icons / theme.name).as_posix()
    return Template(template).substitute(colours(theme), **sizes, mono=mono, drawn=drawn)


def apply_theme(root: QWidget, theme: Theme) -> None:
    """Hand `theme` to `root` and to every widget in it that draws with one."""
    for widget in (root, *root.findChildren(QWidget)):
        # Asking a protocol would cost as much as all the drawing.
        themed = getattr(widget, "set_theme", None)
        if themed is not None:
            themed(theme)


def set_look(widget: QWidget, name: str, value: str | bool) -> None:  # noqa: FBT001 - a Qt property
    """Set the property `name`, which the style sheet's selectors read, and redraw if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # A widget not polished yet will read its properties then; polishing it twice costs start-up.
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_shown(widget: QWidget, shown: bool) -> None:  # noqa: FBT001 - as in QWidget.setVisible
    """Show or hide `widget` in its place; one that has no place yet will appear with its place.

    Qt's own `setVisible(True)` would open a window for a widget that is not laid out yet.
    """
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(shown)
