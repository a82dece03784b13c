"""The certificate that was chosen in the layers, in the place of header and payload."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from jwtdesk.model.session import Session
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme, set_shown
from jwtdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jwtdesk.ui.parts.certificate_card import CertificateCard


class CertificatePane(Pane):
    """Seen while `session.certificate` names one, and built for the first one."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._theme: Theme | None = None
        self.card: CertificateCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def draw(self, old: Session | None, new: Session) -> None:
        """Draw the certificate in the panes; while its facts are awaited it stays as it is."""
        if unchanged(old, new, "certificate", "known", "answers", "now", "as_of"):
            return
        if new.certificate is not None:
            from jwtdesk.model.shown_certificate import shown_certificate

            self.card = self.card or self._built()
            found = shown_certificate(new)
            if found is not None:
                self.card.show_certificate(found)
        set_shown(self, new.certificate is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back to the token with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit("back-to-token")
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Remember the theme for what is built later."""
        self._theme = theme

    def focus_first(self) -> None:
        """Put the keyboard into the facts; a certificate is put into the panes first."""
        if self.card is None or self.isHidden():
            self.asked.emit("show-certificate")
        else:
            self.card.area.setFocus()

    def _built(self) -> "CertificateCard":
        from jwtdesk.ui.parts.certificate_card import CertificateCard

        card = CertificateCard(self, self._store)
        if self._theme is not None:
            apply_theme(card, self._theme)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - it was laid out above
        layout.addWidget(card)
        return card


PANE = PaneSpec(
    "certificate",
    "Certificate",
    Area.INSTEAD,
    10,
    CertificatePane,
    key="Ctrl+8",
    passing=True,
)
