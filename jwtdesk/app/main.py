"""Builds the wired window, and runs it."""

import gc
import linecache
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from jwtdesk import __version__
from jwtdesk.app import clock, crash, jwks_fetch, quick_start, settings
from jwtdesk.app.held import hold
from jwtdesk.app.kept_rules import KeptRules
from jwtdesk.app.keyring_vault import KeyringVault
from jwtdesk.app.large_blocks import give_back_large_blocks
from jwtdesk.app.opening import LARGEST_KEY, file_octets, no_such_file, opened
from jwtdesk.app.paths import resources
from jwtdesk.app.samples import samples
from jwtdesk.app.start import Start, read
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind
from jwtdesk.model.edits import ClockTicked, KeyEdited, TokenPasted
from jwtdesk.model.session import Session
from jwtdesk.ui.appearance import Appearance
from jwtdesk.ui.main_window import MainWindow
from jwtdesk.ui.preferences import Preferences
from jwtdesk.ui.runner import Runner
from jwtdesk.ui.store import Store

# How soon a thread that works in Python gives way to the window, in seconds: Python's own five
# milliseconds would be paid several times at every key press in a large token.
GIVE_WAY = 0.0005
# So many new objects call the collector. A large token is tens of thousands of them, none in a
# circle: at Python's own 700 it would walk all the program's objects in the middle of typing.
COLLECT_AFTER = (50_000, 20, 100)


def build(argv: Sequence[str], *, remembers: bool = True) -> MainWindow:
    """Return the wired window without entering the event loop.

    `argv` is the command line, with or without the program's name: at most one file, token or "-",
    and `--key FILE`, `--theme light|dark|system`. Creates the `QApplication` if there is none.
    A window that does not remember (a picture's) neither reads nor writes preferences.
    """
    application()
    sys.setswitchinterval(GIVE_WAY)
    gc.set_threshold(*COLLECT_AFTER)
    give_back_large_blocks()
    start = read(argv)
    preferences = settings.load() if remembers else Preferences()
    if start.theme is not None:
        preferences = replace(preferences, theme=start.theme)
    runner = Runner(jwks_fetch.fetch)
    store = Store(runner, Session(now=clock.now()))
    runner.answered.connect(store.dispatch)
    window = MainWindow(
        store,
        samples(),
        appearance=Appearance(resources()),
        preferences=preferences,
        remember=settings.save if remembers else None,
        clock=clock.now,
        vault=KeyringVault() if remembers else None,
        shelf=KeptRules() if remembers else None,
    )
    hold(window)
    runner.setParent(window)
    window.closed.connect(runner.close)
    fill(window, start)
    # Qt's import hook looks into the source of every module, and Python keeps what was read.
    linecache.clearcache()
    return window


def application() -> QApplication:
    """Return the one `QApplication`, made with the program's names if need be."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication(sys.argv[:1])
    made.setApplicationName("jwtdesk")
    made.setApplicationDisplayName("jwtdesk")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("jwtdesk")
    return made


def fill(window: MainWindow, start: Start) -> None:
    """Put on the desk what the command line named; say what could not be opened."""
    if start.opens is not None:
        text = opened(start.opens)
        if isinstance(text, Problem):
            window.say(text.message, "warn")
        else:
            window.store.dispatch(TokenPasted(text))
            _say_when_missing(window, start.opens)
    if start.key is not None:
        octets = file_octets(Path(start.key), LARGEST_KEY)
        if isinstance(octets, Problem):
            window.say(octets.message, "warn")
        else:
            window.store.dispatch(KeyEdited(KeyInput(octets)))
    if start.misunderstood:
        window.say(start.misunderstood, "warn")


def _say_when_missing(window: MainWindow, argument: str) -> None:
    """Say that there is no such file, when `argument` is no token and could be a name."""
    missing = no_such_file(argument)
    if missing and window.store.session.known.token.kind is Kind.UNREADABLE:
        window.say(missing, "warn")


def run(argv: Sequence[str]) -> int:
    """Show the window and work until it is closed; return the exit status."""
    app = application()
    window = build(argv)
    crash.install(lambda sentence, _details: window.say(sentence, "bad"))
    window.show()
    # The first turn of the event loop paints; what is asked for in it waits for the second.
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, _warm_up))
    return app.exec()


def _warm_up() -> None:
    """Load what answers, and the cryptography, while the user looks at the first frame."""
    quick_start.end()
    threading.Thread(target=_load, name="jwtdesk warm-up", daemon=True).start()


def _load() -> None:
    from jwtdesk.jose.algorithm import algorithms
    from jwtdesk.model.answers import answer
    from jwtdesk.model.reduce import reduce

    reduce(Session(), ClockTicked(1), answer)
    # A token with its key, so that the first one of the user's finds all that it has need of.
    reduce(Session(), samples()[0].edit, answer)
    for one in algorithms():
        one.engine()
