"""The runner answers quick questions at once and slow ones elsewhere, and drops stale ones."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.model.answer_values import MadeKey, Reading
from jwtdesk.model.answers import answer
from jwtdesk.model.questions import MakeKey, ReadKey, ReadToken
from jwtdesk.ui import child
from jwtdesk.ui.answer_cache import AnswerCache
from jwtdesk.ui.runner import Runner
from tests.vectors.locate import vectors


@pytest.fixture(name="runner")
def _runner() -> "object":
    runner = Runner()
    yield runner
    runner.close()


def test_a_quick_question_is_answered_at_once(runner: Runner) -> None:
    """Reading a small token does not wait for anything."""
    assert isinstance(runner.at_hand(ReadToken("a.b.c")), Reading)


def test_a_large_token_is_read_on_a_thread(runner: Runner, qtbot: QtBot) -> None:
    """A question too slow for a frame is answered later, on the thread of the window."""
    question = ReadToken("eyJhbGciOiJIUzI1NiJ9." + "QUJD" * 200_000 + ".AA")
    assert runner.at_hand(question) is None

    with qtbot.waitSignal(runner.answered, timeout=10_000) as arrived:
        runner.want((question,))

    assert arrived.args[0].question == question
    assert runner.at_hand(question) is not None


def test_an_rsa_private_key_is_tried_in_a_child_process(runner: Runner, qtbot: QtBot) -> None:
    """A sound RSA private key comes back as a key that can sign."""
    pem = Path(__file__).parents[1] / "keys"
    question = ReadKey(KeyInput(next(pem.glob("rsa*2048*private*.pem")).read_bytes()))
    assert runner.at_hand(question) is None

    with qtbot.waitSignal(runner.answered, timeout=20_000) as arrived:
        runner.want((question,))

    keys = arrived.args[0].answer
    assert isinstance(keys, Keys)
    assert keys.members[0].private


def test_a_hostile_key_is_stopped_and_said(
    runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key whose validation would take minutes ends within its limit, with a sentence."""
    monkeypatch.setattr(child, "SECONDS", 1.5)
    octets = (vectors("hostile/keys") / "rsa_private_14k_mersenne.pem").read_bytes()

    with qtbot.waitSignal(runner.answered, timeout=20_000) as arrived:
        runner.want((ReadKey(KeyInput(octets)),))

    assert isinstance(arrived.args[0].answer, Unreadable)


def test_nobody_waits_for_a_question_that_is_no_longer_asked(runner: Runner, qtbot: QtBot) -> None:
    """Ending a child is immediate; its answer never comes and is not remembered."""
    question = MakeKey("RS512", 1)
    arrived: list[object] = []
    runner.answered.connect(arrived.append)
    runner.want((question,))

    runner.want(())
    qtbot.waitUntil(lambda: not runner.busy, timeout=10_000)

    assert arrived == []


def test_making_an_rsa_key_leaves_the_window_alive(runner: Runner, qtbot: QtBot) -> None:
    """A new RSA key is made in a child process."""
    with qtbot.waitSignal(runner.answered, timeout=60_000) as arrived:
        runner.want((MakeKey("RS256", 1),))

    assert isinstance(arrived.args[0].answer, MadeKey)


def test_remembered_answers_are_bounded_and_wishes_are_not_remembered() -> None:
    """The oldest answers go first; a new key is never given twice."""
    cache = AnswerCache(largest=1000)
    reading = answer(ReadToken(""))
    for index in range(10):
        cache.put(ReadToken("x" * 200 + str(index)), reading)
    cache.put(MakeKey("HS256", 1), MadeKey(b"k"))

    assert cache.get(ReadToken("x" * 200 + "0")) is None
    assert cache.get(ReadToken("x" * 200 + "9")) is not None
    assert cache.get(MakeKey("HS256", 1)) is None
    cache.clear()
    assert cache.get(ReadToken("x" * 200 + "9")) is None
