"""The token itself, in the colours of its parts, with its length and where it comes from."""

import time

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import TokenEdited, TokenPasted
from jwtdesk.model.part_counts import part_counts
from jwtdesk.model.session import PaneName, Provenance, Session
from jwtdesk.ui.conditions import can_return
from jwtdesk.ui.editors.token_colours import TokenColourist
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.action_button import ActionButton, ActionWords
from jwtdesk.ui.parts.caret_teller import CaretTeller
from jwtdesk.ui.parts.part_counters import PartCounters
from jwtdesk.ui.parts.token_editor import TokenEditor
from jwtdesk.ui.parts.token_lesson import TokenLesson
from jwtdesk.ui.parts.unchanged import light_of, unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.provenance_badge import ProvenanceBadge

_WRONG = (SignatureCode.MISMATCH, SignatureCode.MALFORMED, SignatureCode.CANNOT_DECRYPT)

_BESIDE_BADGE = 14.5
"""The rest of the head beside the badge's words is so many times as wide as the text is high."""


class TokenPane(Pane):
    """Draws `shown.token`; typing says `TokenEdited`, a whole paste `TokenPasted`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.editor = TokenEditor()
        self.lesson = TokenLesson(self, self.editor)
        self.editor.set_colourist(TokenColourist())
        self.editor.edited.connect(lambda text: store.dispatch(TokenEdited(text, time.monotonic())))
        self.editor.pasted.connect(lambda text: store.dispatch(TokenPasted(text)))
        CaretTeller(store, self.editor, PaneName.TOKEN)
        self.badge = ProvenanceBadge()
        self._said = Provenance()
        self.counters = PartCounters()
        self.buttons = tuple(
            ActionButton(self, name) for name in ("paste-token", "copy-token", "clear")
        )
        self.back = ActionWords(self, "return", tr("Back to the original"), "quiet")
        self.compare = ActionWords(self, "compare", tr("Compare"), "quiet")
        self._lay_out()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the token, its colours, its problems and its provenance."""
        # Always: an edit that was refused has left its text in the editor.
        self.editor.show_text(new.shown.token)
        if not unchanged(old, new, "known", "shown", "verdict", "original"):
            self._draw_token(old, new)
        elsewhere = new.caret is not None and new.caret.pane is not PaneName.TOKEN
        self.editor.light(light_of(new).token if elsewhere else ())

    def show_place(self, offset: int) -> None:
        """Put the caret at `offset`, in sight."""
        self.editor.go_to(offset)
        self.editor.setFocus()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the counts below the token, on as many lines as they take."""
        least, layout = super().minimumSizeHint(), self.layout()
        high = layout.minimumHeightForWidth(self.width()) if layout else 0
        return QSize(least.width(), max(least.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for another height where the width is another."""
        super().resizeEvent(event)
        self._name_origin()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focus_first(self) -> None:
        """Put the keyboard into the token."""
        self.editor.setFocus()

    def _draw_token(self, old: Session | None, new: Session) -> None:
        known = new.known
        self.editor.set_dimmed(PaneName.TOKEN in known.waiting)
        if not unchanged(old, new, "known.problems"):
            self.editor.underline(known.problems_of(PaneName.TOKEN))
        drawn: tuple[ActionButton | ActionWords, ...] = (*self.buttons, self.back, self.compare)
        for button in drawn:
            button.draw(new)
        self.lesson.setVisible(new.empty)
        self._draw_foot(new)

    def _draw_foot(self, new: Session) -> None:
        verification = new.verdict.verification
        tried = new.verdict.signature.state is not State.WARN
        wrong = tried and verification is not None and verification.code in _WRONG
        self.counters.show_counts(part_counts(new.known.token), wrong=wrong)
        self.way_back.setVisible(can_return(new))
        said = new.known.provenance
        if said == self._said:
            return
        self._said = said
        self.badge.show_provenance(said.origin.value)
        if said.text:
            set_tip(self.badge, f"{said.text}. {self.badge.accessibleDescription()}")
            self._name_origin()

    def _name_origin(self) -> None:
        """Say whole where the token comes from, or in brief where that would be cut off."""
        said, label = self._said, self.badge.label
        if not said.text:
            return
        room = self.width() - _BESIDE_BADGE * self.fontMetrics().height()
        cut = label.fontMetrics().horizontalAdvance(said.text) > room
        label.setText(said.brief if cut and said.brief else said.text)

    def _lay_out(self) -> None:
        card = Card(tr("Token"), "token")
        card.add_badge(self.badge)
        for button in self.buttons:
            card.add_action(button)
        card.set_body(self.editor, sunken=True, padding=0)
        card.set_foot(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(13, 9, 13, 9)
        column.setSpacing(4)
        self.way_back = QWidget()
        row = FlowLayout(self.way_back, gap=4)
        row.addWidget(self.back)
        row.addWidget(self.compare)
        column.addWidget(self.counters)
        column.addWidget(self.way_back)
        self.way_back.hide()
        return foot


PANE = PaneSpec("token", "Token", Area.LEFT, 10, TokenPane, share=345, key="Ctrl+1")
