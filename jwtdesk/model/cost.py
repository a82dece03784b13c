"""Where each question may be worked on, judged by its size before anything is computed."""

from enum import Enum
from typing import assert_never

from jwtdesk.jose.algorithm import Family, KeyType, algorithm
from jwtdesk.jose.key_weight import is_stubborn
from jwtdesk.model.questions import (
    Diagnose,
    FetchKeys,
    LayOut,
    MakeKey,
    Question,
    ReadKey,
    ReadPane,
    ReadToken,
    Review,
    Sign,
    Survey,
    TryWords,
    Verify,
)


class Cost(Enum):
    """Where a question may be worked on.

    INSTANT inline, SLOW on a thread, STUBBORN in a child process that can be ended.
    """

    INSTANT = 0
    SLOW = 1
    STUBBORN = 2


# Code points above which work leaves the user-interface thread. Reading is quick per character;
# a survey walks the text in Python.
READ_INLINE = 400_000
# A digest over a megabyte takes a few milliseconds.
VERIFY_INLINE = 2_000_000
SURVEY_INLINE = 48_000
# Findings are no part of the verdict, and looking for them walks through every claim in Python.
REVIEW_INLINE = 16_000
# An RSA signature with a longer modulus takes more than a frame.
SIGN_INLINE_BITS = 4096


def cost(question: Question) -> Cost:  # noqa: PLR0911 - one line a question
    """Return where `question` may be answered, so that no frame is ever missed."""
    match question:
        case ReadKey(key):
            return Cost.STUBBORN if is_stubborn(key) else Cost.INSTANT
        case Diagnose() | FetchKeys() | TryWords():
            return Cost.STUBBORN
        case MakeKey(alg):
            chosen = algorithm(alg)
            heavy = chosen is not None and chosen.family in (Family.RSA_PKCS1, Family.RSA_PSS)
            return Cost.STUBBORN if heavy else Cost.SLOW
        case Sign():
            return _signing(question)
        case Survey(text):
            return Cost.INSTANT if len(text) <= SURVEY_INLINE else Cost.SLOW
        case ReadToken(text) | LayOut(text) | ReadPane(text, _):
            return Cost.INSTANT if len(text) <= READ_INLINE else Cost.SLOW
        case Verify(token, _):
            return Cost.INSTANT if len(token.text) <= VERIFY_INLINE else Cost.SLOW
        case Review(token, _, _, _):
            return Cost.INSTANT if len(token.text) <= REVIEW_INLINE else Cost.SLOW
        case never:
            assert_never(never)


def in_turn(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the questions to work on first: while the verdict is awaited, nothing beside it.

    Surveys and reviews walk through large texts in Python, and would slow the verdict down.
    """
    if not any(isinstance(one, ReadToken | ReadPane | LayOut | Sign | Verify) for one in questions):
        return questions
    return tuple(one for one in questions if not isinstance(one, Survey | Review))


def computes(question: Question) -> bool:
    """Return whether answering `question` needs cryptography, and so loads it the first time."""
    if isinstance(question, Verify):
        return question.keys is not None
    return isinstance(question, ReadKey | Sign | MakeKey)


def _signing(question: Sign) -> Cost:
    small = len(question.signing_input) <= VERIFY_INLINE
    light = all(
        key.type is not KeyType.RSA or key.size <= SIGN_INLINE_BITS for key in question.keys.members
    )
    return Cost.INSTANT if small and light else Cost.SLOW
