"""The answer to every question: pure functions, fit for any thread or a child process."""

import re
from typing import assert_never

from jwtdesk.analysis.case import case_of as case_in
from jwtdesk.analysis.diagnose import diagnose
from jwtdesk.analysis.hypothesis import Case
from jwtdesk.analysis.lint import Subject, findings
from jwtdesk.analysis.word_list import try_words
from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.check import check_signature
from jwtdesk.jose.choose import candidates
from jwtdesk.jose.encryption import key_management
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.generate import generate
from jwtdesk.jose.generate_encryption import generate_encryption_key
from jwtdesk.jose.jsontext import is_compact, members, pretty
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_fit import misfit
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.read_token import read_found, read_token
from jwtdesk.jose.sign import sign
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import (
    Answer,
    Laid,
    MadeKey,
    Reading,
    Signed,
)
from jwtdesk.model.answers_of_kinds import answer_of_kind
from jwtdesk.model.answers_of_texts import pane_read
from jwtdesk.model.foresight import foreseen
from jwtdesk.model.forms import Form, shown_as
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
from jwtdesk.model.shown_algorithm import content_of

# Nothing but a token: no search for wrappings is needed.
BARE = re.compile(r"[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){0,4}")
# More members than this are not annotated: nobody scrolls that far to read a claim's meaning.
SURVEYED = 20_000


def answer(question: Question) -> Answer:  # noqa: C901, PLR0911, PLR0912 - one line a question
    """Return the answer to `question`. Never raises."""
    match question:
        case ReadToken(text, detached):
            found = read_text(text, detached)
            foreseen(found.token)
            return found
        case LayOut(text):
            is_tight = is_compact(text)
            return Laid(pretty(text) if is_tight else text, is_tight)
        case LayOutBytes(octets):
            return Laid(shown_as(octets, Form.HEX), compact=True)
        case ReadPane():
            return pane_read(question)
        case ReadKey(key):
            return read_key(key)
        case Verify(token, keys):
            return tuple(check_signature(one, keys) for one in token.signatures)
        case Decrypt() | Encrypt() | LookInside() | ReadChains() | Present():
            return answer_of_kind(question)
        case Sign():
            return _sign(question)
        case MakeKey():
            return _make_key(question)
        case FetchKeys():
            return _not_fetched()
        case TryWords(message, signature, hash_name, words):
            return try_words(message, signature, hash_name, words)
        case Survey(text):
            return members(text, limit=SURVEYED)
        case Diagnose():
            return diagnose(case_of(question), question.effort)
        case Review(token, keys, verification, now, rules, given):
            return findings(Subject(token, keys, verification, now, rules, given))
        case never:
            assert_never(never)


def case_of(question: Diagnose) -> Case:
    """Return everything a diagnosis may look at, worked out anew from the question."""
    return case_in(question.text, question.key, question.detached)


# What was pasted is read to be cleaned, and then once more to be shown.
@remembered(1)
def read_text(text: str, detached: bytes | None = None) -> Reading:
    """Return the first token found in `text`, or what can be read of all of it."""
    if BARE.fullmatch(text):
        return Reading(read_token(text, detached), Span(0, len(text)))
    found = find(text)
    if not found:
        return Reading(read_token(text, detached), Span(0, len(text)))
    first = found[0]
    return Reading(read_found(first, detached), first.span, first.notes, len(found) - 1)


def _sign(question: Sign) -> Signed | Problem:
    chosen = algorithm(question.alg)
    if chosen is None:
        text = tr("“{alg}” is no algorithm that jwtdesk can sign with.", alg=question.alg)
        return Problem("unsupported-algorithm", text)
    first: Problem | None = None
    for key in candidates(question.keys, question.kid):
        problem = misfit(chosen, key, signing=True)
        if problem is None:
            signature = sign(chosen, key, question.signing_input)
            if isinstance(signature, bytes):
                return Signed(base64url.encode(signature), called(key))
            problem = signature
        first = first or problem
    return first or Problem("no-signing-key", tr("The key set is empty: nothing can sign."))


def called(key: Key) -> str:
    """Return what to call `key` in a sentence: its `kid`, or what it is."""
    if key.kid:
        return key.kid
    size = tr("{bits}-bit", bits=key.size)
    return key.curve or (
        tr("the secret") if key.type.value == "oct" else f"{key.type.value} {size}"
    )


def _make_key(question: MakeKey) -> MadeKey | Problem:
    alg, bits = question.alg, question.bits
    signing, encrypting = algorithm(alg), key_management(alg)
    if signing is not None:
        made = generate(signing, bits)
    elif encrypting is not None:
        content = content_of(question.enc)
        made = generate_encryption_key(encrypting, content, bits, question.curve)
    else:
        return Problem("unsupported-algorithm", tr("“{alg}” is no known algorithm.", alg=alg))
    return MadeKey(made) if isinstance(made, bytes) else made


def _not_fetched() -> Problem:
    """No network code is reached from here: who may fetch was given the means to."""
    return Problem("fetch-impossible", tr("Nothing can be fetched here."))
