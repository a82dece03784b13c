"""The key: one field that checks and signs, what it holds, and how it serves this token."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from jwtdesk.jose.key import Keys
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyEdited, SigningKeyEdited
from jwtdesk.model.session import PaneName, Session
from jwtdesk.ui.conditions import can_resign
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.action_button import ActionButton, ActionWords
from jwtdesk.ui.parts.key_editor import KeyEditor
from jwtdesk.ui.parts.key_facts import KeyFacts
from jwtdesk.ui.parts.key_field import KeyField
from jwtdesk.ui.parts.key_making import KeyMaking
from jwtdesk.ui.parts.key_mends import KeyMends
from jwtdesk.ui.parts.key_set import KeySet
from jwtdesk.ui.parts.key_words import fit_words, needed_words, resign_words, secret_text
from jwtdesk.ui.parts.own_key import OwnKey
from jwtdesk.ui.parts.signing_key import SigningKey
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.card import Card
from jwtdesk.ui.widgets.column_scroll import ColumnScroll
from jwtdesk.ui.widgets.flow_layout import FlowLayout
from jwtdesk.ui.widgets.icon_button import IconButton
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.invisibles import Invisibles
from jwtdesk.ui.widgets.plain_label import PlainLabel

_ICONS = {"ok": "check-circle", "bad": "cross-circle", "warn": "warning", "muted": "info"}


class KeyPane(Pane):
    """Draws the key fields and their facts; typing says `KeyEdited`, or `SigningKeyEdited`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.field = KeyField(KeyEditor("keyEditor", tr("Key")), "keyFormat", "keyPassphrase")
        self.field.editor.setPlaceholderText(tr("Paste, drop or type a key"))
        self.field.edited.connect(lambda given: store.dispatch(KeyEdited(given)))
        self.invisible = Invisibles()
        self.field.masked.connect(self._show_invisible)
        self.needed = PlainLabel(tone="muted", wrap=True)
        self.needed.setObjectName("keyNeeded")
        self.fit_icon = IconLabel("info", "muted", 15)
        self.fit = PlainLabel(wrap=True)
        self.facts = KeyFacts()
        self.signing = SigningKey()
        self.signing.field.edited.connect(lambda given: store.dispatch(SigningKeyEdited(given)))
        self.make = ActionWords(self, "make-key", tr("Generate a key that fits"))
        self.resign = ActionWords(self, "resign", tr("Re-sign with this key"))
        self.open = ActionButton(self, "open-key")
        self.more = IconButton("more", tr("More to do with keys"))
        self.more.setObjectName("keyMore")
        self.making, self.mends, self.own, self.set = KeyMaking(), KeyMends(), OwnKey(), KeySet()
        for wish in (self.making.unwanted, self.mends.wanted, self.own.wanted):
            wish.connect(store.dispatch)
        self._lay_out()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the keys when anything about them has changed."""
        keys = ("key", "signing_key", "making", "word_trial")
        if unchanged(old, new, *keys, "known", "verdict", "shown"):
            return
        if old is not None and _sources(old) == _sources(new):
            return
        known = new.known
        self.mends.draw(new.key)
        problems = known.problems_of(PaneName.KEY)
        self.field.show_key(new.key, known.keys, problems, self.mends.codes)
        for part in (self.making, self.own, self.set):
            part.draw(new)
        self._show_invisible(self.field.editor.masked)
        self.needed.setText(needed_words(new))
        self.needed.setVisible(not new.key.octets)
        words, tone = fit_words(new)
        self.fit.setText(words)
        self.fit_icon.show_icon(_ICONS[tone], tone)
        self.fit_row.setVisible(bool(words))
        self.facts.draw(new)
        self.signing.draw(new)
        self.make.draw(new)
        self.make.setVisible(known.fitting_algorithm is not None)
        self.resign.draw(new)
        self.resign.setText(resign_words(new))
        self.resign.setVisible(can_resign(new) and _has_private(new))
        self.buttons.setVisible(not (self.make.isHidden() and self.resign.isHidden()))

    def focus_first(self) -> None:
        """Put the keyboard into the key."""
        self.field.editor.setFocus()

    def show_menu(self, menu: QMenu) -> None:
        """Let the button of the card open `menu`."""
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _show_invisible(self, masked: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self.invisible.show_secret(secret_text(self._store.session), masked=masked)

    def _lay_out(self) -> None:
        inside = QWidget()
        set_look(inside, "page", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(13, 12, 13, 12)
        column.setSpacing(10)
        column.addWidget(self.field)
        for widget in (self.making, self.mends, self.invisible, self.needed, self._fit()):
            column.addWidget(widget)
        for widget in (self.own, self.set, self.facts):
            column.addWidget(widget)
        self.buttons = QWidget()
        flow = FlowLayout(self.buttons, gap=6)
        flow.addWidget(self.make)
        flow.addWidget(self.resign)
        column.addWidget(self.buttons)
        column.addWidget(self.signing)
        column.addStretch(1)
        card = Card(tr("Key"), "key")
        card.add_action(self.field.format)
        card.add_action(self.more)
        self.field.add_tool(self.open)
        card.set_body(ColumnScroll(inside), padding=0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)

    def _fit(self) -> QWidget:
        self.fit_row = QWidget()
        row = QHBoxLayout(self.fit_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.fit_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.fit, 1)
        return self.fit_row


def _sources(session: Session) -> tuple[object, ...]:
    known = session.known
    return (
        session.key,
        session.signing_key,
        session.verdict.signature,
        session.verdict.verification,
        session.empty,
        known.token.alg,
        known.keys,
        known.signing_keys,
        known.pair,
        known.signing_problem,
        known.wants_signing_key,
        known.fitting_algorithm,
        known.problems_of(PaneName.KEY),
        known.problems_of(PaneName.SIGNING_KEY),
        can_resign(session),
        session.making,
        session.word_trial.asking,
        known.token.jose_header,
    )


def _has_private(session: Session) -> bool:
    found = (session.known.keys, session.known.signing_keys)
    return any(
        isinstance(keys, Keys) and any(one.private for one in keys.members) for keys in found
    )


PANE = PaneSpec("key", "Key", Area.RIGHT, 10, KeyPane, share=288, key="Ctrl+4")
