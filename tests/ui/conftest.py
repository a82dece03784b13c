"""Fixtures for small widgets: the look on, the look off again."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from jwtdesk.ui.theme import Theme
from tests.ui.dress import dress, shipped_theme, undress


@pytest.fixture
def dark() -> Theme:
    """Return the dark theme."""
    return shipped_theme("dark")


@pytest.fixture
def dressed(qapp: QApplication, dark: Theme) -> Iterator[Theme]:
    """Put the dark look on for one test."""
    dress(qapp, dark)
    yield dark
    undress(qapp)
