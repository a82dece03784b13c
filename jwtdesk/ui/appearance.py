"""Puts the window into one of its themes, at one size of text."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from jwtdesk.jose.dataclass import dataclass
from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.fonts import code_font, prose_font
from jwtdesk.ui.palette import palette
from jwtdesk.ui.preferences import DARK
from jwtdesk.ui.style import apply_theme, style_sheet
from jwtdesk.ui.theme import Theme, read_theme

STYLE = "fusion"
"""The only style of Qt's that draws the style sheet alike on every system."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """The two themes, and the template of the style sheet."""

    light: Theme
    dark: Theme
    style: str

    def theme(self, name: str) -> Theme:
        """Return the theme `name`, "dark" or "light"."""
        return self.dark if name == DARK else self.light


def read_appearance(resources: Path) -> Appearance:
    """Return what the folder `resources` holds: `themes/*.toml`, `icons`, `style.qss`."""
    icons = resources / "icons"
    return Appearance(
        read_theme(resources / "themes" / "light.toml", icons),
        read_theme(resources / "themes" / "dark.toml", icons),
        (resources / "style.qss").read_text(encoding="utf-8"),
    )


def dress(root: QWidget, theme: Theme, style: str, scale: float) -> None:
    """Draw `root` and all in it with `theme`; `style` is the template, `scale` the text's size."""
    if QApplication.style().objectName().lower() != STYLE:
        QApplication.setStyle(STYLE)
    code = code_font(scale)
    prose = prose_font(scale)
    QApplication.setFont(prose)
    root.setFont(prose)
    QApplication.setPalette(palette(theme))
    root.setStyleSheet(style_sheet(style, theme, code.family(), scale))
    for editor in root.findChildren(LinkedEditor):
        editor.set_scale(scale)
    apply_theme(root, theme)
