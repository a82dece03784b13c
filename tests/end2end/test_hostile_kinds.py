"""Hostile tokens of every kind in a real window: each is settled, judged, and can be left again."""

import multiprocessing
import threading

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited, PatienceShown, TokenPasted
from jwtdesk.model.layered import LARGEST, MOST_ROWS
from jwtdesk.model.questions import Decrypt, LookInside, Question, ReadToken, Review, Survey
from jwtdesk.ui import runner
from tests.end2end.hasty import Hasty, disagreement
from tests.end2end.person import Person
from tests.vectors.hostile_kinds import (
    CASES,
    KEY,
    Case,
    deflated,
    encrypted,
    in_claim,
    nest,
    password,
    signed,
)

SMALL = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."
LIMIT = 10_000_000


@pytest.fixture(name="hasty")
def _hasty(person: Person) -> Hasty:
    """Sit somebody down who has the key and does not wait for the diagnosis."""
    hasty = Hasty(person.window, person.qtbot)
    hasty.window.store.dispatch(KeyEdited(KeyInput(KEY)))
    return hasty


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_is_answered_and_can_be_left(hasty: Hasty, case: Case) -> None:
    """Pasted over everything it gets a verdict or is refused; a small token follows at once."""
    text = case.build()
    window, store = hasty.window, hasty.window.store
    hasty.paste(text, into="tokenEditor")
    if len(text) > LIMIT:
        assert "10 MB" in window.toast.words.text()
    else:
        assert store.session.verdict.headline == hasty.read("verdictHeadline")
        lamps = (store.session.verdict.structure, store.session.verdict.signature)
        assert State.PENDING not in {one.state for one in lamps}
        assert len(store.session.known.layers.rows) <= MOST_ROWS + 20
        assert disagreement(hasty) == ""
    store.dispatch(TokenPasted(SMALL))
    hasty.wait()
    assert store.session.verdict.signature.code == "unsecured"


def test_what_grows_is_not_worked_on_in_the_window(
    hasty: Hasty, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eleven thousand characters that unpack to 8 MiB are read and walked on other threads."""
    here: list[Question] = []
    answer = runner._answer

    def noted(question: Question) -> object:
        if threading.current_thread() is threading.main_thread():
            here.append(question)
        return answer(question)

    monkeypatch.setattr(runner, "_answer", noted)
    claims = b'{"a":[' + b"1," * 4_000_000 + b"1]}"
    for text in (
        signed(deflated(claims), zip="DEF"),
        encrypted(deflated(claims), {"zip": "DEF"}),
    ):
        hasty.paste(text, into="tokenEditor")
        assert hasty.session.known.token.payload_octets == claims
    large = [one for one in here if isinstance(one, Decrypt | LookInside | Review | Survey)]
    assert not [one for one in large if getattr(one, "token", None) == hasty.session.known.token]
    assert not [one for one in large if len(getattr(one, "text", "")) > len(text)]
    assert not [one for one in here if isinstance(one, ReadToken) and len(one.text) >= len(text)]


def test_a_large_nest_is_read_up_to_its_budget(hasty: Hasty) -> None:
    """Of five hundred layers as many are listed as fit, and that there are more is shown."""
    for layer in (in_claim, lambda one: encrypted(one.encode())):
        hasty.paste(nest(layer, 500, 1_000_000), into="tokenEditor")
        layers = hasty.session.known.layers
        inner = [len(one.text) for one in layers.rows[1:] if one.path is not None]
        assert sum(inner[:-1]) <= LARGEST
        assert layers.more > 0


def test_patience_can_end_at_any_moment(hasty: Hasty) -> None:
    """A billion iterations run in a process of their own, which Cancel ends."""
    window = hasty.window
    hasty.paste(password("1000000000"), into="tokenEditor")
    assert "1,000,000,000 iterations" in hasty.session.verdict.signature.text

    window.store.dispatch(PatienceShown(patient=True))
    assert any(isinstance(one, Decrypt) and one.patient for one in hasty.session.asks)
    hasty.qtbot.waitUntil(lambda: bool(_workers()), timeout=20_000)
    assert hasty.editor("tokenEditor").isEnabled()

    window.store.dispatch(PatienceShown(patient=False))
    assert not hasty.session.asks
    hasty.qtbot.waitUntil(lambda: not _workers(), timeout=20_000)
    assert "1,000,000,000 iterations" in hasty.session.verdict.signature.text


def test_another_token_ends_the_waiting_too(hasty: Hasty) -> None:
    """What nobody wants to know any more is not computed on."""
    hasty.paste(password("1000000000"), into="tokenEditor")
    hasty.window.store.dispatch(PatienceShown(patient=True))
    hasty.qtbot.waitUntil(lambda: bool(_workers()), timeout=20_000)
    hasty.paste(SMALL, into="tokenEditor")
    hasty.qtbot.waitUntil(lambda: not _workers(), timeout=20_000)
    assert hasty.session.verdict.signature.code == "unsecured"


def test_what_cannot_be_computed_is_not_offered(hasty: Hasty) -> None:
    """More iterations than can be counted are refused, patience or not."""
    hasty.paste(password("1000000000000000000"), into="tokenEditor")
    assert not hasty.window.action("decrypt-anyway").isEnabled()
    hasty.paste(password("1000000000"), into="tokenEditor")
    assert hasty.window.action("decrypt-anyway").isEnabled()


def _workers() -> list[str]:
    return [
        child.name
        for child in multiprocessing.active_children()
        if child.name == "jwtdesk key worker"
    ]
