"""The button that opens a menu with what had no room in the head of a card."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu, QToolButton

from jwtdesk.jose.words import tr
from jwtdesk.ui.actions import action_spec
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.shortcuts import plain_title, shown_key
from jwtdesk.ui.widgets.icon_button import IconButton


class Overflow(IconButton):
    """Offers the actions `names`, which `pane` asks the window to do."""

    def __init__(self, pane: Pane, names: Iterable[str]) -> None:
        super().__init__("more", tr("More"))
        self.setObjectName("overflow")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for name in names:
            spec = action_spec(name)
            keys = shown_key(spec.keys[0]) if spec.keys else ""
            title = plain_title(spec).replace("&", "&&")
            action = menu.addAction(f"{title}\t{keys}" if keys else title)
            action.setObjectName(f"overflow-{name}")
            action.triggered.connect(lambda _=False, name=name: pane.asked.emit(name))
        self.setMenu(menu)
