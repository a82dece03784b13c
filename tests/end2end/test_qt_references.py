"""A release of Qt for Python that loses references is caught here, before it aborts elsewhere."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.version_info >= (3, 12), reason="None and True cannot be lost since Python 3.12"
    ),
]


class Speaker(QObject):
    """Has something to emit."""

    said = Signal(str)


def test_calls_that_return_nothing_keep_none_alive() -> None:
    """200,000 calls of a method without a result cost no reference to None."""
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(200_000):
        subject.setObjectName("name")

    assert sys.getrefcount(None) >= before - 100


def test_signals_keep_true_alive() -> None:
    """20,000 emissions cost no reference to True."""
    heard: list[str] = []
    speaker = Speaker()
    speaker.said.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(20_000):
        speaker.said.emit("word")

    assert len(heard) == 20_000
    assert sys.getrefcount(True) >= before - 100
