"""Where each question may be worked on, judged by its size before anything is computed."""

from enum import Enum
from typing import assert_never

from jwtdesk.jose.algorithm import KeyType, algorithm
from jwtdesk.jose.decrypt import is_heavy
from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_weight import is_stubborn
from jwtdesk.jose.token import Token
from jwtdesk.jose.token_start import header_octets
from jwtdesk.model.questions import (
    Decrypt,
    Diagnose,
    Encrypt,
    FetchKeys,
    LayOut,
    LayOutBytes,
    LookInside,
    MakeKey,
    Present,
    Question,
    ReadChains,
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
# What was compressed grows up to a thousandfold when it is read.
ZIPPED_INLINE = 2_000
# A serialisation in JSON, and an SD-JWT, are walked member by member, in Python.
WALKED_INLINE = 48_000
# In hexadecimal they are three times as long and more.
BYTES_INLINE = 200_000
# A key text in JSON is walked value by value; no key in use is as long.
KEY_INLINE = 48_000
# Tokens are searched for among the members.
LOOK_INLINE = 100_000
# Each further signature is a verification of its own.
SIGNATURES_INLINE = 10
# A digest over a megabyte takes a few milliseconds.
VERIFY_INLINE = 2_000_000
SURVEY_INLINE = 48_000
# Findings are no part of the verdict, and looking for them walks through every claim in Python.
REVIEW_INLINE = 16_000
# An RSA signature with a longer modulus takes more than a frame.
SIGN_INLINE_BITS = 4096
# What the verdict waits for.
VERDICT = ReadToken | ReadPane | LayOut | LayOutBytes | Sign | Verify | Decrypt | Encrypt
BESIDE = Survey | Review | LookInside | ReadChains


def cost(question: Question) -> Cost:  # noqa: C901, PLR0911, PLR0912 - one line a question
    """Return where `question` may be answered, so that no frame is ever missed."""
    match question:
        case ReadKey(key):
            return _reading_key(key)
        case Diagnose() | FetchKeys() | TryWords():
            return Cost.STUBBORN
        case MakeKey(alg):
            return Cost.STUBBORN if _needs_primes(alg) else Cost.SLOW
        case Sign():
            return _signing(question)
        case Decrypt(token, _, patient):
            return _decrypting(token, patient=patient)
        case Encrypt(header, plaintext, _, _):
            return _encrypting(header, plaintext)
        case Present(given=given):
            return Cost.STUBBORN if is_stubborn(given) else Cost.SLOW
        case ReadChains():
            return Cost.SLOW
        case LookInside(token):
            return Cost.INSTANT if _size(token) <= LOOK_INLINE else Cost.SLOW
        case Survey(text):
            return Cost.INSTANT if len(text) <= SURVEY_INLINE else Cost.SLOW
        case ReadToken(text, _):
            return _reading(text)
        case LayOut(text) | ReadPane(text, _, _):
            return Cost.INSTANT if len(text) <= READ_INLINE else Cost.SLOW
        case LayOutBytes(octets):
            return Cost.INSTANT if len(octets) <= BYTES_INLINE else Cost.SLOW
        case Verify(token, _):
            return _verifying(token)
        case Review(token, _, _, _):
            return Cost.INSTANT if _size(token) <= REVIEW_INLINE else Cost.SLOW
        case never:
            assert_never(never)


def in_turn(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the questions to work on first: while the verdict is awaited, nothing beside it.

    Surveys and reviews walk through large texts in Python, and would slow the verdict down.
    """
    if not any(isinstance(one, VERDICT) for one in questions):
        return questions
    return tuple(one for one in questions if not isinstance(one, BESIDE))


def computes(question: Question) -> bool:
    """Return whether answering `question` needs cryptography, and so loads it the first time."""
    if isinstance(question, Verify):
        return question.keys is not None
    return isinstance(question, ReadKey | Sign | MakeKey | Decrypt | Encrypt | Present | ReadChains)


def _size(token: Token) -> int:
    """Return how much there is to look at: a payload may be far longer than its token."""
    return max(len(token.text), len(token.payload_octets or b""))


def _reading(text: str) -> Cost:
    most = READ_INLINE
    if "~" in text or text.lstrip()[:1] == "{":
        most = WALKED_INLINE
    elif len(text) > ZIPPED_INLINE and b'"zip"' in header_octets(text):
        most = ZIPPED_INLINE
    return Cost.INSTANT if len(text) <= most else Cost.SLOW


def _reading_key(key: KeyInput) -> Cost:
    if is_stubborn(key):
        return Cost.STUBBORN
    return Cost.INSTANT if len(key.octets) <= KEY_INLINE else Cost.SLOW


def _verifying(token: Token) -> Cost:
    few = len(token.signatures) <= SIGNATURES_INLINE
    return Cost.INSTANT if few and _size(token) <= VERIFY_INLINE else Cost.SLOW


def _needs_primes(alg: str) -> bool:
    signing, encrypting = algorithm(alg), key_management(alg)
    if signing is not None:
        return signing.key_type is KeyType.RSA
    return encrypting is not None and KeyType.RSA in encrypting.key_types


def _decrypting(token: Token, *, patient: bool) -> Cost:
    """Stretching a password a million times holds no lock, but a longer wait must have an end."""
    if patient and is_heavy(token):
        return Cost.STUBBORN
    most = ZIPPED_INLINE if "zip" in token.jose_header else READ_INLINE
    few = len(token.signatures) <= SIGNATURES_INLINE
    light = few and len(token.text) <= most and _is_light(token.alg)
    return Cost.INSTANT if light else Cost.SLOW


def _encrypting(header: str, plaintext: bytes) -> Cost:
    small = len(header) + len(plaintext) <= READ_INLINE
    return Cost.INSTANT if small and "PBES2" not in header else Cost.SLOW


def _is_light(alg: str | None) -> bool:
    """Return whether opening takes no private RSA operation and no stretching of a password."""
    return alg is None or not alg.startswith(("RSA", "PBES2"))


def _signing(question: Sign) -> Cost:
    small = len(question.signing_input) <= VERIFY_INLINE
    light = all(
        key.type is not KeyType.RSA or key.size <= SIGN_INLINE_BITS for key in question.keys.members
    )
    return Cost.INSTANT if small and light else Cost.SLOW
