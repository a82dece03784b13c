"""Clearing the desk, and closing the window, let go of every token and key."""

import gc
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from jwtdesk.jose import forgetting
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import Cleared, KeyEdited, PayloadEdited, TokenPasted
from jwtdesk.model.questions import ReadToken
from jwtdesk.ui.parts import wrapped_text
from jwtdesk.ui.runner import Runner
from tests.disclosed import PERSON
from tests.end2end.person import Person
from tests.made import token
from tests.model.test_encrypted import encrypted
from tests.ui.desk import _desk, opened

__all__ = ["_desk"]

MARK = "recognisable-7f3a"
SECRET = f"{MARK}-secret-that-is-long-enough"
CLAIMS = '{"sub":"' + MARK + '"}'
KINDS = {
    "signed": token(CLAIMS, secret=SECRET.encode()),
    "wrong": token(CLAIMS, secret=b"another key"),
    "encrypted": encrypted('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM"}', SECRET.encode()),
    "selective": PERSON,
    "nested": token('{"jwt":"' + token(CLAIMS) + '"}'),
}


def caches() -> list[Any]:
    """Return every function of the program that remembers its answers."""
    found = [getattr(one, "__self__", None) for one in forgetting._FORGETS]
    caches = [one for one in found if hasattr(one, "cache_info")]
    assert len(caches) > 15
    return caches


def sizes() -> dict[str, int]:
    """Return how many answers are remembered, by function; only where there are any."""
    every = {f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize for one in caches()}
    return {name: size for name, size in every.items() if size}


def held() -> list[object]:
    """Return all that is remembered: what was asked, and the answers."""
    parts = [part for one in caches() for part in gc.get_referents(one) if not callable(part)]
    return [*parts, wrapped_text._HEIGHTS]


def reaches(start: object, mark: str, depth: int = 12) -> bool:
    """Say whether a text or octets with `mark` hang on `start`."""
    seen: set[int] = set()
    front = [start]
    for _ in range(depth):
        following = []
        for one in front:
            if isinstance(one, str) and mark in one:
                return True
            if isinstance(one, bytes) and mark.encode() in one:
                return True
            if id(one) not in seen and not isinstance(one, type) and not callable(one):
                seen.add(id(one))
                following += gc.get_referents(one)
        front = following
    return False


def fill(desk: Person, kind: str) -> None:
    """Look at a token of `kind` with its key, and change it."""
    desk.window.store.dispatch(TokenPasted(KINDS[kind]))
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET.encode())))
    desk.wait()
    desk.window.store.dispatch(PayloadEdited('{"iss":"https://a.example","sub":"' + MARK + '"}'))
    desk.wait()


@pytest.mark.parametrize("kind", KINDS)
def test_a_cleared_desk_remembers_no_token_and_no_key(desk: Person, kind: str) -> None:
    """Nothing that a function remembers, and no answer, is left of them."""
    fill(desk, kind)
    assert sizes()

    desk.window.store.dispatch(Cleared())

    assert sizes() == {}
    assert wrapped_text._HEIGHTS == {}
    desk.wait()
    QCoreApplication.processEvents()
    assert not reaches(held(), MARK)


def test_a_mark_is_found_where_there_is_one(desk: Person) -> None:
    """The search of the claim above finds what is not forgotten."""
    fill(desk, "signed")
    assert reaches(held(), MARK)


def test_a_closed_window_lets_go_too(qtbot: QtBot) -> None:
    """Whoever closes the window need not clear the desk first."""
    for desk in opened(qtbot):
        fill(desk, "signed")
    assert sizes() == {}


def test_what_comes_after_the_clearing_is_not_remembered(qtbot: QtBot) -> None:
    """An answer that was under way is handed on, and forgotten."""
    runner = Runner()
    question = ReadToken("eyJhbGciOiJIUzI1NiJ9." + "QUJD" * 200_000 + ".AA")
    with qtbot.waitSignal(runner.answered, timeout=10_000) as arrived:
        runner.want((question,))
        runner.forget()
    assert arrived.args[0].question == question
    assert runner.at_hand(question) is None
    with qtbot.waitSignal(runner.answered, timeout=10_000):
        runner.want((question,))
    assert runner.at_hand(question) is not None
    runner.close()
