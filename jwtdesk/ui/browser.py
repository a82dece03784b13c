"""Opening the page of a reference in the reader's own browser, and only because they asked."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from jwtdesk.analysis.reference import address_of
from jwtdesk.jose.words import tr

KEYS = "Shift+Enter"
"""What opens the reference of the row in hand, in lists and tables."""


def follow(reference: str, source: QWidget) -> bool:
    """Hand the address of `reference` to the system's browser; say whether there was one.

    This program fetches nothing. Where no browser can be opened the window of `source` says so.
    """
    address = address_of(reference)
    if address is None:
        return False
    if QDesktopServices.openUrl(QUrl(address)):
        return True
    say = getattr(source.window(), "say", None)
    if say is not None:
        say(tr("No browser could be opened for {address}", address=address), "warn")
    return False


def copy_address(reference: str) -> None:
    """Put the address of `reference` on the clipboard."""
    QApplication.clipboard().setText(address_of(reference) or "")


def spoken(reference: str) -> str:
    """Return what a screen reader says of a reference, with what pressing it does."""
    if address_of(reference) is None:
        return reference
    return tr("{reference}, opens in the browser", reference=reference)


def where(reference: str) -> str:
    """Return the line of a tooltip that names the address before anyone presses, "" without one."""
    address = address_of(reference)
    return tr("Opens in the browser: {address}", address=address) if address else ""


def where_by_key(reference: str) -> str:
    """Return the same for a row whose reference a key opens."""
    address = address_of(reference)
    return tr("{keys}: open {address}", keys=KEYS, address=address) if address else ""


def reference_menu(reference: str, parent: QWidget) -> QMenu | None:
    """Return the menu of a reference, which names where it leads; None when it leads nowhere."""
    address = address_of(reference)
    if address is None:
        return None
    menu = QMenu(parent)
    opened = QAction(tr("Open {address}", address=address), menu)
    opened.triggered.connect(lambda: follow(reference, parent))
    copied = QAction(tr("Copy link"), menu)
    copied.triggered.connect(lambda: copy_address(reference))
    menu.addActions([opened, copied])
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
