"""A child process for one stubborn question, which can be ended at any moment."""

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from jwtdesk.jose.key import Keys, Unreadable
from jwtdesk.jose.problem import Problem
from jwtdesk.model.answer_values import Answer
from jwtdesk.model.answers import answer
from jwtdesk.model.questions import Decrypt, FetchKeys, MakeKey, Question, ReadKey, TryWords
from jwtdesk.model.stubborn import attempt, died, gave_up, refused

# With its start a child ends within five seconds.
SECONDS = 4.0
# An honest key of this size takes the library four to eight seconds on a calm machine.
LARGE_BITS = range(6145, 8193)
SECONDS_FOR_LARGE = 20.0
# Finding the primes of an 8192-bit key is honest work.
SECONDS_TO_MAKE = 120.0
# Ten for the call itself, and what it takes to start the process.
SECONDS_TO_FETCH = 12.0
# Whoever wants a password stretched all the same can wait, and can stop.
SECONDS_TO_DECRYPT = 300.0
# Twenty megabytes are two million words and more, and can be stopped at any moment.
SECONDS_TO_TRY = 600.0
Fetch = Callable[[str], Answer]
"""Calls an address; a function of a module, so that another process can find it by its name."""


def _work(pipe: Connection, fetch: Fetch | None) -> None:
    question: Question = pipe.recv()
    if isinstance(question, FetchKeys) and fetch is not None:
        pipe.send(fetch(question.url))
    else:
        pipe.send(attempt(question))
    pipe.close()


def _limit(question: Question) -> float:
    if isinstance(question, FetchKeys):
        return SECONDS_TO_FETCH
    if isinstance(question, TryWords):
        return SECONDS_TO_TRY
    if isinstance(question, Decrypt):
        return SECONDS_TO_DECRYPT
    if isinstance(question, ReadKey):
        keys = answer(question)
        large = isinstance(keys, Keys) and any(key.size in LARGE_BITS for key in keys.members)
        return SECONDS_FOR_LARGE if large else SECONDS
    return SECONDS_TO_MAKE if isinstance(question, MakeKey) else SECONDS


class Child:
    """One process, one question. `run` blocks its thread; `end` may be called from another."""

    def __init__(self, question: Question, fetch: Fetch | None = None) -> None:
        """Prepare to work on `question`; nothing is started yet."""
        self.question = question
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._there = there
        self._process = context.Process(
            target=_work, args=(there, fetch), daemon=True, name="jwtdesk key worker"
        )
        self._lock = threading.Lock()
        self.ended = False

    def run(self) -> Answer:
        """Start the process, wait for it within its limit, and return the answer."""
        with self._lock:
            if self.ended:
                return self._refused(died(self.question))
            self._process.start()
        self._there.close()
        try:
            # After the start, which holds the lock that `end` needs: a word list takes its time.
            self._here.send(self.question)
            return self._wait(_limit(self.question))
        except (EOFError, OSError):  # the process ended while one of them was at work
            return self._refused(died(self.question))
        finally:
            self._finish()

    def end(self) -> None:
        """End the process at once, if it runs; it will not start any more."""
        with self._lock:
            if not self.ended and self._process.pid is not None:
                self._process.kill()
            self.ended = True

    def _wait(self, limit: float) -> Answer:
        if not self._here.poll(limit):
            return self._refused(gave_up(self.question, limit))
        found = self._here.recv()
        if isinstance(self.question, ReadKey):
            return Unreadable(found) if isinstance(found, Problem) else answer(self.question)
        checked: Answer = found
        return checked

    def _finish(self) -> None:
        with self._lock:
            if not self.ended:
                self._process.kill()
            self._process.join()
            self._process.close()
            self._here.close()

    def _refused(self, problem: Problem) -> Answer:
        return refused(self.question, problem)
