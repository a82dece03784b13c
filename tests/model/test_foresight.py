"""What is asked of a large token in the window's thread was asked before, where nobody waits."""

import json

import pytest

from jwtdesk.analysis import inner
from jwtdesk.jose.forgetting import forget
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from jwtdesk.model import signature_rows
from jwtdesk.model.answers import answer
from jwtdesk.model.edits_of_kinds import Serialisation
from jwtdesk.model.foresight import LARGE
from jwtdesk.model.questions import Decrypt, ReadToken
from tests.made import SECRET, part, token


def _general(length: int) -> str:
    header, payload, signature = token(json.dumps({"a": "x" * length})).split(".")
    whole = {"payload": payload, "signatures": [{"protected": header, "signature": signature}]}
    return json.dumps(whole)


@pytest.mark.parametrize(
    "question", [ReadToken, lambda text: Decrypt(read_token(text), read_key(KeyInput(SECRET)))]
)
def test_a_large_token_has_its_answers_at_hand(
    question: type[ReadToken], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its payload is a token, and how it is written, takes no second look."""
    forget()
    text = _general(LARGE)
    answer(question(text))
    monkeypatch.setattr(inner, "kind_of", None)
    monkeypatch.setattr(signature_rows, "lexeme_of", None)
    found = read_token(text)
    assert inner.whole_payload(found) is None
    assert signature_rows.serialisation_of(found) is Serialisation.GENERAL


def test_a_small_token_is_looked_at_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading every small token twice would only cost time."""
    forget()
    monkeypatch.setattr(inner, "kind_of", None)
    answer(ReadToken(f"{part('{}')}.{part('{}')}."))
    monkeypatch.undo()
    assert inner.whole_payload(read_token(token("{}"))) is None
