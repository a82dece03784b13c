"""Says that a key is being made, and lets it be stopped."""

from PySide6.QtCore import Signal

from jwtdesk.jose.words import tr
from jwtdesk.model.edits import KeyUnwanted
from jwtdesk.model.session import Session
from jwtdesk.ui.widgets.progress_line import ProgressLine


class KeyMaking(ProgressLine):
    """Seen while a key is made; `unwanted` carries the edit that stops it."""

    unwanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)
        self.setObjectName("keyMaking")
        self.cancelled.connect(lambda: self.unwanted.emit(KeyUnwanted()))

    def draw(self, session: Session) -> None:
        """Begin or end as the session says."""
        making = session.making
        if making is None:
            self.end()
        elif self.isHidden():
            bits = tr(" of {bits} bits", bits=f"{making.bits:,}") if making.bits else ""
            self.begin(tr("Making a key for {alg}{bits}…", alg=making.alg, bits=bits))
