"""Every question has an answer; what cannot be done is a sentence."""

import pytest

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Kind, Token
from jwtdesk.model import stubborn
from jwtdesk.model.answer_values import MadeKey, PaneReading
from jwtdesk.model.answers import answer, called, read_text
from jwtdesk.model.questions import Decrypt, MakeKey, ReadKey, ReadPane, ReadToken, Sign
from jwtdesk.model.samples import Sample
from tests.keys.locate import key_file


def test_a_lone_surrogate_cannot_be_encoded_and_its_place_is_said() -> None:
    """A lone surrogate in a pane is a fault with a place, not a crash."""
    as_typed = answer(ReadPane('["\ud800"]', compact=False))
    assert isinstance(as_typed, PaneReading)
    assert as_typed.encoded is None
    assert as_typed.document.problem is not None
    assert as_typed.document.problem.span is not None
    assert as_typed.document.problem.span.start == 2

    compacted = answer(ReadPane('[ "\ud800"]', compact=True))
    assert isinstance(compacted, PaneReading)
    assert compacted.encoded is None


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (Sign("XX", None, b"a.b", Keys((), "")), "unsupported-algorithm"),
        (Sign("HS256", None, b"a.b", Keys((), "")), "no-signing-key"),
        (MakeKey("XX", 1), "unsupported-algorithm"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(question: Sign | MakeKey, code: str) -> None:
    """An unknown algorithm and an empty set are answered with a problem."""
    found = answer(question)

    assert isinstance(found, Problem)
    assert found.code == code
    assert found.message


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Key(KeyType.RSA, 2048, None, True, "", b"", kid="mine"), "mine"),
        (Key(KeyType.EC, 256, "P-256", True, "", b""), "P-256"),
        (Key(KeyType.OCT, 80, None, True, "", b""), "the secret"),
        (Key(KeyType.RSA, 2048, None, True, "", b""), "RSA 2048-bit"),
    ],
)
def test_a_key_is_called_by_its_name_or_what_it_is(key: Key, words: str) -> None:
    """The badge names the key by `kid`, else by curve, else by kind and size."""
    assert called(key) == words


def test_white_space_alone_is_read_as_nothing() -> None:
    """A text in which there is nothing to find is still read."""
    assert read_text("  \n ").token.header is None
    assert answer(ReadToken("")) == read_text("")


def test_the_child_says_whether_a_key_is_safe_or_makes_one() -> None:
    """In the child a sound key is no problem, a broken one is, and other work is answered."""
    sound = KeyInput(key_file("rsa-2048-private-pkcs8.pem"))
    assert stubborn.attempt(ReadKey(sound)) is None
    assert isinstance(stubborn.attempt(ReadKey(KeyInput(b"-----BEGIN X-----"))), Problem)
    assert isinstance(stubborn.attempt(MakeKey("HS256", 1)), MadeKey)


def test_a_child_that_gives_up_or_dies_is_explained() -> None:
    """Each way a child can end without an answer has its sentence."""
    read, make = ReadKey(KeyInput(b"x")), MakeKey("RS256", 1)

    assert "5 seconds" in stubborn.gave_up(read, 5.0).message
    assert stubborn.gave_up(make, 5.0).message
    sealed = Decrypt(Token(Kind.JWE, "a.b.c.d.e"), read_key(KeyInput(b"k")), patient=True)
    assert "5 minutes" in stubborn.gave_up(sealed, 300.0).message
    assert stubborn.died(read).code == "key-worker-died"


def test_choosing_a_sample_is_one_edit() -> None:
    """A sample puts its token and its keys on the desk together."""
    sample = Sample("x", "X", "HS256", "a.b.c", KeyInput(b"k"), KeyInput(b"s"))

    assert sample.edit.token == "a.b.c"
    assert (sample.edit.key, sample.edit.signing_key) == (KeyInput(b"k"), KeyInput(b"s"))
