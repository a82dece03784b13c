"""Buttons in a pane that stand for an action of the menus, with the same words and keys."""

from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session
from jwtdesk.ui.actions import action_spec
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.shortcuts import plain_title, shown_key, tip_of
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.plain_tip import set_tip


class ActionButton(IconButton):
    """An icon that asks the window, through `pane`, to do the action `name`."""

    def __init__(self, pane: Pane, name: str) -> None:
        spec = action_spec(name)
        words = tr(spec.tip) if spec.tip else plain_title(spec)
        super().__init__(spec.icon, words, shortcut=shown_key(spec.keys[0]) if spec.keys else "")
        self._spec = spec
        self.clicked.connect(lambda: pane.asked.emit(name))

    def draw(self, session: Session) -> None:
        """Become pressable, or not, as the action itself does."""
        self.setEnabled(self._spec.enabled(session))


class ActionWords(Button):
    """The same as a button with the words `caption`."""

    def __init__(self, pane: Pane, name: str, caption: str, look: str = "plain") -> None:
        spec = action_spec(name)
        super().__init__(caption, look, spec.icon)
        self._spec = spec
        set_tip(self, tip_of(name))
        self.clicked.connect(lambda: pane.asked.emit(name))

    def draw(self, session: Session) -> None:
        """Become pressable, or not, as the action itself does."""
        self.setEnabled(self._spec.enabled(session))
