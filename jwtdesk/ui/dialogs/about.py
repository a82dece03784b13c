"""What this program is, and what it does with what one gives it: nothing."""

from PySide6.QtWidgets import QWidget

import jwtdesk
from jwtdesk.jose.words import tr
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.widgets.plain_label import PlainLabel


class AboutDialog(Sheet):
    """Name, version and licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("About jwtdesk"))
        lines = (
            tr("Version {version}", version=jwtdesk.__version__),
            tr("A desktop debugger for JSON Web Tokens: edit any side, know where you stand."),
            tr("Free software under the MIT licence. Drawn with Qt, used under the LGPL."),
        )
        for line in lines:
            self.rows.addWidget(PlainLabel(line, type="base", wrap=True, selectable=True))
        self.add_close()


class PrivacyDialog(Sheet):
    """The promise, in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Nothing leaves this computer"))
        lines = (
            tr("Tokens and keys stay in this program's memory; it never calls anybody by itself."),
            tr(
                "The one thing that uses the network is a button that names the address it calls, "
                "to fetch a key set. No token is sent, and it can be switched off for good."
            ),
            tr(
                "A reference that you press is opened by your browser, at the address that its "
                "tooltip names; nothing of a token goes with it."
            ),
            tr(
                "Written to disk are the window's size and your preferences; a key only where you "
                "save it, or in the system's keyring when you have it remembered there."
            ),
            tr("What you copy is on the clipboard, where other programs can read it."),
        )
        for line in lines:
            self.rows.addWidget(PlainLabel(line, type="base", wrap=True, selectable=True))
        self.add_close()
