"""The keys at hand: those of this session, and those the operating system remembers."""

from functools import partial

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jwtdesk.analysis.made_visible import made_visible
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyChosen, KeyDropped, KeyKept, KeyReplaced
from jwtdesk.model.key_card import kind_of
from jwtdesk.model.named_key import NamedKey
from jwtdesk.model.session import Session
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.later import Later
from jwtdesk.ui.parts.hinted_list import HintedList
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import set_look
from jwtdesk.ui.vault import Vault
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel

_HIGH = 120


class KeptKeysDialog(Sheet):
    """The remembered keys are asked for only when their button is pressed."""

    def __init__(self, parent: QWidget, store: Store, vault: Vault | None) -> None:
        super().__init__(parent, tr("Keys at hand"))
        self._store, self._vault = store, vault
        self._later = Later(self)
        self._later.done.connect(self._heard)
        self.name = QLineEdit()
        self.name.setObjectName("keptName")
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("A name for the key in the field (optional)"))
        empty = tr("No key is kept yet. “Keep the present key” puts it here.")
        self.kept = self._list("keptKeys", tr("For this session, in memory only"), empty)
        self._kept_buttons = (
            self._button(tr("Keep the present key"), "keepKey", self._keep),
            self._button(tr("Use"), "useKept", self._use),
            self._button(tr("Forget"), "dropKept", self._drop),
        )
        self._row(*self._kept_buttons)
        remembers = tr("By the operating system's keyring")
        self.remembered = self._list("rememberedKeys", remembers, _hint(vault))
        self.words = PlainLabel(tone="muted", wrap=True)
        self.words.setObjectName("vaultWords")
        self.rows.addWidget(self.words)
        self._vault_buttons = (
            self._button(tr("Show them"), "showRemembered", self._show),
            self._button(tr("Remember the present key"), "rememberKey", self._remember),
            self._button(tr("Use"), "useRemembered", self._recall),
            self._button(tr("Forget"), "forgetRemembered", self._forget),
        )
        self._row(*self._vault_buttons)
        self.add_close()
        self.rows.insertWidget(1, self.name)
        self.words.setText(
            tr("Off until you press a button. A passphrase is never remembered.")
            if vault is not None
            else ""
        )
        store.changed.connect(self._changed)
        self._draw(store.session)

    def _list(self, object_name: str, title: str, hint: str) -> HintedList:
        found = HintedList(hint)
        found.setObjectName(object_name)
        found.setAccessibleName(title)
        found.setFixedHeight(_HIGH)
        frame = QFrame()
        set_look(frame, "field", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(found)
        found.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.addWidget(PlainLabel(title, type="title"))
        self.rows.addWidget(frame)
        return found

    def _button(self, words: str, object_name: str, deed: object) -> Button:
        button = Button(words)
        button.setObjectName(object_name)
        button.setAutoDefault(False)
        button.clicked.connect(deed)
        return button

    def _row(self, *buttons: Button) -> None:
        row = QHBoxLayout()
        for one in buttons:
            row.addWidget(one)
        row.addStretch(1)
        self.rows.addLayout(row)

    def _changed(self, old: Session, new: Session) -> None:
        if (old.keyring, old.key, old.known.keys) != (new.keyring, new.key, new.known.keys):
            self._draw(new)

    def _draw(self, session: Session) -> None:
        row = self.kept.currentRow()
        self.kept.clear()
        for one in session.keyring:
            line = made_visible(_line(one, used=one.given == session.key))
            item = QListWidgetItem(line)
            item.setData(_ROLE, one.name)
            self.kept.addItem(item)
        self.kept.setCurrentRow(min(max(row, 0), self.kept.count() - 1))
        readable = isinstance(session.known.keys, Keys)
        self._kept_buttons[0].setEnabled(readable)
        for button in self._kept_buttons[1:]:
            button.setEnabled(bool(session.keyring))
        self._vault_buttons[0].setEnabled(self._vault is not None)
        self._vault_buttons[1].setEnabled(self._vault is not None and readable)
        for button in self._vault_buttons[2:]:
            button.setEnabled(self.remembered.count() > 0)

    def _keep(self) -> None:
        self._store.dispatch(KeyKept(self.name.text()))

    def _use(self) -> None:
        self._store.dispatch(KeyChosen(_chosen(self.kept)))

    def _drop(self) -> None:
        self._store.dispatch(KeyDropped(_chosen(self.kept)))

    def _show(self) -> None:
        if self._vault is not None:
            self._later.call(self._vault.names)

    def _remember(self) -> None:
        session, vault = self._store.session, self._vault
        if vault is None or not isinstance(session.known.keys, Keys):
            return
        first = session.known.keys.members[0]
        name = self.name.text().strip() or first.kid or kind_of(first)
        self._later.call(lambda: vault.remember(name, session.key) or vault.names())

    def _recall(self) -> None:
        if self._vault is not None:
            self._later.call(partial(self._vault.recall, _chosen(self.remembered)))

    def _forget(self) -> None:
        vault, name = self._vault, _chosen(self.remembered)
        if vault is not None:
            self._later.call(lambda: vault.forget(name) or vault.names())

    def _heard(self, found: object) -> None:
        if isinstance(found, Problem):
            self.words.setText(found.message)
        elif isinstance(found, KeyInput):
            said = tr("The remembered key is in the key field.")
            self._store.dispatch(KeyReplaced(found, said))
        elif isinstance(found, tuple):
            self.remembered.clear()
            for name in found:
                item = QListWidgetItem(made_visible(name))
                item.setData(_ROLE, name)
                self.remembered.addItem(item)
            self.remembered.setCurrentRow(0)
            self.words.setText("")
            self.remembered.set_hint(tr("No key is remembered."))
        self._draw(self._store.session)


_ROLE = 0x0100
"""Qt's first role for one's own data."""


def _hint(vault: Vault | None) -> str:
    if vault is None:
        return tr("Keys are not remembered here.")
    return tr("“Show them” asks the keyring for the names of its keys.")


def _chosen(of: QListWidget) -> str:
    return "".join(str(one.data(_ROLE)) for one in of.selectedItems())


def _line(one: NamedKey, *, used: bool) -> str:
    kinds = ", ".join(kind_of(key) for key in one.keys.members[:3])
    line = tr("{name} ({kind})", name=one.name, kind=kinds)
    return tr("{line}, in use", line=line) if used else line
