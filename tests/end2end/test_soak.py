"""A long day at the desk: nothing piles up, whatever is done how often.

The calls that a faulty Qt would not survive are made in `test_qt_references.py`.
"""

import gc
import os
import random
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, TokenPasted
from tests.end2end.hasty import Hasty, disagreement
from tests.end2end.person import CONTROL, Person
from tests.model.desk import CLASSIC, CLASSIC_SECRET, TUTORIAL

EDITS, WARM = 20_000, 4_000
GROWTH = 64 * 1024 * 1024
"""How much larger the memory may be after the last edit than after the warm-up, in bytes.

History and remembered answers fill up to their bounds for thousands of edits.
"""
FEW = 20
"""So many objects Qt may have made when it first needed them, however many edits there were."""


def resident() -> int:
    """Return how much memory this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def population(window: QWidget) -> dict[str, int]:
    """Count what could pile up: widgets, timers and other Qt objects, threads, files."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return {
        "widgets": len(window.findChildren(QWidget)),
        "timers": len(window.findChildren(QTimer)),
        "objects": len(window.findChildren(QObject)),
        "windows": len(QApplication.topLevelWidgets()),
        "threads": threading.active_count(),
        "files": len(list(Path("/proc/self/fd").iterdir())),
    }


class Worker:
    """Somebody who edits all day, at random, always the same for the same seed."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.chance = random.Random(1)  # noqa: S311 - for a test, not for a secret
        self.done: Counter[str] = Counter()
        self.ways: list[Callable[[], None]] = [
            *[self.type] * 12,
            *[self.erase] * 8,
            *[self.undo] * 4,
            self.redo,
            *[self.key] * 2,
            self.paste,
            self.algorithm,
            self.look_elsewhere,
        ]

    def work(self, edits: int) -> None:
        """Do so many edits, letting the window paint now and then as it does between keys."""
        for at in range(edits):
            way = self.chance.choice(self.ways)
            way()
            self.done[way.__name__] += 1
            if at % 8 == 0:
                QApplication.processEvents()
                # The program's event loop deletes what was put away; this call alone does not.
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def type(self) -> None:
        """Press a key in one of the editors."""
        name = self.chance.choice(("tokenEditor", "headerEditor", "payloadEditor"))
        QTest.keyClicks(self.person.editor(name), self.chance.choice('ab01"{},: '))

    def erase(self) -> None:
        """Erase a character of one of the editors."""
        name = self.chance.choice(("tokenEditor", "headerEditor", "payloadEditor"))
        QTest.keyClick(self.person.editor(name), Qt.Key.Key_Backspace)

    def key(self) -> None:
        """Change the secret by a key."""
        editor = self.person.editor("keyEditor")
        QTest.keyClick(editor, self.chance.choice([Qt.Key.Key_A, Qt.Key.Key_Backspace]))

    def paste(self) -> None:
        """Start again with another token, sometimes a longer one."""
        long = TUTORIAL.replace(".", "." + "eyJh" * 2000, 1)
        self.person.window.store.dispatch(
            TokenPasted(self.chance.choice([CLASSIC, TUTORIAL, f"Bearer {CLASSIC}", long]))
        )

    def algorithm(self) -> None:
        """Pick another algorithm of the family."""
        box = self.person.find("algorithmPicker")
        assert isinstance(box, QComboBox)
        found = [at for at in range(box.count()) if box.itemText(at).startswith("HS")]
        box.activated.emit(self.chance.choice(found))

    def undo(self) -> None:
        """Take one step back."""
        self.person.window.action("undo").trigger()

    def redo(self) -> None:
        """Take one step forward."""
        self.person.window.action("redo").trigger()

    def look_elsewhere(self) -> None:
        """Put the keyboard somewhere else and move the caret to the start."""
        editor = self.person.editor(self.chance.choice(("tokenEditor", "payloadEditor")))
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_Home, CONTROL)


def rest(person: Person) -> None:
    """Come back to one and the same desk: a token, a wrong secret, and the reason sought for."""
    person.do("clear")
    person.paste(CLASSIC, into="tokenEditor")
    person.window.store.dispatch(KeyEdited(KeyInput(CLASSIC_SECRET + b"\n")))
    person.wait()
    person.wait()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory from /proc")
def test_twenty_thousand_edits_leave_nothing_behind(person: Person) -> None:
    """After a warm-up neither memory nor widgets, timers, threads or open files grow."""
    hasty = Hasty(person.window, person.qtbot)
    hasty.window.store.dispatch(KeyEdited(KeyInput(CLASSIC_SECRET)))
    hasty.window.store.dispatch(TokenPasted(CLASSIC))
    worker = Worker(hasty)
    worker.work(WARM)
    rest(person)
    before, memory = population(person.window), resident()

    worker.work(EDITS)
    rest(person)
    after, grown = population(person.window), resident() - memory

    assert sum(worker.done.values()) == EDITS + WARM
    assert not disagreement(person)
    piled = {name: after[name] - before[name] for name in after}
    assert all(more <= FEW for more in piled.values()), piled
    assert grown < GROWTH, f"{grown / 1024**2:.1f} MB more after {EDITS} edits"
