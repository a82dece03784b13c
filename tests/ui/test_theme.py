"""Both themes can be read by people with ordinary sight on ordinary screens, measured."""

import re
from pathlib import Path

import pytest

from jwtdesk.ui.theme import colours, read_theme
from tests.ui.dress import RESOURCES, THEMES, shipped_theme

GROUNDS = ("bg", "bar", "surface", "sunken", "raised", "popup")
STATES = ("ok", "warn", "bad", "info", "unknown")
CODE = (
    "json_key",
    "json_string",
    "json_number",
    "json_literal",
    "header",
    "payload",
    "signature",
    "wrapped",
    "beside",
)
TEXT_PAIRS = [
    *((words, ground) for words in ("text", "muted", "faint") for ground in GROUNDS),
    *((words, ground) for words in ("accent", *STATES, *CODE) for ground in ("surface", "sunken")),
    *((state, f"{state}_tint") for state in STATES),
    *((words, f"{state}_tint") for words in ("text", "muted", "faint") for state in STATES),
    *((words, ground) for words in CODE for ground in ("line", "surface", "sunken")),
    *((part, f"{part}_tint") for part in ("header", "payload", "signature")),
    *((words, "accent_tint") for words in ("text", "muted", "faint", "accent")),
    ("text", "selection"),
    ("text", "pressed"),
    ("muted", "raised"),
    ("accent", "bg"),
    ("accent", "popup"),
    ("on_accent", "accent"),
]
MARK_PAIRS = [
    *(("field", ground) for ground in ("surface", "sunken", "popup", "bg")),
    *((state, ground) for state in STATES for ground in ("surface", f"{state}_tint")),
    *(("on_state", state) for state in STATES),
    *(("focus", ground) for ground in ("surface", "sunken", "bg", "bar")),
    ("knob", "switch"),
    ("switch", "surface"),
    ("muted", "sunken"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB", 0.0 to 1.0 (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1.0 to 21.0 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    """Black on white is 21 to 1, and a known grey on white is 4.54 to 1."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_stand_out_from_their_ground(name: str, words: str, ground: str) -> None:
    """Every text has a contrast of at least 4.5 to 1 wherever it is written."""
    theme = shipped_theme(name)
    assert contrast(theme.colour(words), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_and_borders_stand_out(name: str, mark: str, ground: str) -> None:
    """Field borders, focus rings and state marks have a contrast of at least 3 to 1."""
    theme = shipped_theme(name)
    assert contrast(theme.colour(mark), theme.colour(ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_marks_inside_fields_have_the_colours_of_the_theme(name: str) -> None:
    """The drawings that the style sheet names are tinted in colours that the theme really has."""
    theme = shipped_theme(name)
    drawings = sorted((theme.icons / theme.name).glob("*.svg"))
    assert drawings
    for drawing in drawings:
        used = set(re.findall(r"#[0-9A-F]{6}", drawing.read_text(encoding="utf-8")))
        assert used <= set(colours(theme).values()), drawing.name
        assert used, drawing.name


def test_both_themes_name_the_same_drawings() -> None:
    """Nothing is drawn in one theme that is missing in the other."""
    names = [{file.name for file in (RESOURCES / "icons" / name).iterdir()} for name in THEMES]
    assert names[0] == names[1]


def test_an_unknown_colour_is_the_colour_of_words() -> None:
    """A tone that the theme does not have is still readable."""
    theme = shipped_theme("dark")
    assert theme.colour("no-such-tone") == theme.text
    assert theme.dark
    assert not shipped_theme("light").dark


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('bg = "#0D1017"', 'bg = "red"', "bg is not written #RRGGBB"),
        ('bg = "#0D1017"', "", "bg"),
        ('bg = "#0D1017"', 'bg = "#0D1017"\nextra = "#000000"', "extra"),
    ],
)
def test_a_broken_theme_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    """A theme file with a colour missing, misspelt or unknown is refused by the colour's name."""
    text = (RESOURCES / "themes" / "dark.toml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        read_theme(broken, tmp_path)
