"""What the actions of the Key menu do that is more than an edit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from jwtdesk.jose.key import Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.thumbprint import thumbprint_uri
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import WordsGiven
from jwtdesk.ui.opening import LARGEST_WORDS, open_file
from jwtdesk.ui.parts.key_words import key_in_use

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def key_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each such action does, by its id. Dialogs are imported when asked for."""
    return {
        "new-key": lambda: _made(window),
        "export-key": lambda: _exported(window),
        "kept-keys": lambda: _kept(window),
        "fetch-keys": lambda: _fetched(window),
        "try-words": lambda: _tried(window),
        "copy-thumbprint-uri": lambda: _named(window),
    }


def _made(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.new_key import NewKeyDialog

    window.show_dialog(NewKeyDialog(window, window.store))


def _exported(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.export_key import ExportKeyDialog

    session = window.store.session
    keys, key = session.known.keys, key_in_use(session)
    if isinstance(keys, Keys) and key is not None:
        dialog = ExportKeyDialog(window, keys, key)
        dialog.said.connect(window.say)
        window.show_dialog(dialog)


def _kept(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.kept_keys import KeptKeysDialog

    window.show_dialog(KeptKeysDialog(window, window.store, window.vault))


def _fetched(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.fetch_keys import FetchKeysDialog

    window.show_dialog(FetchKeysDialog(window, window.store))


def _tried(window: "MainWindow") -> None:
    chosen = window.choose_file(tr("Open a word list, one word a line"))
    if not chosen:
        return
    opened = open_file(Path(chosen), LARGEST_WORDS)
    if isinstance(opened, Problem):
        window.say(opened.message, "warn")
    else:
        window.store.dispatch(WordsGiven(opened.octets))


def _named(window: "MainWindow") -> None:
    key = key_in_use(window.store.session)
    if key is not None:
        QGuiApplication.clipboard().setText(thumbprint_uri(key.thumbprint))
        window.say(tr("The thumbprint is on the clipboard as a URI."), "ok")
