"""Puts the window into one of its themes, at one size of text."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.fonts import code_font, prose_font
from jwtdesk.ui.palette import palette
from jwtdesk.ui.preferences import DARK, LIGHT
from jwtdesk.ui.style import apply_theme, style_sheet
from jwtdesk.ui.theme import Theme, read_theme

STYLE = "fusion"
"""The only style of Qt's that draws the style sheet alike on every system."""


class Appearance:
    """The two themes, each read when it is first worn, and the template of the style sheet.

    The folder `resources` holds `themes/*.toml`, `icons` and `style.qss`.
    """

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._themes: dict[str, Theme] = {}
        self.style = (resources / "style.qss").read_text(encoding="utf-8")

    def theme(self, name: str) -> Theme:
        """Return the theme `name`, "dark" or "light"."""
        if name not in self._themes:
            file = self._resources / "themes" / f"{DARK if name == DARK else LIGHT}.toml"
            self._themes[name] = read_theme(file, self._resources / "icons")
        return self._themes[name]


def dress_ground(theme: Theme) -> None:
    """Give the program its style and palette, where it has others.

    Each widget is told of each change: that costs least while there are none.
    """
    if QApplication.style().objectName().lower() != STYLE:
        QApplication.setStyle(STYLE)
    colours = palette(theme)
    if QApplication.palette() != colours:
        QApplication.setPalette(colours)


def dress(root: QWidget, theme: Theme, style: str, scale: float) -> None:
    """Draw `root` and all in it with `theme`; `style` is the template, `scale` the text's size."""
    dress_ground(theme)
    code = code_font(scale)
    prose = prose_font(scale)
    QApplication.setFont(prose)
    root.setFont(prose)
    root.setStyleSheet(style_sheet(style, theme, code.family(), scale))
    for editor in root.findChildren(LinkedEditor):
        editor.set_scale(scale)
    apply_theme(root, theme)
