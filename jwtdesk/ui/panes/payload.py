"""The payload's JSON, each claim's meaning beside it, or the same as a table."""

import time

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import CompactSwitched, PayloadEdited, Slot
from jwtdesk.model.margin import table
from jwtdesk.model.session import PaneName, Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.action_button import ActionButton
from jwtdesk.ui.parts.claims_editor import ClaimsEditor, members_text
from jwtdesk.ui.parts.claims_table import ClaimsTable
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.problem_line import over
from jwtdesk.ui.parts.unchanged import light_of, unchanged
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.segmented import Segmented
from jwtdesk.ui.widgets.switch import Switch


class PayloadPane(Pane):
    """Draws `shown.payload`; typing says `PayloadEdited`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.editor = ClaimsEditor(store, PaneName.PAYLOAD, Slot.PAYLOAD)
        self.editor.setObjectName("payloadEditor")
        self.editor.setAccessibleName(tr("Payload"))
        self.editor.edited.connect(
            lambda text: store.dispatch(PayloadEdited(text, time.monotonic()))
        )
        self.editor.setPlaceholderText(tr("The claims appear here, and can be edited."))
        self.table = ClaimsTable()
        self.stack = QStackedWidget()
        self.json = over(self.editor, self.editor.problem)
        self.stack.addWidget(self.json)
        self.stack.addWidget(self.table)
        self.count = Badge()
        self.path = Badge(mono=True)
        self._path = ""
        self.compact = Switch(tr("Compact"))
        self.compact.clicked.connect(lambda on: store.dispatch(CompactSwitched(on)))
        set_tip(self.compact, tip_of("compact"))
        self.format = ActionButton(self, "format-payload")
        self.way = Segmented(tr("Show as"), (("json", tr("JSON")), ("table", tr("Table"))))
        self.way.pick("json")
        self.way.picked.connect(lambda _way: self.asked.emit("claims-table"))
        self._lay_out()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the payload and what is known of it."""
        light = light_of(new)
        self.editor.draw(old, new, new.shown.payload, light.payload)
        here = new.caret is not None and new.caret.pane is PaneName.PAYLOAD
        path = light.path.removeprefix("$.") if here and light.path != "$" else ""
        if path != self._path:
            self._path = path
            self.path.show_badge(path[:40], "accent")
        if unchanged(old, new, "known", "shown", "compact", "now", "as_of"):
            return
        self.compact.setChecked(new.compact)
        self.format.draw(new)
        if not unchanged(old, new, "known.payload_members"):
            self.count.show_badge(members_text(new, PaneName.PAYLOAD))
        if self.stack.currentWidget() is self.table:
            self.table.show_rows(table(new))

    def show_table(self, on: bool) -> None:  # noqa: FBT001 - mirrors a Qt setter
        """Show the claims as a table (`on`) or as JSON."""
        self.way.pick("table" if on else "json")
        if on:
            self.table.show_rows(table(self._store.session))
        self.stack.setCurrentWidget(self.table if on else self.json)

    @property
    def shows_table(self) -> bool:
        """Whether the table is seen."""
        return self.stack.currentWidget() is self.table

    def focus_first(self) -> None:
        """Put the keyboard into what is seen."""
        seen = self.table if self.shows_table else self.editor
        seen.setFocus()

    def _lay_out(self) -> None:
        card = Card(tr("Payload"), "braces")
        counted, placed = guest(self.count), guest(self.path)
        card.add_badge(counted)
        card.add_badge(placed)
        GiveWay(self, {counted: 34, placed: 29, self.compact: 24, self.way: 18})
        card.add_action(self.compact)
        card.add_action(self.format)
        card.add_action(self.way)
        card.set_body(self.stack, sunken=True, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)


PANE = PaneSpec("payload", "Payload", Area.CENTRE, 20, PayloadPane, share=290, key="Ctrl+3")
