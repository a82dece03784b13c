"""Hashes of what travels beside a token: paste the other value, see match or difference."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from jwtdesk.analysis.hash_claims import NAMES, Comparison, compare, present
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_weight import is_stubborn
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.copy_button import CopyButton
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel

_LONGEST = 65_536
_KEYED = ("jkt", "x5t", "x5t#S256")


class HashCalculator(QWidget):
    """Asks which hash and of what; what is pasted here goes nowhere and is kept nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self._token: Token | None = None
        self._present: tuple[str, ...] = ()
        self.choice = QComboBox()
        self.choice.setObjectName("hashName")
        self.choice.setAccessibleName(tr("Which hash"))
        self.choice.addItems(NAMES)
        self.choice.currentIndexChanged.connect(self._work)
        self.value = QLineEdit()
        self.value.setObjectName("hashValue")
        self.value.setAccessibleName(tr("What it is the hash of"))
        self.value.textChanged.connect(self._work)
        self.icon = IconLabel("info", "muted", 15)
        self.said = PlainLabel(wrap=True)
        self.said.setObjectName("hashResult")
        self.computed = PlainLabel(type="smallmono", elide=True)
        self.computed.setObjectName("hashComputed")
        self.copy = CopyButton(tr("Copy the hash"), self.computed.text)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.choice, 0, 0, 1, 2)
        grid.addWidget(self.value, 0, 2, 1, 2)
        grid.addWidget(self.icon, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.said, 1, 1, 1, 3)
        grid.addWidget(self.computed, 2, 1, 1, 2)
        grid.addWidget(self.copy, 2, 3)
        self._work()

    def show_token(self, token: Token) -> None:
        """Compare with the hashes of `token`; those it carries are offered first."""
        if token is self._token:
            return
        self._token = token
        carried = present(token)
        if carried != self._present:
            self._present = carried
            self.choice.clear()
            self.choice.addItems([*carried, *(name for name in NAMES if name not in carried)])
        self._work()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)

    def _work(self) -> None:
        name = self.choice.currentText()
        self.value.setPlaceholderText(_wanted(name))
        octets = self.value.text().encode("utf-8", "surrogatepass")
        if not octets.strip() or self._token is None:
            self._say("info", "muted", _lesson(name, carried=name in self._present), "")
            return
        found = self._compared(self._token, name, octets)
        if isinstance(found, Problem):
            self._say("warning", "warn", found.message, "")
        elif found.matches is None:
            self._say("info", "info", found.sentence, found.computed)
        else:
            icon, tone = ("check-circle", "ok") if found.matches else ("cross-circle", "bad")
            self._say(icon, tone, found.sentence, found.computed)

    def _compared(self, token: Token, name: str, octets: bytes) -> Comparison | Problem:
        """Compare at once; a key that would hold the window up is not read here."""
        if len(octets) > _LONGEST or (name in _KEYED and is_stubborn(KeyInput(octets))):
            message = tr("Give the public key or the certificate alone: it is enough for a hash.")
            return Problem("too-heavy", message)
        return compare(token, name, octets)

    def _say(self, icon: str, tone: str, words: str, computed: str) -> None:
        self.icon.show_icon(icon, tone)
        self.said.setText(words)
        self.computed.setText(computed)
        self.computed.setVisible(bool(computed))
        self.copy.setVisible(bool(computed))


def _wanted(name: str) -> str:
    wanted = {
        "at_hash": tr("Paste the access token"),
        "c_hash": tr("Paste the authorisation code"),
        "s_hash": tr("Paste the state"),
        "ath": tr("Paste the access token"),
        "jkt": tr("Paste the public key"),
    }
    return wanted.get(name, tr("Paste the certificate"))


def _lesson(name: str, *, carried: bool) -> str:
    if carried:
        return tr("The token carries “{name}”: paste the value to compare.", name=name)
    return tr("The token carries no “{name}”; its hash can be computed all the same.", name=name)
