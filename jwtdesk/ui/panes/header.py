"""The header's JSON, with the algorithm picker beside it."""

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.claim_rows import table
from jwtdesk.model.edits import AlgorithmPicked, CaretMoved, HeaderEdited, Slot
from jwtdesk.model.session import Caret, PaneName, Session
from jwtdesk.model.shown_algorithm import ways
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.algorithm_picker import AlgorithmPicker
from jwtdesk.ui.parts.claims_editor import ClaimsEditor, members_text
from jwtdesk.ui.parts.claims_table import ClaimsTable
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.problem_line import over
from jwtdesk.ui.parts.put_back import put_back
from jwtdesk.ui.parts.unchanged import light_of, unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import Card

if TYPE_CHECKING:
    from jwtdesk.ui.parts.encryption_choice import EncryptionChoice

_COUNT, _COUNT_BESIDE_TWO = 21, 46
"""The card must be so many times as wide as its text is high for the count to be seen."""


class HeaderPane(Pane):
    """Draws `shown.header`; typing says `HeaderEdited`, picking `AlgorithmPicked`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._theme: Theme | None = None
        self.editor = ClaimsEditor(store, PaneName.HEADER, Slot.HEADER)
        self.editor.setObjectName("headerEditor")
        self.editor.setAccessibleName(tr("Header"))
        self.editor.edited.connect(
            lambda text: store.dispatch(HeaderEdited(text, time.monotonic()))
        )
        self.editor.setPlaceholderText(tr("The header's JSON appears here."))
        self.table = ClaimsTable("headerTable", tr("Header parameters"))
        self.table.pointed.connect(
            lambda at: store.dispatch(CaretMoved(Caret(PaneName.HEADER, at)))
        )
        self.stack = QStackedWidget()
        self.count = Badge()
        self.picker = AlgorithmPicker()
        self.picker.picked.connect(lambda name: store.dispatch(AlgorithmPicked(name)))
        card = Card(tr("Header"), "braces")
        counted = guest(self.count)
        card.add_badge(counted)
        self._counted = counted
        self.way = GiveWay(self, {counted: _COUNT})
        card.add_action(self.picker)
        self._card = card
        self.encryption: EncryptionChoice | None = None
        self.json = over(self.editor, self.editor.problem)
        self.stack.addWidget(self.json)
        self.stack.addWidget(self.table)
        card.set_body(self.stack, sunken=True, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the header and what is known of it."""
        self.editor.draw(old, new, new.shown.header, light_of(new).header)
        if not unchanged(old, new, "known", "shown", "now", "as_of") and self.shows_table:
            self.table.show_rows(table(new, Slot.HEADER), new.moment)
        if unchanged(old, new, "known", "shown"):
            return
        self._draw_ways(new)
        if not unchanged(old, new, "known.header_members"):
            self.count.show_badge(members_text(new, PaneName.HEADER))

    def _draw_ways(self, new: Session) -> None:
        """Show what the header names; most tokens are never encrypted."""
        named = ways(new)
        can_change = bool(new.shown.header) and PaneName.HEADER not in new.known.inexact
        self.picker.show_name(named.alg)
        self.picker.setEnabled(can_change)
        if self.encryption is None and named.enc is not None:
            self._add_encryption()
        if self.encryption is not None:
            self.encryption.draw(new, named, editable=can_change)
            self.way.add(self._counted, _COUNT if named.enc is None else _COUNT_BESIDE_TWO)

    def _add_encryption(self) -> None:
        from jwtdesk.ui.parts.encryption_choice import EncryptionChoice

        self.encryption = EncryptionChoice(self._store)
        if self._theme is not None:
            apply_theme(self.encryption, self._theme)
        self._card.add_action(self.encryption)
        self.way.add(self.encryption.room, 34)

    @property
    def shows_table(self) -> bool:
        """Whether the table is seen."""
        return self.stack.currentWidget() is self.table

    def show_table(self, *, on: bool) -> None:
        """Show the header's parameters as a table (`on`) or as JSON."""
        self.stack.setCurrentWidget(self.table if on else self.json)
        if on:
            self.table.show_rows(
                table(self._store.session, Slot.HEADER), self._store.session.moment
            )

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    def show_place(self, offset: int) -> None:
        """Put the caret at `offset`, in sight."""
        put_back(self._store)
        self.editor.go_to(offset)
        if self.shows_table:
            self.table.show_offset(offset)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard into the header."""
        put_back(self._store)
        (self.table if self.shows_table else self.editor).setFocus()


PANE = PaneSpec("header", "Header", Area.CENTRE, 10, HeaderPane, share=162, key="Ctrl+2")
