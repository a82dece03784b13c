"""`--screenshot`: renders the window into a picture, without a display."""

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jwtdesk.app.display import display
from jwtdesk.app.opening import LARGEST, LARGEST_KEY, file_octets, is_path
from jwtdesk.app.start import Start, read
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

if TYPE_CHECKING:
    from jwtdesk.model.edits import Edit
    from jwtdesk.ui.main_window import MainWindow

PATIENCE = 30.0
"""The longest that the answers are waited for, in seconds."""
SIZE = (1280, 800)
NARROWEST, WIDEST = 320, 8192


def run(arguments: Sequence[str]) -> int:
    """Do what `--screenshot OUT.png [--size WxH] …` says; return 0, or 2 when it cannot be done.

    What is not about the picture itself (`--theme`, `--key`, the token) goes to the window.
    """
    out, size, rest = _read(arguments)
    if out is None or size is None:
        print(tr("Say where the picture goes: --screenshot OUT.png [--size WxH]."), file=sys.stderr)
        return 2
    fault = _fault(read(rest))
    if fault:
        print(fault, file=sys.stderr)
        return 2
    screen = display()
    if not screen.drawable:
        print(screen.reason, screen.command, sep="\n", file=sys.stderr)
        return 2
    if not render(rest, Path(out), size):
        print(tr("{path} could not be written.", path=out), file=sys.stderr)
        return 2
    return 0


def _fault(start: Start) -> str:
    """Return why the call is unusable, "" when it is not: a picture has nobody to tell it to."""
    if start.misunderstood:
        return start.misunderstood
    files = [(start.key, LARGEST_KEY)]
    if start.opens is not None and is_path(start.opens, Path(start.opens)):
        files.append((start.opens, LARGEST))
    found = [file_octets(Path(name), largest) for name, largest in files if name is not None]
    return next((one.message for one in found if isinstance(one, Problem)), "")


def render(
    arguments: Sequence[str],
    out: Path,
    size: tuple[int, int] = SIZE,
    edits: Sequence["Edit"] = (),
) -> bool:
    """Draw the window that `arguments` ask for into the file `out`; return whether it was written.

    `size` is the window's, in device-independent pixels. `edits` are made before the picture.
    """
    with offscreen_window(arguments) as window:
        for edit in edits:
            window.store.dispatch(edit)
        # How wide the columns become depends on what is in them when they are first laid out.
        settle(window)
        window.resize(*size)
        window.show()
        settle(window)
        return window.grab().save(str(out))


@contextmanager
def offscreen_window(arguments: Sequence[str]) -> Iterator["MainWindow"]:
    """Lend the window that `arguments` ask for, drawn in memory, and close it afterwards."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from jwtdesk.app.main import build

    window = build(list(arguments), remembers=False)
    try:
        yield window
    finally:
        window.close()
        # No event loop follows that would delete what was closed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle(window: "MainWindow") -> bool:
    """Let Qt work until `window` has every answer and has drawn it; return whether it has."""
    from PySide6.QtWidgets import QApplication

    deadline = time.monotonic() + PATIENCE
    calm = 0
    while calm < 3 and time.monotonic() < deadline:  # noqa: PLR2004 - a drawing may ask anew
        QApplication.processEvents()
        calm = calm + 1 if window.settled() else 0
        time.sleep(0.005)
    return window.settled()


def _read(
    arguments: Sequence[str],
) -> tuple[str | None, tuple[int, int] | None, list[str]]:
    """Take the picture's own options out of `arguments`: its path, its size, and the rest."""
    rest = list(arguments)
    out = _take(rest, "--screenshot")
    wanted = _take(rest, "--size")
    if wanted is None:
        return out, SIZE, rest
    numbers = re.fullmatch(r"(\d{1,5})[xX](\d{1,5})", wanted)
    size = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
    fits = all(NARROWEST <= one <= WIDEST for one in size)
    return out, size if fits else None, rest


def _take(arguments: list[str], option: str) -> str | None:
    """Remove `option` and its value from `arguments`, and return the value."""
    for at, word in enumerate(arguments):
        if word.startswith(option + "="):
            return arguments.pop(at).partition("=")[2]
        if word == option and at + 1 < len(arguments):
            arguments.pop(at)
            return arguments.pop(at)
    return None
