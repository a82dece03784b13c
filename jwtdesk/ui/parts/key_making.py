"""Says that a key is being made, guessed or checked, and lets it be stopped."""

from PySide6.QtCore import QTimer, Signal

from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import Answered, KeyUnwanted, WordsUnwanted
from jwtdesk.model.questions import ReadKey
from jwtdesk.model.session import Session
from jwtdesk.ui.widgets.progress_line import ProgressLine

_PATIENCE_MS = 600
"""An ordinary key is checked sooner: nothing should flicker for it."""


class KeyMaking(ProgressLine):
    """Seen while a key is made, guessed or, after a moment, checked; `unwanted` stops it."""

    unwanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)
        self.setObjectName("keyMaking")
        self._session: Session | None = None
        self.patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.patience.timeout.connect(self._say_checking)
        self.cancelled.connect(self._stop)

    def draw(self, session: Session) -> None:
        """Begin or end as the session says."""
        self._session = session
        making = session.making
        if making is not None:
            self.patience.stop()
            bits = tr(" of {bits} bits", bits=f"{making.bits:,}") if making.bits else ""
            self._begin(tr("Making a key for {alg}{bits}…", alg=making.alg, bits=bits))
        elif session.word_trial.asking is not None:
            self.patience.stop()
            self._begin(tr("Trying the words of the list…"))
        elif not _checking(session):
            self.patience.stop()
            self.end()
        elif self.isHidden() and not self.patience.isActive():
            self.patience.start()

    def _begin(self, words: str) -> None:
        if self.isHidden() or self.accessibleName() != words:
            self.begin(words)

    def _say_checking(self) -> None:
        if self._session is not None and _checking(self._session):
            self._begin(tr("Checking this key…"))

    def _stop(self) -> None:
        session = self._session
        if session is None:
            return
        if session.making is not None:
            self.unwanted.emit(KeyUnwanted())
        elif session.word_trial.asking is not None:
            self.unwanted.emit(WordsUnwanted())
        else:
            why = tr("Checking this key was stopped. Change it, or give it again, to go on.")
            stopped = Unreadable(Problem("key-stopped", why))
            self.unwanted.emit(Answered(ReadKey(session.key), stopped))


def _checking(session: Session) -> bool:
    return bool(session.key.octets) and session.known.keys is None
