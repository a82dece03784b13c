"""The signatures of a token in JSON, or its recipients: one lamp each, and what can be changed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import Converted, EntryChosen, Serialisation, SignatureRemoved
from jwtdesk.model.session import Session
from jwtdesk.model.signature_rows import (
    SignatureRow,
    can_add,
    can_remove,
    counted,
    serialisation_of,
    signature_rows,
    title_of,
)
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme, set_shown
from jwtdesk.ui.theme import Theme

_MOST_OF_COLUMN = 0.38


class SignaturesPane(Pane):
    """Hidden for a compact token, and built for the first one that is written as JSON."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._theme: Theme | None = None
        self._built = False
        self._states: dict[int, str] = {}
        self.rows: tuple[SignatureRow, ...] = ()
        self.hide()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the rows when they have changed."""
        if unchanged(old, new, "known", "verdict", "entry"):
            return
        self.rows = signature_rows(new)
        if self.rows:
            self._build()
            self._show(new)
        set_shown(self, bool(self.rows))

    def wanted_height(self, column: int) -> int | None:
        """Return the height of the rows and the foot, as far as they leave room for the token."""
        if not self._built:
            return 0
        foot = 0 if self.written.isHidden() else self.foot.sizeHint().height()
        whole = self.card.head_height() + foot + self.list.rows_height() + 3
        return min(whole, max(round(column * _MOST_OF_COLUMN), self._least()))

    def set_theme(self, theme: Theme) -> None:
        """Remember the theme for what is built later."""
        self._theme = theme

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        if self._built:
            self.list.setFocus()

    def _show(self, new: Session) -> None:
        from jwtdesk.ui.parts.signature_branches import signature_branch

        rows = tuple(
            signature_branch(one, self._states, at, removable=can_remove(new))
            for at, one in enumerate(self.rows)
        )
        self._states = {at: row.state for at, row in enumerate(rows)}
        self.card.set_title(title_of(new))
        self.list.setAccessibleName(title_of(new))
        self.list.show_branches(rows)
        self.setMinimumHeight(self._least())
        self.count.show_badge(*counted(new))
        self.add.draw(new)
        set_shown(self.add, can_add(new))
        written = serialisation_of(new.known.token)
        if written is not None:
            self.form.pick(written.value)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the foot go where it would leave no room for a row; the menus do what it does."""
        super().resizeEvent(event)
        if self._built:
            room = self.height() - self._least()
            set_shown(self.foot, room >= self.foot.sizeHint().height())

    def _least(self) -> int:
        """Return how high the head and the first row are together."""
        return self.card.head_height() + self.list.rows_height(1) + 2

    def _choose(self, place: int) -> None:
        self._store.dispatch(EntryChosen(place))

    def _convert(self, name: str) -> None:
        """Write the token so; where that is refused the present form stays the one taken."""
        self._store.dispatch(Converted(Serialisation(name)))
        written = serialisation_of(self._store.session.known.token)
        if written is not None:
            self.form.pick(written.value)

    def _build(self) -> None:
        if self._built:
            return
        from jwtdesk.ui.parts.action_button import ActionButton
        from jwtdesk.ui.parts.branch_list import BranchList
        from jwtdesk.ui.widgets.badge import Badge
        from jwtdesk.ui.widgets.card import Card
        from jwtdesk.ui.widgets.segmented import Segmented

        self._built = True
        self.list = BranchList("signaturesList", tr("Signatures"))
        self.list.chosen.connect(self._choose)
        self.list.removed.connect(lambda at: self._store.dispatch(SignatureRemoved(at)))
        self.list.measured.connect(self.reshaped)
        self.count = Badge()
        self.add = ActionButton(self, "add-signature")
        self.form = Segmented(
            tr("Written as"),
            (
                (Serialisation.COMPACT.value, tr("Compact")),
                (Serialisation.FLATTENED.value, tr("Flattened")),
                (Serialisation.GENERAL.value, tr("General")),
            ),
        )
        self.form.setObjectName("serialisation")
        self.form.picked.connect(self._convert)
        self.card = Card(tr("Signatures"), "sign")
        self.card.add_badge(self.count)
        self.card.add_action(self.add)
        self.card.set_body(self.list, padding=0)
        self.foot = self._foot()
        self.card.set_foot(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        if self._theme is not None:
            apply_theme(self.card, self._theme)

    def _foot(self) -> QWidget:
        """Return the row that says how it is written; where it goes, the menus do the same."""
        from jwtdesk.ui.parts.give_way import GiveWay, guest
        from jwtdesk.ui.widgets.plain_label import PlainLabel

        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(13, 0, 13, 0)
        row.setSpacing(10)
        label = guest(PlainLabel(tr("Written as"), tone="muted"))
        self.written = guest(self.form)
        self.written.setContentsMargins(0, 6, 0, 6)
        row.addWidget(label)
        row.addWidget(self.written)
        row.addStretch(1)
        GiveWay(self, {label: 24, self.written: 19})
        return foot


PANE = PaneSpec("signatures", "Signatures", Area.LEFT, 12, SignaturesPane, share=130)
