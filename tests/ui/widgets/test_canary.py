"""No small widget ever takes a text for markup, whoever wrote the text."""

import importlib
import pkgutil
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from jwtdesk.ui import widgets
from jwtdesk.ui.theme import Theme
from tests.ui.widgets.every import EVERY

CANARIES = ('<img src="file:///x">', "<b>bold</b>", "<html><h1>x</h1></html>", "a & b < c")


def modules() -> list[str]:
    """Return the names of all modules of small widgets."""
    return [module.name for module in pkgutil.iter_modules(widgets.__path__)]


def seen(tip: str) -> str:
    """Return what a tooltip shows a reader."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("name", EVERY)
def test_no_label_sniffs_for_markup(qtbot: QtBot, dressed: Theme, name: str, canary: str) -> None:
    """Every label inside every widget is told that its text is plain."""
    assert dressed
    widget = EVERY[name](canary)
    qtbot.addWidget(widget)
    for label in (widget, *widget.findChildren(QLabel)):
        if isinstance(label, QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText
    assert not widget.findChildren(QTextEdit)


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("name", EVERY)
def test_no_tooltip_renders_markup(qtbot: QtBot, name: str, canary: str) -> None:
    """A tooltip holds no tag but its own paragraph, and shows what screen readers are told."""
    widget = EVERY[name](canary)
    qtbot.addWidget(widget)
    for part in (widget, *widget.findChildren(QWidget)):
        tip = part.toolTip()
        assert set(re.findall(r"</?(\w+)", tip)) <= {"p"}, tip
        if tip:
            assert part.accessibleDescription() in ("", seen(tip))


def test_every_module_is_walked() -> None:
    """A new widget that shows texts cannot be forgotten here."""
    silent = {
        "announce",
        "column_scroll",
        "flow_layout",
        "icon_label",
        "number_field",
        "plain_tip",
        "state_disc",
        "verdict_words",  # the banner is made of them
    }
    assert set(modules()) - silent == set(EVERY) - {"plain_label_wrapped"}


@pytest.mark.parametrize("module", modules())
def test_no_module_keeps_a_widget_of_its_own(module: str) -> None:
    """Modules hold classes and words, never a widget that lives on between windows."""
    kept = vars(importlib.import_module(f"jwtdesk.ui.widgets.{module}")).values()
    assert not [value for value in kept if isinstance(value, QWidget)]
