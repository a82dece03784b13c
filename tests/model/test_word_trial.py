"""Trying a word list: only where a word can fit, only while it is wanted, and then forgotten."""

import json
from dataclasses import replace

import pytest

from jwtdesk.analysis.word_list import WordsTried
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.model.answer_values import Answer, MadeKey
from jwtdesk.model.answers import answer
from jwtdesk.model.cost import Cost, computes, cost
from jwtdesk.model.edits import (
    Answered,
    Cleared,
    KeyEdited,
    KeyReplaced,
    NoticeSeen,
    TokenPasted,
    WordsGiven,
    WordsUnwanted,
)
from jwtdesk.model.questions import FetchKeys, MakeKey, Question, TryWords
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted
from jwtdesk.model.stubborn import attempt, died, gave_up
from jwtdesk.model.word_trial import WordTrial
from tests.made import SECRET, part, token
from tests.model.desk import Desk

LIST = b"one\n" + SECRET + b"\nthree\n"


def _asked(session: Session) -> TryWords:
    (question,) = [one for one in wanted(session) if isinstance(one, TryWords)]
    return question


def _trying(words: bytes = LIST) -> Session:
    return reduce(Desk().do(TokenPasted(token())), WordsGiven(words))


def _at_hand(question: Question) -> Answer | None:
    return None if isinstance(question, TryWords) else answer(question)


def _said(session: Session) -> str:
    assert session.notice is not None
    return session.notice.message


def test_the_secret_of_the_list_is_told_and_offered() -> None:
    """The notice names word and place; the secret waits for its button, and goes when seen."""
    session = Desk().do(TokenPasted(token()), WordsGiven(LIST))
    assert _said(session) == "The secret is in the list: “a secret that only the t…” (word 2 of 3)."
    assert session.key == KeyInput()
    found = session.word_trial.found
    assert found == KeyInput(SECRET, format="secret")
    seen = reduce(session, NoticeSeen())
    assert seen.word_trial == WordTrial(serial=1)
    put = reduce(seen, KeyReplaced(found, "There."))
    assert put.key == found


def test_the_key_before_it_can_be_put_back() -> None:
    """Using the word replaces a key as every button does."""
    desk = Desk()
    desk.do(TokenPasted(token()), KeyEdited(KeyInput(b"wrong")), WordsGiven(LIST))
    assert desk.session.word_trial.found is not None
    session = desk.do(KeyReplaced(desk.session.word_trial.found, "There."))
    assert session.previous_key == KeyInput(b"wrong")
    assert session.verdict.verification is not None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (b"", "The list holds no words."),
        (b"one", "The only word of the list did not sign this token."),
        (b"x\n" * 1234, "None of the 1,234 words signed this token."),
    ],
)
def test_a_list_without_the_secret_says_so(words: bytes, sentence: str) -> None:
    """How many were tried is told."""
    session = Desk().do(TokenPasted(token()), WordsGiven(words))
    assert _said(session) == sentence
    assert session.word_trial.found is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "words-no-hmac"),
        (token(header='{"alg":"RS256"}'), "words-no-hmac"),
        (token(header='{"alg":"none"}'), "words-no-hmac"),
        (token(header='{"alg":"HS512"}'), "words-no-signature"),
        (token().rpartition(".")[0] + ".", "words-no-signature"),
        (token() + "*", "words-no-signature"),
    ],
)
def test_where_no_word_can_fit_none_is_tried(text: str, code: str) -> None:
    """The reason is said instead."""
    session = reduce(Desk().do(TokenPasted(text)), WordsGiven(LIST))
    assert session.notice is not None
    assert session.notice.code == code
    assert session.word_trial.asking is None


def test_the_signature_of_a_set_that_a_secret_makes_is_tried() -> None:
    """Of several signatures the first with HMAC counts."""
    header, payload, signature = token().split(".")
    other = {"protected": part('{"alg":"ES256"}'), "signature": "AA"}
    mine = {"protected": header, "signature": signature}
    text = json.dumps({"payload": payload, "signatures": [other, mine]})
    assert "(word 2 of 3)" in _said(Desk().do(TokenPasted(text), WordsGiven(LIST)))


def test_stopping_forgets_the_words() -> None:
    """After cancelling nobody asks, a late answer changes nothing, the next list is another."""
    session = _trying()
    question = _asked(session)
    stopped = reduce(session, WordsUnwanted())
    assert stopped.word_trial == WordTrial(serial=1)
    assert not any(isinstance(one, TryWords) for one in wanted(stopped))
    assert reduce(stopped, Answered(question, WordsTried(1))) is stopped
    assert reduce(stopped, WordsUnwanted()) is stopped
    assert _asked(reduce(stopped, WordsGiven(b"other"))) != question


def test_another_list_takes_the_place_of_the_first() -> None:
    """Lists are told apart without comparing their words."""
    first = _trying()
    second = reduce(first, WordsGiven(b"other"))
    assert _asked(second).words == b"other"
    assert _asked(second) != _asked(first)


def test_an_emptied_desk_stops_and_counts_on() -> None:
    """A list tried after clearing is never mistaken for the one before."""
    session = reduce(_trying(), Cleared())
    assert session.word_trial == WordTrial(serial=1)


def test_another_token_stops_it() -> None:
    """The answer would be about a token that is no longer there; another key changes nothing."""
    session = _trying()
    other = TokenPasted(token('{"sub":"bob"}'))
    assert reduce(session, other, _at_hand).word_trial == WordTrial(serial=1)
    assert reduce(session, TokenPasted(""), _at_hand).word_trial == WordTrial(serial=1)
    assert reduce(session, KeyEdited(KeyInput(b"x")), _at_hand).word_trial == session.word_trial


@pytest.mark.parametrize("odd", [MadeKey(b"x"), Problem("words-too-slow", "Slow.")])
def test_no_answer_ends_it_too(odd: MadeKey | Problem) -> None:
    """A failure is said; an answer of another kind leaves nothing waiting."""
    session = _trying()
    ended = reduce(session, Answered(_asked(session), odd))
    assert ended.word_trial == WordTrial(serial=1)
    assert ended.notice == (odd if isinstance(odd, Problem) else None)


def test_it_is_the_work_of_a_child_process() -> None:
    """It is stubborn, needs no cryptography, and what goes wrong has its own sentence."""
    question = _asked(_trying())
    assert cost(question) is Cost.STUBBORN
    assert not computes(question)
    assert attempt(question) == WordsTried(3, SECRET, 2)
    assert gave_up(question, 600).code == "words-too-slow"
    assert "10 minutes" in gave_up(question, 600).message
    assert died(question).code == "words-worker-died"
    assert died(FetchKeys("", 1)).code == died(MakeKey("RS256", 1)).code == "key-worker-died"


def test_words_are_in_no_repr_and_decide_no_equality() -> None:
    """Twenty megabytes are neither printed nor compared."""
    question = TryWords(b"a.b", b"s", "sha256", b"hush", 1)
    assert question == replace(question, words=b"other")
    assert "hush" not in repr(question) + repr(WordsGiven(b"hush"))
    assert "hush" not in repr(WordTrial(found=KeyInput(b"hush")))
