"""Binding a presentation to its holder: whose key, for which verifier, for which request."""

import secrets

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.words import plural, tr
from jwtdesk.model.binding_row import holder_pair
from jwtdesk.model.edits import Presented
from jwtdesk.model.key_card import kind_of
from jwtdesk.model.named_key import NamedKey
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.plain_tip import set_tip

_NONCE_OCTETS = 16
_KEY_HIGH, _WIDE = 84, 540


class BindDialog(Sheet):
    """Dispatches one presentation of the disclosures `chosen`, and closes."""

    def __init__(self, parent: QWidget, store: Store, chosen: frozenset[str]) -> None:
        super().__init__(parent, tr("Bind to a holder"))
        self._store, self._chosen = store, chosen
        self._ring = store.session.keyring
        self._say_what()
        self.holder = QComboBox()
        self.holder.setObjectName("bindHolder")
        self.holder.setAccessibleName(tr("The holder's key"))
        for one in self._ring:
            self.holder.addItem(made_visible(_line(one)), one.name)
        self.holder.addItem(tr("A key pasted here"), "")
        self.pasted = QPlainTextEdit()
        self.pasted.setObjectName("bindKey")
        self.pasted.setAccessibleName(tr("The holder's private key"))
        self.pasted.setPlaceholderText(tr("The holder's private key: a JWK or PEM"))
        self.pasted.setTabChangesFocus(True)
        self.pasted.setFixedHeight(_KEY_HIGH)
        set_look(self.pasted, "field", True)
        self.words = PlainLabel(tone="muted", wrap=True)
        self.words.setObjectName("bindWords")
        rules = store.session.rules
        self.audience = _field("bindAudience", tr("Audience"), rules.kb_aud)
        self.audience.setPlaceholderText(tr("Whom it is shown to, such as https://shop.example"))
        self.nonce = _field("bindNonce", tr("Nonce"), rules.kb_nonce)
        self.nonce.setPlaceholderText(tr("What the verifier sent for this one time"))
        self.expect = QCheckBox(tr("Expect this audience and nonce in the rules"))
        self.expect.setObjectName("bindExpect")
        self.expect.setChecked(True)
        self._lay_out()
        self.holder.currentIndexChanged.connect(self._draw)
        self.pasted.textChanged.connect(self._draw)
        self.audience.textChanged.connect(self._draw)
        self.nonce.textChanged.connect(self._draw)
        self._draw()
        self._fit(_WIDE)
        self.holder.currentIndexChanged.connect(lambda: self._fit(self.width()))

    def _fit(self, wide: int) -> None:
        """Be no higher than what is shown: a kept key needs no field."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(wide, layout.totalHeightForWidth(wide))

    def _say_what(self) -> None:
        count = len(self._chosen)
        words = plural(
            count,
            "The holder signs that {count} disclosure is shown, to whom, and when.",
            "The holder signs that {count} disclosures are shown, to whom, and when.",
        )
        self.rows.addWidget(PlainLabel(words, type="base", tone="muted", wrap=True))

    def _lay_out(self) -> None:
        make = Button(tr("Generate"))
        make.setObjectName("bindGenerate")
        make.setAutoDefault(False)
        set_tip(make, tr("Make a fresh random nonce of 128 bits"))
        make.clicked.connect(
            lambda: self.nonce.setText(secrets.token_urlsafe(_NONCE_OCTETS)),
        )
        nonced = QHBoxLayout()
        nonced.setSpacing(8)
        nonced.addWidget(self.nonce, 1)
        nonced.addWidget(make)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        form.addRow(PlainLabel(tr("Holder's key"), type="base"), self.holder)
        form.addRow("", self.pasted)
        form.addRow("", self.words)
        form.addRow(PlainLabel(tr("Audience"), type="base"), self.audience)
        form.addRow(PlainLabel(tr("Nonce"), type="base"), nonced)
        form.addRow("", self.expect)
        self._form = form
        self.rows.addLayout(form)
        self.bind = Button(tr("Sign the presentation"), "primary", "sign")
        self.bind.setObjectName("bindApply")
        self.bind.setDefault(True)
        self.bind.clicked.connect(self._bind)
        close = Button(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.bind)
        self.rows.addLayout(row)

    @property
    def _kept(self) -> NamedKey | None:
        name = self.holder.currentData()
        return next((one for one in self._ring if one.name == name), None)

    def _draw(self) -> None:
        kept = self._kept
        self._form.setRowVisible(self.pasted, kept is None)
        if kept is None:
            self.words.setText(tr("It is kept for this session, in memory only."))
            self.words.set_tone("muted")
        else:
            pair = holder_pair(self._store.session, kept.keys)
            self.words.setText(pair.text)
            self.words.set_tone("muted" if pair.matches else "warn")
        key = kept is not None or bool(self.pasted.toPlainText().strip())
        self.bind.setEnabled(key and bool(self.audience.text() and self.nonce.text()))

    def _bind(self) -> None:
        kept, aud, nonce = self._kept, self.audience.text(), self.nonce.text()
        octets = b"" if kept else self.pasted.toPlainText().strip().encode("utf-8", "replace")
        holder, expected = kept.name if kept else "", self.expect.isChecked()
        self._store.dispatch(
            Presented(self._chosen, holder, aud, nonce, KeyInput(octets), expected)
        )
        self.accept()


def _field(handle: str, name: str, text: str | None) -> QLineEdit:
    field = QLineEdit(text or "")
    field.setObjectName(handle)
    field.setAccessibleName(name)
    return field


def _line(one: NamedKey) -> str:
    kinds = ", ".join(kind_of(key) for key in one.keys.members[:3])
    return tr("{name} ({kind})", name=one.name, kind=kinds)
