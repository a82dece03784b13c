"""The disclosures of an SD-JWT (RFC 9901); hidden for every other token."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.foldable import Foldable
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme, set_shown
from jwtdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jwtdesk.ui.parts.disclosures_card import DisclosuresCard

_ROOM = 20
"""The column must be so many lines high for the card to stand open by itself."""
_MOST_OF_COLUMN = 0.46
"""The token above and the findings below stay in sight, however many disclosures there are."""


class DisclosuresPane(Pane):
    """Appears by itself with an SD-JWT; built when the first one comes."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._theme: Theme | None = None
        self.card: DisclosuresCard | None = None
        self.fold: Foldable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the disclosures, when there are any to draw."""
        applies = new.known.token.selective is not None
        if applies and self.card is None:
            old, self.card = None, self._built()
        if self.card is not None and applies:
            self.card.draw(old, new)
        set_shown(self, applies)
        # What the rules expect of a key binding makes its sentence longer.
        if applies and not unchanged(old, new, "known.token", "rules"):
            self.reshaped.emit()

    def wanted_height(self, column: int) -> int | None:
        """Return the height of all rows, as far as they leave enough for the token."""
        if self.card is None or self.fold is None:
            return 0
        if self.fold.folded:
            return self.card.head_height()
        return min(self.card.best_height(), round(column * _MOST_OF_COLUMN))

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    @property
    def chosen(self) -> frozenset[str]:
        """The digests of the disclosures that are ticked."""
        return self.card.chosen if self.card is not None else frozenset()

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        if self.card is not None:
            self.card.list.setFocus()

    def _built(self) -> "DisclosuresCard":
        from jwtdesk.ui.parts.disclosures_card import DisclosuresCard

        card = DisclosuresCard(self, self._store)
        self.fold = Foldable(self, card, tr("the disclosures"), _ROOM)
        self.fold.setObjectName("disclosures")
        if self._theme is not None:
            apply_theme(card, self._theme)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - it was laid out above
        layout.addWidget(card)
        self.foldable.emit(self.fold)
        return card


PANE = PaneSpec("disclosures", "Disclosures", Area.LEFT, 12, DisclosuresPane, share=430)
