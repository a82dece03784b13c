"""The content of the payload card: what is shown of the payload, below what is said about it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.jose.words import tr
from jwtdesk.model.forms import Form
from jwtdesk.model.payload_notes import chooses_form, payload_notes
from jwtdesk.model.session import Session
from jwtdesk.model.token_kinds import is_closed
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.parts.unchanged import unchanged
from jwtdesk.ui.store import Store
from jwtdesk.ui.style import apply_theme
from jwtdesk.ui.theme import Theme

if TYPE_CHECKING:
    from jwtdesk.ui.parts.payload_strip import PayloadStrip

_ABOUT = ("known", "shown", "key", "form", "asks", "patient", "verdict")


class PayloadBody(QWidget):
    """Puts a strip above `content` once a payload needs one: most never do."""

    def __init__(self, pane: Pane, store: Store, content: QWidget) -> None:
        super().__init__()
        self._pane = pane
        self._store = store
        self._theme: Theme | None = None
        self.strip: PayloadStrip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(content, 1)

    def draw(self, old: Session | None, new: Session) -> None:
        """Say what is to be said."""
        if unchanged(old, new, *_ABOUT):
            return
        if self.strip is None and (chooses_form(new) or payload_notes(new)):
            self.strip = self._built()
        if self.strip is not None:
            self.strip.draw(new)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave what little room there is to the payload itself."""
        super().resizeEvent(event)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self._theme = theme

    def _fit(self) -> None:
        if self.strip is not None:
            text = max(1, self.fontMetrics().height())
            self.strip.set_room(self.width() / text, self.height() / text)

    def _built(self) -> "PayloadStrip":
        from jwtdesk.ui.parts.payload_strip import PayloadStrip

        strip = PayloadStrip(self._pane, self._store)
        self._column.insertWidget(0, strip)
        if self._theme is not None:
            apply_theme(strip, self._theme)
        return strip


def form_words(session: Session) -> str:
    """Return what the payload's own view shows: JSON, plain text or bytes."""
    return {Form.JSON: tr("JSON"), Form.TEXT: tr("Text"), Form.HEX: tr("Hex")}[session.known.form]


def empty_words(session: Session) -> str:
    """Return what stands in the pane while there is no payload to be read."""
    if is_closed(session.known.token):
        return tr("The claims appear here once a key opens the token.")
    return tr("The claims appear here, and can be edited.")
