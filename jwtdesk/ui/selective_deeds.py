"""What the actions on selective disclosures do that is more than an edit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jwtdesk.ui.panes.disclosures import DisclosuresPane

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def selective_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each such action does, by its id. Dialogs are imported when asked for."""
    return {"conceal": lambda: _conceal(window), "bind": lambda: _bind(window)}


def _conceal(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.conceal import ConcealDialog

    window.show_dialog(ConcealDialog(window, window.store))


def _bind(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.bind import BindDialog

    pane = window.pane("disclosures")
    chosen = pane.chosen if isinstance(pane, DisclosuresPane) else frozenset[str]()
    window.show_dialog(BindDialog(window, window.store, chosen))
