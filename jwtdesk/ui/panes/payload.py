"""The payload's JSON, each claim's meaning beside it, or the same as a table or a checklist."""

import time

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import CaretMoved, CompactSwitched, PayloadEdited, Slot
from jwtdesk.model.forms import Form
from jwtdesk.model.session import Caret, PaneName, Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.action_button import ActionButton
from jwtdesk.ui.parts.caret_chips import CaretChips
from jwtdesk.ui.parts.claim_views import APART, DISCLOSED, JSON, PROFILE, TABLE, ClaimViews
from jwtdesk.ui.parts.claims_editor import ClaimsEditor, members_text
from jwtdesk.ui.parts.claims_table import ClaimsTable
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.line_hover import LineHover
from jwtdesk.ui.parts.overflow import Overflow
from jwtdesk.ui.parts.payload_body import PayloadBody, empty_words, form_words
from jwtdesk.ui.parts.problem_line import over
from jwtdesk.ui.parts.put_back import put_back
from jwtdesk.ui.parts.unchanged import light_of, unchanged
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_shown
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.segmented import Segmented
from jwtdesk.ui.widgets.switch import Switch

_ACTIONS = {
    JSON: "claims-json",
    TABLE: "claims-table",
    PROFILE: "claims-profile",
    DISCLOSED: "claims-disclosed",
}
_FOURTH = 6
"""The fourth way is so many times as wide as the text is high."""


class PayloadPane(Pane):
    """Draws `shown.payload`; typing says `PayloadEdited`, a chip `ClaimSet`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._path = ""
        self.editor = ClaimsEditor(store, PaneName.PAYLOAD, Slot.PAYLOAD)
        self.editor.setObjectName("payloadEditor")
        self.editor.setAccessibleName(tr("Payload"))
        self.editor.edited.connect(
            lambda text: store.dispatch(PayloadEdited(text, time.monotonic()))
        )
        self.table = ClaimsTable("claimsTable", tr("Claims"))
        self.table.pointed.connect(self._row_chosen)
        self.chips = CaretChips(store)
        self.views = ClaimViews(over(self.editor, self.editor.problem), self.table)
        self._build_head(store)
        self._lay_out()
        hover = LineHover(self.editor, self)
        hover.rested.connect(self.chips.hover)
        hover.left.connect(lambda: self.chips.hover(None))

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the payload and what is known of it."""
        light = light_of(new)
        self.editor.draw(old, new, new.shown.payload, light.payload)
        here = new.caret is not None and new.caret.pane is PaneName.PAYLOAD
        path = light.path.removeprefix("$.") if here and light.path != "$" else ""
        self._show_path(path)
        self.body.draw(old, new)
        same = unchanged(old, new, "known", "shown", "compact", "now", "as_of", "rules", "verdict")
        if not same or not unchanged(old, new, "caret"):
            self.chips.draw(new)
        if same:
            return
        self.compact.setChecked(new.compact)
        self.format.draw(new)
        self.way.rename(JSON, form_words(new))
        self._offer_claims(new)
        if not unchanged(old, new, "known.token"):
            self.editor.setPlaceholderText(empty_words(new))
            self._offer_disclosed(on=new.known.token.selective is not None)
        if not unchanged(old, new, "known.payload_members"):
            self.count.show_badge(members_text(new, PaneName.PAYLOAD))
        self.views.draw(new)

    def show_view(self, name: str) -> None:
        """Show the claims as `json`, `table` or checklist of their `profile`, or `disclosed`."""
        self.way.pick(name)
        self.views.show_view(name, self._store.session)
        self._offer_claims(self._store.session)
        self.chips.used = name not in APART
        self.chips.draw(self._store.session)

    @property
    def view(self) -> str:
        """Which of them is seen."""
        return self.views.view

    def set_local_time(self, local: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Ask for moments in the computer's zone, or in UTC."""
        self.chips.set_local_time(local=local)

    def show_place(self, offset: int) -> None:
        """Put the caret at `offset`, in sight; as JSON, unless the table has a row for it."""
        put_back(self._store)
        if self.view in APART:
            self.asked.emit(_ACTIONS[JSON])
        self.editor.go_to(offset)
        if self.view == TABLE:
            self._row_chosen(offset)
            self.table.show_offset(offset)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard into what is seen."""
        put_back(self._store)
        seen = self.editor if self.view == JSON else self.views.currentWidget()
        if seen is not None:
            seen.setFocus()

    def _offer_disclosed(self, *, on: bool) -> None:
        """Offer the processed payload where there is one; who looks at it is led back else."""
        self.way.offer(DISCLOSED, on=on)
        for part, least in self._rooms.items():
            self.room.add(part, least + _FOURTH * on)
        if not on and self.view == DISCLOSED:
            self.asked.emit(_ACTIONS[JSON])

    def _offer_claims(self, session: Session) -> None:
        """Offer what is done with claims, unless the payload is text or bytes that are seen."""
        on = session.known.form is Form.JSON or self.view != JSON
        for part in (self.compact, self.format, self.way):
            set_shown(part, on)

    def _way_picked(self, name: str) -> None:
        if name != self.view:
            self.asked.emit(_ACTIONS[name])

    def _show_path(self, path: str) -> None:
        if path != self._path:
            self._path = path
            self.path.show_badge(made_visible(path[:40]), "accent")

    def _row_chosen(self, offset: int) -> None:
        self._store.dispatch(CaretMoved(Caret(PaneName.PAYLOAD, offset)))

    def _build_head(self, store: Store) -> None:
        self.count = Badge()
        self.path = Badge(mono=True)
        self.compact = Switch(tr("Compact"))
        self.compact.clicked.connect(lambda on: store.dispatch(CompactSwitched(on)))
        set_tip(self.compact, tip_of("compact"))
        self.format = ActionButton(self, "format-payload")
        ways = ((JSON, tr("JSON")), (TABLE, tr("Table")), (PROFILE, tr("Profile")))
        self.way = Segmented(tr("Show as"), (*ways, (DISCLOSED, tr("Disclosed"))))
        self.way.offer(DISCLOSED, on=False)
        self.way.pick(JSON)
        self.way.picked.connect(self._way_picked)
        self.more = Overflow(self, ("compact", "format-payload", *_ACTIONS.values(), "conceal"))

    def _lay_out(self) -> None:
        card = Card(tr("Payload"), "braces")
        counted, placed = guest(self.count), guest(self.path)
        compact, shaped, way = guest(self.compact), guest(self.format), guest(self.way)
        self._rooms = {counted: 38, placed: 33, compact: 31, shaped: 24, way: 21}
        # What is chosen from does not hold the column as wide as it is itself.
        self.way.setMinimumWidth(1)
        card.add_badge(counted)
        card.add_badge(placed)
        self.room = GiveWay(self, dict(self._rooms), self.more, beyond={compact, way})
        for widget in (compact, shaped, way, self.more):
            card.add_action(widget)
        self.body = PayloadBody(self, self._store, over(self.views, self.chips))
        card.set_body(self.body, sunken=True, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


PANE = PaneSpec("payload", "Payload", Area.CENTRE, 20, PayloadPane, share=290, key="Ctrl+3")
