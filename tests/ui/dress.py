"""The shipped look, for tests that need widgets as a person sees them."""

from pathlib import Path

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from jwtdesk.ui.fonts import code_font, prose_font
from jwtdesk.ui.palette import palette
from jwtdesk.ui.style import style_sheet
from jwtdesk.ui.theme import Theme, read_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
THEMES = ("dark", "light")


def shipped_theme(name: str) -> Theme:
    """Return the shipped theme `name`."""
    return read_theme(RESOURCES / "themes" / f"{name}.toml", RESOURCES / "icons")


def dress(application: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the application the look of `theme`, as the program does."""
    application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setFont(prose_font(scale))
    template = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    application.setStyleSheet(style_sheet(template, theme, code_font().family(), scale))


def undress(application: QApplication) -> None:
    """Take the look off again, so that no test inherits it."""
    application.setStyleSheet("")
    application.setPalette(QPalette())
    application.setFont(QFont())
