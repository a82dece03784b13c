"""The chips of the time the caret is at, or the pointer rests on."""

from jwtdesk.model.edits import Slot
from jwtdesk.model.session import Session
from jwtdesk.model.time_claims import time_claim_at, time_claim_at_caret
from jwtdesk.ui.parts.claim_chips import ClaimChips
from jwtdesk.ui.store import Store


class CaretChips(ClaimChips):
    """Follows caret and pointer in the payload; `used` is false where chips have no place."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._hovered: int | None = None
        self._in_local = False
        self.used = True
        self.wanted.connect(store.dispatch)

    def draw(self, session: Session) -> None:
        """Offer what can be done in `session`."""
        claim = time_claim_at_caret(session)
        if claim is not None and claim.slot is not Slot.PAYLOAD:
            claim = None
        if claim is None and self._hovered is not None:
            claim = time_claim_at(session, Slot.PAYLOAD, self._hovered)
        self.show_claim(claim if self.used else None, session, local=self._in_local)

    def set_local_time(self, *, local: bool) -> None:
        """Ask for moments in the computer's zone, or in UTC."""
        self._in_local = local
        self.draw(self._store.session)

    def hover(self, offset: int | None) -> None:
        """Offer the chips of the line at `offset` until the pointer leaves the card (None)."""
        session = self._store.session
        if offset is None or time_claim_at(session, Slot.PAYLOAD, offset) is not None:
            self._hovered = offset
            self.draw(session)
