"""What comes in by paste, file or drop, and which field it goes to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyEdited, TokenPasted
from jwtdesk.ui.drop import LONGEST_KEY, Dropped, taken_for
from jwtdesk.ui.opening import LARGEST_TOKEN, as_text, open_file
from jwtdesk.ui.store import Store

_DER = b"\x30"
"""The first octet of every binary key file (X.690: a SEQUENCE)."""


class Intake:
    """Takes texts and files to the field they belong in, and says so through `say`."""

    def __init__(self, store: Store, say: Callable[[str, str], object]) -> None:
        self._store = store
        self._say = say

    def paste(self) -> None:
        """Take what is on the clipboard."""
        # Qt says it is always there; after `clear` some platforms have none.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None or not self.take(data):
            self._say(tr("There is no text on the clipboard."), "info")

    def take(self, data: QMimeData) -> bool:
        """Take a dropped or pasted object; return whether there was anything to take."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.open(Path(files[0]))
            return True
        # Once: every call copies the whole text out of Qt.
        text = data.text() if data.hasText() else ""
        if not text or text.isspace():
            return False
        self.take_text(text)
        return True

    def take_text(self, text: str) -> None:
        """Take a text for a token or a key, whichever it looks like."""
        # What is too large for a token is refused as one, without a look at all of it.
        if len(text) > LARGEST_TOKEN or taken_for(text) is Dropped.TOKEN:
            self._store.dispatch(TokenPasted(text))
            return
        self._take_key(text.encode("utf-8", "surrogatepass"))
        self._say(tr("This looks like a key, so it went into the key field."), "info")

    def open(self, path: Path) -> None:
        """Open a file that holds a token or a key."""
        opened = open_file(path, LARGEST_TOKEN)
        if isinstance(opened, Problem):
            self._say(opened.message, "warn")
        elif opened.octets.startswith(_DER):
            self._take_key(opened.octets)
            self._say(
                tr("{name} looks like a key, so it went into the key field.", name=opened.name),
                "info",
            )
        else:
            self.take_text(as_text(opened.octets))

    def open_key(self, path: Path) -> None:
        """Open a file that holds a key, whatever it looks like."""
        opened = open_file(path, LONGEST_KEY)
        if isinstance(opened, Problem):
            self._say(opened.message, "warn")
        else:
            self._take_key(opened.octets)
            self._say(tr("The key was read from {name}.", name=opened.name), "info")

    def take_key_data(self, data: QMimeData) -> bool:
        """Take what was dropped on the key card for a key; return whether it was anything."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.open_key(Path(files[0]))
        elif data.hasText():
            self._take_key(data.text().encode("utf-8", "surrogatepass"))
        return bool(files) or data.hasText()

    def _take_key(self, octets: bytes) -> None:
        given = replace(KeyInput(), octets=octets)
        self._store.dispatch(KeyEdited(given))
