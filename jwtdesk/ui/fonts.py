"""Which of the system's fonts to write with, in order of liking."""

from PySide6.QtGui import QFont, QFontDatabase

from jwtdesk.ui.style import TYPE

PROSE = ("Inter", "Segoe UI", "SF Pro", ".AppleSystemUIFont", "Noto Sans", "DejaVu Sans")
CODE = (
    "JetBrains Mono",
    "Cascadia Code",
    "SF Mono",
    "Menlo",
    "Consolas",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
)
LINE = 20
"""The height of a line of code, in logical pixels at a text scale of 1."""


def prose_font(scale: float = 1.0) -> QFont:
    """Return the font for words, 13 pixels high at a text scale of 1.

    For `QApplication.setFont`; needs the application to exist.
    """
    font = QFont(_first(PROSE, QFontDatabase.SystemFont.GeneralFont))
    font.setPixelSize(round(TYPE["base"] * scale))
    return font


def code_font(scale: float = 1.0) -> QFont:
    """Return the fixed-width font for tokens, JSON and keys, 13 pixels at a text scale of 1."""
    font = QFont(_first(CODE, QFontDatabase.SystemFont.FixedFont))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPixelSize(round(TYPE["mono"] * scale))
    return font


def _first(liked: tuple[str, ...], otherwise: QFontDatabase.SystemFont) -> str:
    """Return the first family that is installed, else the system's own."""
    installed = set(QFontDatabase.families())
    for family in liked:
        if family in installed:
            return family
    return QFontDatabase.systemFont(otherwise).family()
