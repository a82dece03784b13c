"""Fetching a key set: which address is called, what came back, and the second step if any."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.web_address import web_address
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import FetchStopped, FetchWanted
from jwtdesk.model.key_addresses import issuer_fault, key_addresses
from jwtdesk.model.session import Session
from jwtdesk.ui.dialogs.sheet import Sheet
from jwtdesk.ui.store import Store
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.progress_line import ProgressLine

_WIDE, _LONGEST = 560, 48


class FetchKeysDialog(Sheet):
    """Nothing is called before its button is pressed; the button names what is called."""

    def __init__(self, parent: QWidget, store: Store) -> None:
        super().__init__(parent, tr("Fetch a key set"))
        self.setMinimumWidth(_WIDE)
        self._store = store
        promise = tr(
            "The one thing in this program that uses the network, and only when you press "
            "the button: one call to the address below. The token is not sent."
        )
        self.rows.addWidget(PlainLabel(promise, tone="muted", wrap=True))
        self.call = Button("", "primary", "globe")
        self.call.setObjectName("fetchCall")
        self.call.setDefault(True)
        self.call.clicked.connect(self._ask)
        self.address = QLineEdit()
        self.address.setObjectName("fetchAddress")
        self.address.setAccessibleName(tr("Address of the key set"))
        self.address.setPlaceholderText(tr("https://issuer.example/.well-known/jwks.json"))
        self.address.textChanged.connect(self._typed)
        self.rows.addWidget(self.address)
        self._propose(store.session)
        self._end()
        store.changed.connect(self._changed)
        self.finished.connect(lambda: store.dispatch(FetchStopped()))
        self._typed(self.address.text())
        self._draw(store.session)

    def _end(self) -> None:
        """Put what is said of the call, and the buttons, below the addresses."""
        self.words = PlainLabel(wrap=True)
        self.words.setObjectName("fetchWords")
        self.progress = ProgressLine()
        self.progress.cancelled.connect(lambda: self._store.dispatch(FetchStopped()))
        self.rows.addWidget(self.words)
        self.rows.addWidget(self.progress)
        closing = Button(tr("Close"))
        closing.setAutoDefault(False)
        closing.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.call, 1)
        row.addWidget(closing)
        self.rows.addLayout(row)

    def _ask(self) -> None:
        self._store.dispatch(FetchWanted(self.address.text()))

    def _propose(self, session: Session) -> None:
        """Offer what the token says, each with its reason; the first stands in the field."""
        proposed, why = key_addresses(session), ""
        for one in proposed:
            button = Button(one.url, "quiet")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, url=one.url: self.address.setText(url))
            if one.why != why:
                why = one.why
                self.rows.addWidget(PlainLabel(why, tone="muted", wrap=True))
            self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if proposed:
            self.address.setText(proposed[0].url)

    def _typed(self, text: str) -> None:
        found = web_address(text)
        usable = not isinstance(found, Problem)
        self.call.setEnabled(usable)
        short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        words = tr("Call {url}", url=short) if usable else tr("Call the address")
        self.call.setText(words.replace("&", "&&"))
        self.call.setAccessibleName(tr("Call {url}", url=text) if usable else words)

    def _changed(self, old: Session, new: Session) -> None:
        if old.fetching == new.fetching:
            return
        found = new.fetching.found
        if found is not None and found != old.fetching.found:
            self.address.setText(found.keys_at)
        self._draw(new)

    def _draw(self, session: Session) -> None:
        now = session.fetching
        if now.asking is not None:
            self.progress.begin(tr("Calling {url}…", url=now.asking.url))
        else:
            self.progress.end()
        self.call.setEnabled(now.asking is None and self.call.isEnabled())
        words, tone = _told(session)
        self.words.setText(words)
        self.words.set_tone(tone)
        self.words.setVisible(bool(words))
        if now.asking is None:
            self._typed(self.address.text())


def _told(session: Session) -> tuple[str, str]:
    """Return what to say of how far it has come, and its tone."""
    now = session.fetching
    if now.problem is not None:
        return now.problem.message, "bad"
    if now.fetched:
        return tr("The keys from {url} are in the key field.", url=now.fetched), "plain"
    if now.found is not None:
        fault = issuer_fault(session)
        step = tr("The document says where the keys are. The second step is to call that address.")
        return f"{fault} {step}".strip(), "warn" if fault else "plain"
    return "", "plain"
