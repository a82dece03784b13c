"""The answers about tokens that are encrypted, nested or selective."""

from typing import assert_never

from jwtdesk.analysis.chain_check import chains
from jwtdesk.analysis.checks import checked
from jwtdesk.analysis.inner import inner_tokens
from jwtdesk.analysis.lint import Subject
from jwtdesk.jose.bind import bind
from jwtdesk.jose.encrypt import encrypt
from jwtdesk.jose.encrypt_json import encrypt_json
from jwtdesk.jose.key import Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.present import present
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.answer_values import Answer, Chains, Inside, Presentation
from jwtdesk.model.foresight import foreseen
from jwtdesk.model.questions_of_kinds import Decrypt, Encrypt, LookInside, Present, ReadChains


def answer_of_kind(question: Decrypt | Encrypt | LookInside | ReadChains | Present) -> Answer:
    """Return the answer to `question`. Never raises."""
    match question:
        case Decrypt(token, keys, patient):
            found = checked(token, keys, patient=patient)
            foreseen(found.token)
            return found
        case Encrypt(header, plaintext, keys, like):
            in_json = like is not None and encrypt_json(like, header, plaintext, keys)
            return in_json or encrypt(header, plaintext, keys)
        case LookInside(token):
            return Inside(inner_tokens(token))
        case ReadChains(token, keys, verification, now):
            return Chains(chains(Subject(token, keys, verification, now)))
        case Present():
            return _presented(question)
        case never:
            assert_never(never)


def _presented(question: Present) -> Presentation | Problem:
    """Return the presentation, bound to its holder where a key of theirs can sign."""
    text = present(question.token, question.chosen)
    keys = read_key(question.given) if question.given.octets else question.keys
    if keys is None:
        return Presentation(text)
    if isinstance(keys, Unreadable):
        return keys.problem
    first: Problem | None = None
    for key in keys.members:
        made = bind(text, key, aud=question.aud, nonce=question.nonce, iat=question.iat)
        if isinstance(made, str):
            return Presentation(made, keys)
        first = first or made
    return first or Problem("no-signing-key", tr("The key set is empty: nothing can sign."))
