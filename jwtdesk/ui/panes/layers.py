"""What stands inside what: the nest of tokens and certificates, one of which is in the panes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import CertificateChosen, NodeChosen
from jwtdesk.model.holder import NodePath
from jwtdesk.model.layer_rows import LayerRow, awaited, inside_words, layer_rows, unlisted
from jwtdesk.model.layers import Layers
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme, set_shown
from jwtdesk.ui.theme import Theme

_MOST_OF_COLUMN = 0.38
"""The token below must stay in sight: no more of the column than this, however many rows."""


class LayersPane(Pane):
    """Draws `known.layers`; hidden for a token that stands alone, and built for the first nest."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._theme: Theme | None = None
        self._drawn = Layers()
        self._built = False
        self.rows: tuple[LayerRow, ...] = ()
        self._states: dict[tuple[str, ...], str] = {}
        self._certificate: NodePath | None = None
        self.hide()

    def draw(self, old: Session | None, new: Session) -> None:  # noqa: ARG002 - it knows what it drew
        """Draw the rows when they have changed; none vanishes while an answer is under way."""
        layers = new.known.layers
        same = layers is self._drawn and new.certificate == self._certificate
        if same or (awaited(new) and len(layers.rows) < len(self.rows)):
            return
        self._drawn, self._certificate = layers, new.certificate
        self.rows = layer_rows(new)
        if not self.rows:
            set_shown(self, False)
            return
        self._build()
        self._show(new)
        set_shown(self, True)

    def wanted_height(self, column: int) -> int | None:
        """Return the height of the rows, as far as they leave enough for the token."""
        if not self._built:
            return 0
        head = self.card.head_height()
        whole = head + self.list.rows_height() + 2
        return min(whole, max(round(column * _MOST_OF_COLUMN), head + self.list.rows_height(1)))

    def set_theme(self, theme: Theme) -> None:
        """Remember the theme for what is built later."""
        self._theme = theme

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        if self._built:
            self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Put the token back with Escape when a certificate is in the panes."""
        if event.key() == Qt.Key.Key_Escape and self._certificate is not None:
            self.asked.emit("back-to-token")
        else:
            super().keyPressEvent(event)

    def _show(self, new: Session) -> None:
        from jwtdesk.ui.parts.layer_branches import layer_branch

        rows = tuple(layer_branch(one, self._states) for one in self.rows)
        self._states = {one.node: row.state for one, row in zip(self.rows, rows, strict=True)}
        self.list.show_branches(rows)
        self.setMinimumHeight(self.card.head_height() + self.list.rows_height(1) + 2)
        self.count.show_badge(inside_words(new), "accent", unlisted(new))
        for button in self.buttons:
            button.draw(new)

    def _choose(self, place: int) -> None:
        row = self.rows[place]
        if not row.in_panes:
            certificate = row.path is None
            self._store.dispatch(
                CertificateChosen(row.node) if certificate else NodeChosen(row.node)
            )

    def _build(self) -> None:
        if self._built:
            return
        from jwtdesk.ui.parts.action_button import ActionButton
        from jwtdesk.ui.parts.branch_list import BranchList
        from jwtdesk.ui.widgets.badge import Badge
        from jwtdesk.ui.widgets.card import Card

        self._built = True
        self.list = BranchList("layersList", tr("Tokens and certificates inside each other"))
        self.list.chosen.connect(self._choose)
        self.list.measured.connect(self.reshaped)
        self.count = Badge()
        self.buttons = tuple(ActionButton(self, name) for name in ("level-out", "copy-outermost"))
        self.card = Card(tr("Layers"), "layers")
        self.card.add_badge(self.count)
        for button in self.buttons:
            self.card.add_action(button)
        self.card.set_body(self.list, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        if self._theme is not None:
            apply_theme(self.card, self._theme)


PANE = PaneSpec("layers", "Layers", Area.LEFT, 5, LayersPane, share=120)
