"""The sheets that belong to nested tokens and to several signatures."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jwtdesk.model.layer_rows import certificate_rows
from jwtdesk.ui.panes.layers import LayersPane

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def nest_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each such action does, by its id. Dialogs are imported when asked for."""
    return {
        "show-certificate": lambda: _certified(window),
        "add-signature": lambda: _added(window),
    }


def _certified(window: "MainWindow") -> None:
    """Show the certificate that was chosen last, else the first one there is."""
    from jwtdesk.model.certificate_facts import certificate_facts
    from jwtdesk.ui.dialogs.certificate import CertificateDialog

    session, pane = window.store.session, window.pane("layers")
    nodes = [one.node for one in certificate_rows(session)]
    chosen = pane.certificate if isinstance(pane, LayersPane) else ()
    facts = certificate_facts(session, chosen if chosen in nodes else next(iter(nodes), ()))
    if facts is not None:
        window.show_dialog(CertificateDialog(window, window.store, facts))


def _added(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.add_signature import AddSignatureDialog

    window.show_dialog(AddSignatureDialog(window, window.store))
