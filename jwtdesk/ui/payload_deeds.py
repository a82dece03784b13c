"""What is done with a payload that travels apart, and with the bytes of a part."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.edits import DetachedGiven
from jwtdesk.ui.opening import LARGEST_TOKEN, open_file

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def payload_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each such action does, by its id. Dialogs are imported when asked for."""
    return {
        "open-payload": lambda: _opened(window),
        "paste-payload": lambda: _pasted(window),
        "bytes": lambda: _shown(window),
    }


def _opened(window: "MainWindow") -> None:
    chosen = window.choose_file(tr("Open the payload that travels apart"))
    if not chosen:
        return
    opened = open_file(Path(chosen), LARGEST_TOKEN)
    if isinstance(opened, Problem):
        window.say(opened.message, "warn")
    else:
        _give(window, opened.octets)


def _pasted(window: "MainWindow") -> None:
    text = QGuiApplication.clipboard().text()
    if not text:
        window.say(tr("There is no text on the clipboard."), "info")
    else:
        _give(window, text.encode("utf-8", "surrogatepass"))


def _give(window: "MainWindow", octets: bytes) -> None:
    window.store.dispatch(DetachedGiven(octets))
    window.say(
        plural(
            len(octets),
            "{count} byte is the payload now.",
            "{count} bytes are the payload now.",
        ),
        "ok",
    )


def _shown(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.octets import OctetsDialog

    window.show_dialog(OctetsDialog(window, window.store))
