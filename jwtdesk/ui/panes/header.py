"""The header's JSON, with the algorithm picker beside it."""

import time

from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import AlgorithmPicked, HeaderEdited, Slot
from jwtdesk.model.session import PaneName, Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.algorithm_picker import AlgorithmPicker
from jwtdesk.ui.parts.claims_editor import ClaimsEditor, members_text
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.problem_line import over
from jwtdesk.ui.parts.unchanged import light_of, unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.card import Card


class HeaderPane(Pane):
    """Draws `shown.header`; typing says `HeaderEdited`, picking `AlgorithmPicked`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.editor = ClaimsEditor(store, PaneName.HEADER, Slot.HEADER)
        self.editor.setObjectName("headerEditor")
        self.editor.setAccessibleName(tr("Header"))
        self.editor.edited.connect(
            lambda text: store.dispatch(HeaderEdited(text, time.monotonic()))
        )
        self.editor.setPlaceholderText(tr("The header's JSON appears here."))
        self.count = Badge()
        self.picker = AlgorithmPicker()
        self.picker.picked.connect(lambda name: store.dispatch(AlgorithmPicked(name)))
        card = Card(tr("Header"), "braces")
        counted = guest(self.count)
        card.add_badge(counted)
        GiveWay(self, {counted: 21})
        card.add_action(self.picker)
        card.set_body(over(self.editor, self.editor.problem), sunken=True, padding=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the header and what is known of it."""
        self.editor.draw(old, new, new.shown.header, light_of(new).header)
        if unchanged(old, new, "known", "shown"):
            return
        self.picker.show_algorithm(new.known.token.alg)
        self.picker.setEnabled(bool(new.shown.header))
        if not unchanged(old, new, "known.header_members"):
            self.count.show_badge(members_text(new, PaneName.HEADER))

    def focus_first(self) -> None:
        """Put the keyboard into the header."""
        self.editor.setFocus()


PANE = PaneSpec("header", "Header", Area.CENTRE, 10, HeaderPane, share=162, key="Ctrl+2")
