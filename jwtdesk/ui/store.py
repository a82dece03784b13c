"""The one mutable object of the program: it holds the session and tells who watches it."""

from collections import deque
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from jwtdesk.model.edits import Cleared, Edit
from jwtdesk.model.questions import Question
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted

if TYPE_CHECKING:
    from jwtdesk.model.answer_values import Answer


class Answering(Protocol):
    """Whoever works on questions: answers come back to the store as edits."""

    def at_hand(self, question: Question) -> "Answer | None":
        """Return the answer to `question` if it is remembered or quick, else None."""

    def want(self, questions: tuple[Question, ...]) -> None:
        """Work on `questions` elsewhere, and drop whatever is no longer among them."""

    def forget(self) -> None:
        """Let go of every token and key that is remembered."""


class Store(QObject):
    """Holds the `Session`; `dispatch` is the only way in, `changed(old, new)` the only way out.

    Edits dispatched while a change is being announced wait their turn, in order.
    """

    changed = Signal(object, object)

    def __init__(self, runner: Answering, session: Session | None = None) -> None:
        """Start from `session`, asking `runner` whatever the session wants to know."""
        super().__init__()
        self._runner = runner
        self._session = session or Session()
        self._queue: deque[Edit] = deque()
        self._draining = False

    @property
    def session(self) -> Session:
        """The current session."""
        return self._session

    def dispatch(self, edit: Edit) -> None:
        """Apply `edit`; every watcher hears of the change before this returns.

        Called from within a watcher, it only queues the edit.
        """
        self._queue.append(edit)
        if self._draining:
            return
        self._draining = True
        try:
            while self._queue:
                self._step(self._queue.popleft())
        finally:
            self._draining = False

    def settled(self) -> bool:
        """Return whether nothing is waiting: no edit is queued and no wanted answer outstanding."""
        return not self._queue and not wanted(self._session)

    def _step(self, edit: Edit) -> None:
        old = self._session
        new = reduce(old, edit, self._runner.at_hand)
        self._session = new
        if new is not old and new != old:
            self.changed.emit(old, new)
        self._runner.want(wanted(self._session))
        if isinstance(edit, Cleared):
            # Last: whoever drew the change looked at what was there before.
            self._runner.forget()
