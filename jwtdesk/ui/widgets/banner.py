"""The verdict in one glance: a round icon, a headline, a reason and four lamps."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.ui.style import set_look
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.announce import announce
from jwtdesk.ui.widgets.lamp import Lamp
from jwtdesk.ui.widgets.plain_label import PlainLabel
from jwtdesk.ui.widgets.state_disc import StateDisc

HEIGHT = 72


class Banner(QFrame):
    """Its Qt property `state` tints it: `ok` `bad` `warn` `unknown` or `pending`.

    `structure`, `signature`, `time` and `policy` are its lamps. A new headline is announced to
    screen readers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "banner", True)
        self.setAccessibleName(tr("Verdict"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.disc = StateDisc()
        self.headline = PlainLabel(type="headline", elide=True)
        self.headline.setObjectName("verdictHeadline")
        self.reason = PlainLabel(type="base", tone="muted", elide=True)
        self.reason.setObjectName("verdictReason")
        self.structure = _lamp(tr("Structure"), "lampStructure")
        self.signature = _lamp(tr("Signature"), "lampSignature")
        self.time = _lamp(tr("Time"), "lampTime")
        self.policy = _lamp(tr("Policy"), "lampPolicy")
        self._lay_out()
        self.show_verdict("unknown", "", "")

    def show_verdict(self, state: str, headline: str, reason: str, icon: str = "") -> None:
        """Show the verdict; `icon` may replace the drawing that belongs to `state`."""
        new = headline != self.headline.text()
        self.headline.setText(headline)
        self.headline.setAccessibleName(headline or tr("Verdict"))
        self.reason.setText(reason)
        self.reason.setAccessibleName(reason or tr("Reason"))
        self.disc.show_state(state, icon)
        set_look(self, "state", state)
        self.setAccessibleDescription(f"{headline}. {reason}" if reason else headline)
        if new:
            announce(self, headline)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.disc.set_theme(theme)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return 72 pixels of height, more when the text is large."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(HEIGHT, least.height()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the words, never lower than 72 pixels."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.reason)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 20, 8)
        row.setSpacing(14)
        row.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        lamps = (self.structure, self.signature, self.time, self.policy)
        for place, lamp in enumerate(lamps):
            if place:
                row.addWidget(_rule(), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(lamp, 0, Qt.AlignmentFlag.AlignVCenter)


def _lamp(name: str, object_name: str) -> Lamp:
    lamp = Lamp(name)
    lamp.setObjectName(object_name)
    return lamp


def _rule() -> QFrame:
    rule = QFrame()
    set_look(rule, "lampRule", True)
    rule.setFixedSize(1, 30)
    return rule
