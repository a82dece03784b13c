"""Joins the keeper of rules to the window: its card, its switch in the menu, what is said."""

from typing import TYPE_CHECKING

from jwtdesk.jose.words import tr
from jwtdesk.model.token_rules import issuer_of
from jwtdesk.ui.panes.rules import RulesPane
from jwtdesk.ui.rules_shelf import NoShelf, RulesKeeper, RulesShelf

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow


def rules_keeper(window: "MainWindow", shelf: RulesShelf | None) -> RulesKeeper:
    """Return the keeper of `window`; without a shelf it keeps nothing beyond the window."""
    keeper = RulesKeeper(window.store, shelf or NoShelf(), window)
    pane = window.pane("rules")

    def show(kept: bool) -> None:  # noqa: FBT001 - a slot of a signal
        possible = bool(issuer_of(window.store.session))
        if isinstance(pane, RulesPane):
            pane.show_kept(kept, possible)
        window.action("keep-rules").setChecked(kept)

    def told(issuer: str) -> None:
        window.say(tr("The rules kept for {issuer} apply.", issuer=issuer))

    keeper.kept.connect(show)
    keeper.put_on.connect(told)
    return keeper
