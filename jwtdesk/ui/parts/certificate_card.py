"""One certificate as a card: how it fares and where it stands, what it says, what one can do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import CertificateChosen, KeyReplaced
from jwtdesk.model.holder import NodePath
from jwtdesk.model.shown_certificate import ShownCertificate
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.parts.action_button import ActionWords
from jwtdesk.ui.parts.certificate_grid import CertificateGrid
from jwtdesk.ui.parts.give_way import GiveWay, guest
from jwtdesk.ui.parts.remarks import Remarks
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.badge import Badge
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.column_scroll import ColumnScroll
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.plain_tip import set_tip

_LAMP, _WORDS = 32, 29
"""The pane must be so many times as wide as its text is high for the lamp's words, and for those of
the button that copies: where they are not seen, its icon stands in the head."""


class CertificateCard(Card):
    """Draws a `ShownCertificate`; while its answer is awaited it stays as it is."""

    def __init__(self, pane: Pane, store: Store) -> None:
        super().__init__(tr("Certificate"), "certificate")
        self._store = store
        self.shown: ShownCertificate | None = None
        self.lamp = Badge()
        self.lamp.setObjectName("certificateLamp")
        self.standing = Badge()
        self.standing.setObjectName("certificateStanding")
        self.before = self._neighbour("chevron-up", tr("The certificate before this one"))
        self.after = self._neighbour("chevron-down", tr("The certificate after this one"))
        lamp = guest(self.lamp)
        for badge in (self.standing, lamp):
            self.add_badge(badge)
        self.copy_icon = CopyButton(tr("Copy as PEM"), self._pem)
        for button in (self.before, self.after, self.copy_icon):
            self.add_action(button)
        self.set_body(self._page(), sunken=True, padding=0)
        self.set_foot(self._buttons(pane))
        room = {lamp: _LAMP, self._worded: _WORDS}
        GiveWay(pane, room, self.copy_icon, beyond={self._worded}).fit()

    def show_certificate(self, shown: ShownCertificate) -> None:
        """Show `shown`; another one is shown from its beginning."""
        if shown == self.shown:
            return
        if self.shown is None or shown.node != self.shown.node:
            self.area.verticalScrollBar().setValue(0)
        self.shown = shown
        facts = shown.facts
        self.set_title(facts.title)
        self.standing.show_badge(shown.standing, "accent", tr("Its place in the chain"))
        self.lamp.show_badge(shown.short, shown.state, shown.sentence)
        self.before.setVisible(bool(shown.standing))
        self.after.setVisible(bool(shown.standing))
        self.before.setEnabled(shown.before is not None)
        self.after.setEnabled(shown.after is not None)
        self.problems.show_words(facts.problems)
        self.grid.show_facts(facts.facts)
        self.notes.show_words((*filter(None, (shown.sentence,)), *facts.notes))
        for copy in (self.copy, self.copy_icon):
            copy.setEnabled(bool(facts.pem))
        self.use.setEnabled(facts.key is not None)

    def _neighbour(self, icon: str, words: str) -> IconButton:
        button = IconButton(icon, words)
        button.clicked.connect(lambda: self._go(button))
        return button

    def _go(self, button: IconButton) -> None:
        if self.shown is None:
            return
        node: NodePath | None = self.shown.before if button is self.before else self.shown.after
        if node is not None:
            self._store.dispatch(CertificateChosen(node))

    def _use(self) -> None:
        """Put its key where its token is checked; the certificate stays in the panes."""
        if self.shown is not None and self.shown.facts.key is not None:
            said = tr("The public key of the certificate is in the key field.")
            self._store.dispatch(KeyReplaced(self.shown.facts.key, said))

    def _page(self) -> ColumnScroll:
        page = QWidget()
        set_look(page, "page", "clear")
        self.problems = Remarks("warning", "warn")
        self.grid = CertificateGrid()
        self.notes = Remarks("info", "info")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        for part in (self.problems, self.grid, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        self.area = ColumnScroll(page)
        self.area.setObjectName("certificateFacts")
        self.area.setAccessibleName(tr("What the certificate says"))
        # With the keyboard in it, the arrow keys scroll.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self.area, "look", "read")
        return self.area

    def _buttons(self, pane: Pane) -> QWidget:
        self.back = ActionWords(pane, "back-to-token", tr("Back to the token"))
        self.back.setObjectName("certificateBack")
        self.copy = Button(tr("Copy as PEM"), icon="copy")
        self.copy.setObjectName("certificateCopy")
        self.copy.clicked.connect(self.copy_icon.copy)
        self.copy.clicked.connect(lambda: pane.said.emit(tr("Certificate copied as PEM.")))
        self._worded = guest(self.copy)
        self.use = Button(tr("Use its public key"), icon="key")
        self.use.setObjectName("certificateUse")
        set_tip(self.use, tr("Put it into the key field. That does not make it trustworthy."))
        self.use.clicked.connect(self._use)
        foot = QWidget()
        outer = QHBoxLayout(foot)
        outer.setContentsMargins(13, 8, 13, 8)
        flow = FlowLayout(gap=8)
        for button in (self.back, self.use, self._worded):
            flow.addWidget(button)
        outer.addLayout(flow)
        return foot

    def _pem(self) -> str:
        return self.shown.facts.pem if self.shown is not None else ""
