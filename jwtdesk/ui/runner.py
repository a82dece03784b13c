"""Finds the answers: at once where that is quick, on a thread or in a child process where not.

Whatever knows the answers is loaded with the first question: the first frame is painted before.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jwtdesk.jose import forgetting
from jwtdesk.model.edits import Answered
from jwtdesk.model.questions import Diagnose, Question
from jwtdesk.ui.answer_cache import AnswerCache
from jwtdesk.ui.processes import Processes

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from jwtdesk.model.answer_values import Answer
    from jwtdesk.ui.child import Child, Fetch
    from jwtdesk.ui.companion import Consultation

# How long typing must pause before a diagnosis begins, in milliseconds.
PAUSE_MS = 250


class Runner(QObject):
    """Works on wanted questions: one in flight per kind, and the newest wish waits its turn.

    `answered` carries every late answer as an edit, on the thread this object lives on.
    """

    answered = Signal(object)
    _arrived = Signal(object, object)
    _partly = Signal(object, object)

    def __init__(self, fetch: "Fetch | None" = None) -> None:
        """Start with nothing in flight; `fetch` is for the child that calls an address."""
        super().__init__()
        self._processes = Processes(fetch)
        self._cache = AnswerCache()
        self._threads: ThreadPoolExecutor | None = None
        self._flying: dict[type, Question] = {}
        self._waiting: dict[type, Question] = {}
        self._children: dict[type, Child | Consultation] = {}
        self._outdated: set[type] = set()
        self._held: Question | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start_held)
        self._closed = False
        self._warm = False
        self._arrived.connect(self._land)
        self._partly.connect(self._hear_part)

    def at_hand(self, question: Question) -> "Answer | None":
        """Return the answer to `question` if it is remembered or quick, else None."""
        known = self._cache.get(question)
        if known is None and self._quick(question):
            known = _answer(question)
            self._cache.put(question, known)
        return known

    def want(self, questions: tuple[Question, ...]) -> None:
        """Start what is new; end children whose question nobody asks any more."""
        if self._closed:
            return
        for kind, child in tuple(self._children.items()):
            if child.question not in questions:
                child.end()
                self._waiting.pop(kind, None)
        self._waiting = {kind: one for kind, one in self._waiting.items() if one in questions}
        if self._held not in questions:
            self._held = None
        for question in _in_turn(questions):
            kind = type(question)
            if isinstance(question, Diagnose) and self._flying.get(kind) != question:
                self._hold(question)
            elif kind not in self._flying:
                self._start(question)
            elif self._flying[kind] != question:
                self._waiting[kind] = question

    @property
    def busy(self) -> bool:
        """Whether anything is being worked on."""
        return bool(self._flying) or self._held is not None

    def forget(self) -> None:
        """Let go of every token and key: here, in the child that stays, in what is under way."""
        self._cache.clear()
        self._outdated = set(self._flying)
        forgetting.forget()
        if (end := self._processes.leave()) is not None:
            self._pool().submit(end)

    def close(self) -> None:
        """End everything in flight; no answer comes any more."""
        if self._closed:
            return
        self._closed = True
        self._pause.stop()
        self._arrived.disconnect(self._land)
        self._partly.disconnect(self._hear_part)
        for child in self._children.values():
            child.end()
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
        self._processes.close()
        self._cache.clear()
        forgetting.forget()

    def _quick(self, question: Question) -> bool:
        """Return whether `question` may be answered on this thread.

        The first question that needs cryptography loads it, which takes longer than a frame.
        """
        from jwtdesk.model.cost import Cost, computes, cost

        if cost(question) is not Cost.INSTANT:
            return False
        return self._warm or not computes(question)

    def _hold(self, question: Diagnose) -> None:
        """Begin a diagnosis only when the typing pauses."""
        if self._held != question:
            self._held = question
            self._pause.start()

    def _start_held(self) -> None:
        held = self._held
        if held is None:
            return
        if type(held) in self._flying:
            self._pause.start()
            return
        self._held = None
        self._start(held)

    def _start(self, question: Question) -> None:
        from jwtdesk.model.cost import Cost, cost

        kind = type(question)
        self._flying[kind] = question
        work: Callable[[], Answer] = partial(_answer, question)
        if cost(question) is Cost.STUBBORN:
            child = self._processes.child(question, partial(self._partly.emit, question))
            self._children[kind] = child
            work = child.run
        future = self._pool().submit(work)
        future.add_done_callback(lambda done: self._arrived.emit(question, done))

    def _pool(self) -> "ThreadPoolExecutor":
        # Part of no first frame: it is loaded with the first slow question.
        from jwtdesk.ui.threads import started

        if self._threads is None:
            self._threads = started()
        return self._threads

    def _hear_part(self, question: Question, found: "Answer") -> None:
        if self._flying.get(type(question)) == question:
            self.answered.emit(Answered(question, found))

    def _land(self, question: Question, done: "Future[Answer]") -> None:
        from jwtdesk.model.cost import computes

        kind = type(question)
        self._warm = self._warm or computes(question)
        self._flying.pop(kind, None)
        child = self._children.pop(kind, None)
        found = done.result()
        if kind in self._outdated:
            forgetting.forget()
        if child is None or not child.ended:
            if kind not in self._outdated:
                self._cache.put(question, found)
            self.answered.emit(Answered(question, found))
        self._outdated.discard(kind)
        after = self._waiting.pop(kind, None)
        if after is not None and kind not in self._flying:
            self._start(after)


def _answer(question: Question) -> "Answer":
    from jwtdesk.model.answers import answer

    return answer(question)


def _in_turn(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return what may be worked on now; the answer to it brings up again what must wait."""
    if not questions:
        return ()
    from jwtdesk.model.cost import in_turn

    return in_turn(questions)
