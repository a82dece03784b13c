"""Icons are our own, of one kind, tinted, and sharp on every screen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from jwtdesk.ui.icons import icon
from tests.ui.dress import RESOURCES, shipped_theme

DRAWINGS = sorted((RESOURCES / "icons").glob("*.svg"))
LINES = [drawing for drawing in DRAWINGS if drawing.stem != "mark"]


def colours_in(image: QImage) -> set[str]:
    """Return the colours of all pixels that are fully there."""
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("drawing", LINES, ids=lambda drawing: drawing.stem)
def test_every_drawing_is_of_one_kind(drawing: Path) -> None:
    """A grid of 24, lines of 1.75, round ends, and no colour of its own."""
    source = drawing.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="1.75"' in source
    assert "currentColor" in source
    assert not re.search(r"#[0-9A-Fa-f]{3}|<(script|image|use|style)", source)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_every_drawing_is_understood_by_qt(qapp: QApplication, drawing: Path) -> None:
    """Each file draws something."""
    assert qapp
    image = icon(shipped_theme("dark"), drawing.stem).pixmap(QSize(48, 48), 1.0).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48))


def test_an_icon_takes_the_tone_it_is_given(qapp: QApplication) -> None:
    """The same drawing is drawn in different colours of the theme."""
    assert qapp
    theme = shipped_theme("dark")
    for tone in ("ok", "bad", "accent"):
        image = icon(theme, "dot", tone).pixmap(QSize(32, 32), 1.0).toImage()
        assert colours_in(image) == {theme.colour(tone)}


def test_an_icon_is_drawn_at_the_resolution_of_the_screen(qapp: QApplication) -> None:
    """On a screen of twice the density it has twice the pixels, not enlarged ones."""
    assert qapp
    picture = icon(shipped_theme("dark"), "key").pixmap(QSize(16, 16), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_chosen_and_disabled_icons_look_different(qapp: QApplication) -> None:
    """A switched-on icon has the chosen tone, a disabled one is pale."""
    assert qapp
    theme = shipped_theme("dark")
    drawn = icon(theme, "dot", "muted", "accent")
    on = drawn.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert colours_in(on) == {theme.accent}
    pale = drawn.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled, QIcon.State.Off).toImage()
    assert 0 < pale.pixelColor(16, 16).alpha() < 200


def test_an_icon_that_is_missing_draws_nothing(qapp: QApplication) -> None:
    """A name without a drawing is an empty picture, not an error."""
    assert qapp
    image = icon(shipped_theme("dark"), "no-such-drawing").pixmap(QSize(16, 16), 1.0).toImage()
    assert colours_in(image) == set()


def test_every_drawing_that_is_named_is_shipped() -> None:
    """No button, card or menu entry names a drawing that nobody drew."""
    named = re.compile(r'(?:IconLabel\(|IconButton\(|set_icon_name\(|icon=)\s*"([a-z-]+)"')
    sources = sorted((RESOURCES.parent / "jwtdesk" / "ui").rglob("*.py"))
    used = {name for file in sources for name in named.findall(file.read_text(encoding="utf-8"))}
    assert "copy" in used
    assert used <= {drawing.stem for drawing in DRAWINGS}
