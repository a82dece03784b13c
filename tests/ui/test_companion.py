"""The companion diagnoses in a process of its own and stops when nobody asks any more."""

import base64
import threading

import pytest
from pytestqt.qtbot import QtBot

from jwtdesk.analysis.diagnose import Diagnosis
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import Answered
from jwtdesk.model.questions import Diagnose
from jwtdesk.ui.companion import Companion
from jwtdesk.ui.runner import Runner
from tests.model.desk import CLASSIC, CLASSIC_SECRET

EASY = Diagnose(CLASSIC, KeyInput(base64.b64encode(CLASSIC_SECRET)))


def test_parts_are_heard_before_the_end() -> None:
    """The first explanation is said as soon as it is found; the last answer is finished."""
    companion = Companion()
    parts: list[Diagnosis] = []
    try:
        found = companion.ask(EASY, parts.append, threading.Event())
        again = companion.ask(EASY, parts.append, threading.Event())
    finally:
        companion.close()

    assert found.finished
    assert found.explanations[0].id == "secret-base64"
    assert again == found
    assert any(part.explanations and not part.finished for part in parts)


def test_a_stopped_question_ends_at_once_and_the_next_one_is_answered() -> None:
    """Stopping gives an empty, finished answer; the same companion goes on."""
    companion = Companion()
    stopped = threading.Event()
    stopped.set()
    try:
        assert companion.ask(EASY, lambda _part: None, stopped) == Diagnosis(finished=True)
        assert companion.ask(EASY, lambda _part: None, threading.Event()).explanations
    finally:
        companion.close()


def test_a_dead_companion_is_replaced() -> None:
    """A child that dies under a question gives no answer; the next question gets a new child."""
    companion = Companion()
    try:
        companion.ask(EASY, lambda _part: None, threading.Event())
        process = companion._process
        assert process is not None
        process.kill()
        process.join()
        assert companion.ask(EASY, lambda _part: None, threading.Event()).explanations
    finally:
        companion.close()


def test_no_process_to_be_had_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that starts no process gets an empty answer; the next question tries again."""
    companion = Companion()

    def refused(_process: object) -> None:
        raise OSError

    try:
        with monkeypatch.context() as patch:
            patch.setattr("multiprocessing.context.SpawnProcess.start", refused)
            for _ in range(2):
                found = companion.ask(EASY, lambda _part: None, threading.Event())
                assert found == Diagnosis(finished=True)
        assert companion.ask(EASY, lambda _part: None, threading.Event()).explanations
    finally:
        companion.close()


def test_the_runner_begins_when_typing_pauses(qtbot: QtBot) -> None:
    """A diagnosis arrives by the runner, in parts, and is remembered."""
    runner = Runner()
    try:
        heard: list[Answered] = []
        runner.answered.connect(heard.append)
        runner.want((Diagnose(CLASSIC, KeyInput(b"first")),))
        runner.want((EASY,))
        assert runner.busy
        qtbot.waitUntil(lambda: runner.at_hand(EASY) is not None, timeout=20_000)
        assert all(one.question == EASY for one in heard)
    finally:
        runner.close()
