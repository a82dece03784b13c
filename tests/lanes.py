"""Commands side by side, as many at a time as there are cores, and what each of them said."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

CHECKOUT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
PATIENCE_S = 10.0
"""So long a command that was told to end may take to tidy up, in seconds."""


@dataclass(frozen=True)
class Done:
    """One command that ended: its name, its status, all it printed, and how long it ran."""

    name: str
    status: int
    said: str
    seconds: float


@dataclass(frozen=True)
class _Running:
    name: str
    process: subprocess.Popen[bytes]
    # A file and no pipe: nobody has to read it for the command to go on.
    said: IO[bytes]
    since: float

    def done(self) -> Done:
        """Return what came of it, after its end."""
        self.said.seek(0)
        text = self.said.read().decode("utf-8", "replace").replace("\r\n", "\n")
        self.said.close()
        seconds = time.monotonic() - self.since
        return Done(self.name, self.process.returncode, text, seconds)


def side_by_side(
    commands: Iterable[tuple[str, list[str]]], lanes: int
) -> Generator[Done, None, None]:
    """Run Python with each of the named argument lists, `lanes` at a time; yield each as it ends.

    They begin in the order given. Whoever stops asking, or is interrupted, ends all that run.
    """
    waiting = iter(commands)
    running: list[_Running] = []
    try:
        while True:
            while len(running) < lanes and (following := next(waiting, None)):
                running.append(_start(*following))
            if not running:
                return
            ended = [one for one in running if one.process.poll() is not None]
            for one in ended:
                running.remove(one)
                yield one.done()
            if not ended:
                time.sleep(0.05)
    finally:
        _end(running)


def _start(name: str, command: list[str]) -> _Running:
    said = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed when the command has ended
    process = subprocess.Popen(
        [PYTHON, *command],
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        # Ctrl+C comes to this process alone, which tells each of them once.
        start_new_session=True,
    )
    return _Running(name, process, said, time.monotonic())


def _end(running: list[_Running]) -> None:
    """End what still runs: first as Ctrl+C does, so that it tidies up, then for good."""
    for one in running:
        if os.name == "posix":
            one.process.send_signal(signal.SIGINT)
        else:
            one.process.terminate()
    deadline = time.monotonic() + PATIENCE_S
    for one in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            one.process.wait(max(0.0, deadline - time.monotonic()))
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError):  # its own children have ended too
                os.killpg(one.process.pid, signal.SIGKILL)
        one.process.kill()
        one.process.wait()
        one.said.close()
