"""What belongs to nested tokens, to their certificates and to several signatures."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jwtdesk.model.edits import CertificateChosen
from jwtdesk.model.layer_rows import first_certificate
from jwtdesk.ui.parts.put_back import put_back

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def nest_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each such action does, by its id. Dialogs are imported when asked for."""
    return {
        "show-certificate": lambda: _certified(window),
        "back-to-token": lambda: _back(window),
        "add-signature": lambda: _added(window),
    }


def _certified(window: "MainWindow") -> None:
    """Put a certificate into the panes, and the keyboard with it."""
    node, pane = first_certificate(window.store.session), window.pane("certificate")
    if node is not None:
        window.store.dispatch(CertificateChosen(node))
    if not pane.isHidden():
        pane.focus_first()


def _back(window: "MainWindow") -> None:
    """Put the token back; a keyboard that was in the certificate is then at the row it left."""
    pane = window.pane("certificate")
    within = any(one.hasFocus() for one in pane.findChildren(QWidget))
    put_back(window.store)
    if within:
        window.pane("layers").focus_first()


def _added(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.add_signature import AddSignatureDialog

    window.show_dialog(AddSignatureDialog(window, window.store))
