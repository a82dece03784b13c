"""A child process that stays: it works on one diagnosis after the other, and stops when told to.

Trying hypotheses is long work in Python. On a thread it would steal the window's frames, and a new
process for every key press would be slower than the diagnosis itself.
"""

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from jwtdesk.analysis.diagnose import Diagnosis, steps
from jwtdesk.model.answers import case_of
from jwtdesk.model.questions import Diagnose

# How long the child may take to notice that it should stop, before it is ended, in seconds.
PATIENCE = 0.3
POLL = 0.02


def work(pipe: Connection) -> None:
    """Answer questions from `pipe` until it closes; a new message stops the question at hand."""
    while True:
        try:
            question = pipe.recv()
            while isinstance(question, Diagnose):
                question = _diagnose(pipe, question)
        except (EOFError, OSError):
            return


def _diagnose(pipe: Connection, question: Diagnose) -> object:
    """Send what is found as it is found; return the message that stopped it, or None."""
    sent: object = None
    for found in steps(case_of(question), question.effort):
        if pipe.poll():
            pipe.send(None)
            return pipe.recv()
        if found.finished or found.explanations != sent:
            sent = found.explanations
            pipe.send(found)
    return None


class Companion:
    """Holds the child; one question at a time."""

    def __init__(self) -> None:
        """Start no process before it is needed."""
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._lock = threading.Lock()

    def ask(
        self, question: Diagnose, say: Callable[[Diagnosis], None], stopped: threading.Event
    ) -> Diagnosis:
        """Return the finished diagnosis; `say` hears the parts of it as they are found.

        Blocks its thread. Once `stopped` is set, it returns at once with what there is.
        """
        with self._lock:
            try:
                pipe = self._connected()
                pipe.send(question)
                return self._listen(pipe, say, stopped)
            except (EOFError, OSError):
                self._drop()
                return Diagnosis(finished=True)

    def close(self) -> None:
        """End the child; the questions were stopped before."""
        with self._lock:
            self._drop()

    def _listen(
        self, pipe: Connection, say: Callable[[Diagnosis], None], stopped: threading.Event
    ) -> Diagnosis:
        while not stopped.is_set():
            if not pipe.poll(POLL):
                continue
            found: Diagnosis = pipe.recv()
            if found.finished:
                return found
            say(found)
        self._quieten(pipe)
        return Diagnosis(finished=True)

    def _quieten(self, pipe: Connection) -> None:
        """Tell the child to stop and drop what it still says; end it when it does not listen."""
        pipe.send(None)
        while pipe.poll(PATIENCE):
            found = pipe.recv()
            if found is None or found.finished:
                return
        self._drop()

    def _connected(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._drop()
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=work, args=(there,), daemon=True, name="jwtdesk diagnosis")
        try:
            process.start()
        except OSError:
            here.close()
            raise
        finally:
            there.close()
        # Only one that runs is kept: one that could not be started cannot be ended either.
        self._process, self._pipe = process, here
        return here

    def _drop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None


class Consultation:
    """One diagnosis by the companion, in the form of a child's work."""

    def __init__(
        self, companion: Companion, question: Diagnose, say: Callable[[Diagnosis], None]
    ) -> None:
        """Prepare to ask `question`; `say` will hear parts of the answer, on another thread."""
        self.question = question
        self._companion = companion
        self._say = say
        self._stopped = threading.Event()

    @property
    def ended(self) -> bool:
        """Whether nobody waits for this any more."""
        return self._stopped.is_set()

    def run(self) -> Diagnosis:
        """Ask and wait."""
        return self._companion.ask(self.question, self._say, self._stopped)

    def end(self) -> None:
        """Stop at once."""
        self._stopped.set()
