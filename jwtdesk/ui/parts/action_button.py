"""A button in a pane that stands for an action of the menus, with the same words and keys."""

from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session
from jwtdesk.ui.actions import action_spec
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.shortcuts import plain_title, shown_key
from jwtdesk.ui.widgets.icon_button import IconButton


class ActionButton(IconButton):
    """Asks the window, through `pane`, to do the action `name`; can be pressed when that can."""

    def __init__(self, pane: Pane, name: str, caption: str = "", icon: str = "") -> None:
        spec = action_spec(name)
        words = tr(spec.tip) if spec.tip else plain_title(spec)
        keys = shown_key(spec.keys[0]) if spec.keys else ""
        super().__init__(icon or spec.icon, words, shortcut=keys, caption=caption)
        self._spec = spec
        self.clicked.connect(lambda: pane.asked.emit(name))

    def draw(self, session: Session) -> None:
        """Become pressable, or not, as the action itself does."""
        self.setEnabled(self._spec.enabled(session))
