"""Finds the answers: at once where that is quick, on a thread or in a child process where not."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from jwtdesk.model.answers import answer
from jwtdesk.model.cost import Cost, computes, cost
from jwtdesk.model.edits import Answered
from jwtdesk.model.questions import Answer, Question
from jwtdesk.ui.answer_cache import AnswerCache
from jwtdesk.ui.child import Child

THREADS = 3


class Runner(QObject):
    """Works on wanted questions: one in flight per kind, and the newest wish waits its turn.

    `answered` carries every late answer as an edit, on the thread this object lives on.
    """

    answered = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self) -> None:
        """Start with nothing in flight."""
        super().__init__()
        self._cache = AnswerCache()
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="jwtdesk")
        self._flying: dict[type, Question] = {}
        self._waiting: dict[type, Question] = {}
        self._children: dict[type, Child] = {}
        self._closed = False
        self._warm = False
        self._arrived.connect(self._land)

    def at_hand(self, question: Question) -> Answer | None:
        """Return the answer to `question` if it is remembered or quick, else None."""
        known = self._cache.get(question)
        if known is None and self._quick(question):
            known = answer(question)
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
        for question in questions:
            kind = type(question)
            if kind not in self._flying:
                self._start(question)
            elif self._flying[kind] != question:
                self._waiting[kind] = question

    @property
    def busy(self) -> bool:
        """Whether anything is being worked on."""
        return bool(self._flying)

    def forget(self) -> None:
        """Forget every remembered answer."""
        self._cache.clear()

    def close(self) -> None:
        """End everything in flight; no answer comes any more."""
        if self._closed:
            return
        self._closed = True
        self._arrived.disconnect(self._land)
        for child in self._children.values():
            child.end()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _quick(self, question: Question) -> bool:
        """Return whether `question` may be answered on this thread.

        The first question that needs cryptography loads it, which takes longer than a frame.
        """
        if cost(question) is not Cost.INSTANT:
            return False
        return self._warm or not computes(question)

    def _start(self, question: Question) -> None:
        kind = type(question)
        self._flying[kind] = question
        work: Callable[[], Answer]
        if cost(question) is Cost.STUBBORN:
            child = Child(question)
            self._children[kind] = child
            work = child.run
        else:
            work = _Work(question)
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._arrived.emit(question, done))

    def _land(self, question: Question, done: Future[Answer]) -> None:
        kind = type(question)
        self._warm = self._warm or computes(question)
        self._flying.pop(kind, None)
        child = self._children.pop(kind, None)
        found = done.result()
        if child is None or not child.ended:
            self._cache.put(question, found)
            self.answered.emit(Answered(question, found))
        after = self._waiting.pop(kind, None)
        if after is not None and kind not in self._flying:
            self._start(after)


class _Work:
    """A question bound to its answer, for a thread."""

    def __init__(self, question: Question) -> None:
        self._question = question

    def __call__(self) -> Answer:
        return answer(self._question)
