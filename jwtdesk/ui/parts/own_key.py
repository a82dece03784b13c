"""The key that a token brings along: offered for a look, never trusted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyReplaced
from jwtdesk.model.key_card import OwnKeyOffer, own_key_offers
from jwtdesk.model.session import Session
from jwtdesk.ui.widgets.button import Button
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel


class OwnKey(QWidget):
    """Hidden for a token without a key in its header; `wanted` carries the edit that takes it."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offer: OwnKeyOffer | None = None
        self.icon = IconLabel("info", "muted", 15)
        self.words = PlainLabel(tone="muted", wrap=True)
        self.words.setObjectName("ownKey")
        self.use = Button(tr("Check with it anyway"))
        self.use.setObjectName("ownKeyUse")
        self.use.clicked.connect(self._ask)
        said = QHBoxLayout()
        said.setSpacing(7)
        said.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(said)
        column.addLayout(row)
        self.hide()

    def draw(self, session: Session) -> None:
        """Tell of the key in the token's header, or that it is the one in use."""
        offers = own_key_offers(session)
        self._offer = next((one for one in offers if not one.idle), None)
        self.setVisible(self._offer is not None)
        if self._offer is None:
            return
        used = self._offer.used
        member = self._offer.own.member
        self.words.setText(
            tr(
                "This key came with the token itself: "
                "that it verifies proves nothing about who signed."
            )
            if used
            else tr(
                "The token brings its own key ({member}). It is self-asserted: "
                "it proves nothing about who signed.",
                member=member,
            )
        )
        self.words.set_tone("warn" if used else "muted")
        self.icon.show_icon("warning" if used else "info", "warn" if used else "muted")
        self.use.setVisible(not used)

    def _ask(self) -> None:
        if self._offer is not None:
            said = tr(
                "The token's own key is in the key field; it proves nothing about who signed."
            )
            self.wanted.emit(KeyReplaced(self._offer.own.given, said))
