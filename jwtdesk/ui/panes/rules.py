"""The rules: what a service would expect of the token, and whether this one meets it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.edits import RulesEdited
from jwtdesk.model.rule_outcomes import expectations, faults, outcomes
from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.action_button import ActionButton, ActionWords
from jwtdesk.ui.parts.foldable import Foldable
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.rule_pills import (
    algorithm_pills,
    claim_pills,
    offered_algorithms,
    offered_claims,
)
from jwtdesk.ui.parts.rule_rows import binding_rows, further_rows, usual_rows
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip
from jwtdesk.ui.widgets.switch import Switch

_ROOM = 22
"""The column must be so many lines high for the card to stand open by itself."""


class RulesPane(Pane):
    """Draws `rules` and how the token fares by them; typing and choosing says `RulesEdited`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._every = False
        self.badge = Badge()
        self.take = ActionWords(self, "take-rules", tr("Take from this token"))
        self.take.setObjectName("rulesTake")
        self.clear = ActionButton(self, "clear-rules")
        self.usual = usual_rows()
        self.binding = binding_rows()
        self.binding.setObjectName("rulesBinding")
        self.further = further_rows()
        self.further.setObjectName("rulesFurther")
        self.algorithms = algorithm_pills()
        self.claims = claim_pills()
        self.more = Button(tr("More rules"), "quiet")
        self.more.setObjectName("rulesMore")
        self.more.setCheckable(True)
        self.broken = PlainLabel(tone="bad", wrap=True)
        self.broken.setObjectName("rulesBroken")
        self.keep = Switch(tr("Keep for this issuer"))
        self.keep.setObjectName("rulesKeep")
        self.keep.setEnabled(False)
        set_tip(self.keep, tip_of("keep-rules"))
        self._lay_out()
        self._connect()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the rules, and the outcome of each."""
        if unchanged(old, new, "rules", "known", "verdict", "now", "as_of"):
            return
        proven = new.verdict.signature.state is State.OK
        found = {one.field: one for one in outcomes(new)}
        for rows in (self.usual, self.binding, self.further):
            rows.show_rules(new.rules, found, proven=proven)
        offered = offered_algorithms(new, every=self._every)
        self.algorithms.show_choice(offered, new.rules.algorithms, found.get("algorithms"))
        required = new.rules.required
        self.claims.show_choice(offered_claims(new.rules), required, found.get("required"))
        self._draw_more(new)
        broken = faults(new)
        self.broken.setText("\n".join(broken))
        self.broken.setVisible(bool(broken))
        self._draw_badge(new, len(broken), proven=proven)
        self.take.draw(new)
        self.clear.draw(new)

    def show_kept(self, kept: bool, possible: bool) -> None:  # noqa: FBT001 - two states of a switch
        """Show whether the rules are `kept` for the present issuer, and whether they can be."""
        self.keep.setChecked(kept)
        self.keep.setEnabled(possible)

    def focus_first(self) -> None:
        """Put the keyboard into the issuer."""
        self.fold.choose(folded=False)
        self.usual.fields["issuers"].setFocus()

    def _draw_more(self, new: Session) -> None:
        """Show the rarer rules where one is used or asked for; those of a key binding with one."""
        rules = new.rules
        used = any(getattr(rules, name) is not None for name in self.further.fields)
        self.further.setVisible(used or self.more.isChecked())
        self.more.setVisible(not used)
        bound = any(getattr(rules, name) is not None for name in self.binding.fields)
        self.binding.setVisible(bound or new.known.token.selective is not None)

    def _draw_badge(self, new: Session, broken: int, *, proven: bool) -> None:
        count = expectations(new.rules)
        if broken:
            self.badge.show_badge(plural(broken, "{count} broken", "{count} broken"), "bad")
        elif count and not new.empty:
            words = plural(count, "{count} holds", "{count} hold")
            self.badge.show_badge(words, "ok" if proven else "plain")
        else:
            words = plural(count, "{count} expected", "{count} expected")
            self.badge.show_badge(words if count else "")

    def _edit(self, rules: Rules) -> None:
        self._store.dispatch(RulesEdited(rules))

    def _connect(self) -> None:
        for rows in (self.usual, self.binding, self.further):
            rows.edited.connect(self._edit)
        store = self._store
        self.algorithms.edited.connect(
            lambda names: self._edit(replace(store.session.rules, algorithms=names))
        )
        self.claims.edited.connect(
            lambda names: self._edit(replace(store.session.rules, required=names))
        )
        self.more.clicked.connect(self._show_more)
        self.keep.clicked.connect(lambda: self.asked.emit("keep-rules"))

    def _show_more(self) -> None:
        self._every = self.more.isChecked()
        self.more.setText(tr("Fewer rules") if self._every else tr("More rules"))
        self.draw(None, self._store.session)

    def _lay_out(self) -> None:
        inside = QWidget()
        set_look(inside, "page", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(13, 11, 13, 11)
        column.setSpacing(10)
        rows = (
            self.usual,
            self.binding,
            self.take,
            self.algorithms,
            self.claims,
            self.further,
            self.more,
            self.broken,
        )
        for widget in rows:
            column.addWidget(widget)
        column.setAlignment(self.take, Qt.AlignmentFlag.AlignLeft)
        column.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.keep)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        card = Card(tr("Rules"), "shield-check")
        card.add_badge(self.badge)
        cleared = guest(self.clear)
        card.add_action(cleared)
        GiveWay(self, {cleared: 15})
        card.set_body(scroll, padding=0)
        self.fold = Foldable(self, card, tr("the rules"), _ROOM)
        self.fold.setObjectName("rules")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)


PANE = PaneSpec("rules", "Rules", Area.RIGHT, 20, RulesPane, share=161, key="Ctrl+7")
