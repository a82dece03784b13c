"""One style sheet for both themes and every text size."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui.fonts import code_font, prose_font
from jwtdesk.ui.palette import palette
from jwtdesk.ui.style import TYPE, apply_theme, set_look, style_sheet
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.card import Card
from tests.ui.dress import RESOURCES, THEMES, shipped_theme

TEMPLATE = (RESOURCES / "style.qss").read_text(encoding="utf-8")


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", THEMES)
def test_every_place_of_the_template_is_filled(name: str, scale: float) -> None:
    """No place is left open, and every picture that the sheet names is there."""
    theme = shipped_theme(name)
    sheet = style_sheet(TEMPLATE, theme, "DejaVu Sans Mono", scale)
    assert not re.search(r"\$\w", sheet.split("*/", 1)[1])
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert all(
        (theme.icons / theme.name / picture.split("/")[-1]).is_file() for picture in pictures
    )


def test_the_two_themes_differ_in_colours_only() -> None:
    """Sizes, margins and selectors are the same in the dark and in the light."""
    bare = [
        re.sub(r"#[0-9A-F]{6}", "#", style_sheet(TEMPLATE, shipped_theme(name), "Mono"))
        for name in THEMES
    ]
    assert bare[0].replace("/dark/", "/light/") == bare[1]


@pytest.mark.parametrize("kind", [*TYPE, "strong", "smallmono"])
def test_every_kind_of_words_has_its_size(kind: str) -> None:
    """No label falls back to the size of something else."""
    rule = re.search(rf'PlainLabel\[type="{kind}"\] {{([^}}]*)}}', TEMPLATE)
    assert rule
    assert "font-size: $size_" in rule[1]


def test_braces_are_balanced() -> None:
    """A sheet with a brace too many is dropped by Qt as a whole, so there is none."""
    assert TEMPLATE.count("{") == TEMPLATE.count("}")


def test_the_sheet_is_understood_by_qt(qtbot: QtBot, dressed: Theme) -> None:
    """Qt parses the sheet without a warning and paints a card in the theme's own colour."""
    card = Card("Header", "braces")
    qtbot.addWidget(card)
    card.set_body(QWidget())
    apply_theme(card, dressed)
    card.resize(300, 200)
    picture = card.grab().toImage()
    assert picture.pixelColor(150, 120).name().upper() == dressed.surface
    assert picture.pixelColor(150, 0).name().upper() == dressed.border


def test_a_look_that_changes_is_seen_at_once(qtbot: QtBot, dressed: Theme) -> None:
    """Setting a property repaints the widget by the selector that now fits."""
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(40, 40)
    set_look(place, "page", True)
    assert place.grab().toImage().pixelColor(20, 20).name().upper() == dressed.bg


def test_themes_reach_every_widget_that_draws(qtbot: QtBot, dark: Theme) -> None:
    """The theme is handed to a widget and to all those inside it."""
    card = Card("Header", "braces")
    qtbot.addWidget(card)
    apply_theme(card, dark)
    assert card.icon._theme is dark


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_is_the_theme(qapp: QApplication, name: str) -> None:
    """What Qt draws by itself has the theme's colours, disabled words are faint."""
    assert qapp
    theme = shipped_theme(name)
    made = palette(theme)
    assert made.window().color().name().upper() == theme.bg
    assert made.text().color().name().upper() == theme.text
    assert made.color(made.ColorGroup.Disabled, made.ColorRole.Text).name().upper() == theme.faint


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_fonts_grow_with_the_scale(qapp: QApplication, scale: float) -> None:
    """Words and code are 13 pixels at a scale of 1, and code has a fixed width."""
    assert qapp
    assert prose_font(scale).pixelSize() == round(TYPE["base"] * scale)
    assert code_font(scale).pixelSize() == round(TYPE["mono"] * scale)
    assert code_font(scale).fixedPitch()
    assert min(TYPE.values()) >= 11
