"""How header and payload are shown: as JSON, as tables, or held against a profile."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jwtdesk.ui.panes.header import HeaderPane
from jwtdesk.ui.panes.payload import PayloadPane
from jwtdesk.ui.parts.claim_views import DISCLOSED, JSON, PROFILE, TABLE
from jwtdesk.ui.parts.put_back import put_back

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def view_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what each of the four actions does, by its id; a second press goes back to JSON."""

    def shown(name: str) -> None:
        header, payload = window.pane("header"), window.pane("payload")
        put_back(window.store)
        if isinstance(payload, PayloadPane) and isinstance(header, HeaderPane):
            wanted = JSON if payload.view == name else name
            payload.show_view(wanted)
            header.show_table(on=wanted == TABLE)
            window.action("claims-table").setChecked(wanted == TABLE)
            window.action("claims-profile").setChecked(wanted == PROFILE)
            window.action("claims-disclosed").setChecked(wanted == DISCLOSED)

    return {
        "claims-json": lambda: shown(JSON),
        "claims-table": lambda: shown(TABLE),
        "claims-profile": lambda: shown(PROFILE),
        "claims-disclosed": lambda: shown(DISCLOSED),
    }
