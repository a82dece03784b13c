"""Fields for numbers: their text stands off the edge, like that of all others."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

import jwtdesk
from jwtdesk.ui.parts.moment_picker import MomentPicker
from jwtdesk.ui.widgets.number_field import NumberField


@pytest.mark.usefixtures("dressed")
def test_the_text_stands_off_the_edge(qtbot: QtBot) -> None:
    """The first digit is not drawn on the border, and the whole number is seen."""
    field = NumberField()
    qtbot.addWidget(field)
    field.setRange(0, 99_999)
    field.setValue(99_999)
    field.show()
    text = field.lineEdit()
    inset = text.textMargins().left()
    assert inset >= 8
    assert text.width() >= inset + text.fontMetrics().horizontalAdvance("99999")


def test_the_year_of_the_calendar_stands_off_the_edge(qtbot: QtBot) -> None:
    """Qt's own spin box, too."""
    holder = QWidget()
    qtbot.addWidget(holder)
    picker = MomentPicker(holder)
    years = picker.calendar.findChildren(QSpinBox)
    assert [one.lineEdit().textMargins().left() >= 8 for one in years] == [True]


def test_there_are_no_other_spin_boxes() -> None:
    """Whoever needs a number uses the field that looks right."""
    root = Path(jwtdesk.__file__).parent
    made = {
        file.name
        for file in root.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and "SpinBox" in ast.unparse(node.func)
    }
    assert made == set()
