"""Which cards a person folded or opened, put back at the next start."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from jwtdesk.ui.pane import Pane
from jwtdesk.ui.parts.foldable import Foldable

Folds: TypeAlias = tuple[tuple[str, bool], ...]
"""By the name of the card: whether it is folded; cards nobody touched are not in it."""


def restore_folds(root: QWidget, folds: Folds, changed: Callable[[Folds], object]) -> None:
    """Fold and open the cards of `root` as `folds` say; hand on what is so after each press.

    A card that its pane builds later is folded or opened then.
    """
    now = dict(folds)

    def note(name: str, *, folded: bool) -> None:
        now[name] = folded
        changed(tuple(sorted(now.items())))

    def keep(one: Foldable) -> None:
        name = one.objectName()
        if name in now:
            one.choose(folded=now[name])
        one.chosen.connect(lambda folded: note(name, folded=folded))

    for one in root.findChildren(Foldable):
        keep(one)
    for pane in root.findChildren(Pane):
        pane.foldable.connect(keep)
