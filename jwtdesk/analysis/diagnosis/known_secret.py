"""A well-known example secret signed this token: anyone could have."""

import hmac
from collections.abc import Iterator
from functools import cache

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.known_secrets import known_secrets
from jwtdesk.analysis.trials.cost import CHECK, OCTET
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.reading import Reading
from jwtdesk.analysis.trials.secret_bases import SecretBase
from jwtdesk.analysis.trials.secret_encodings import encoding_readings
from jwtdesk.analysis.trials.secret_trial import first_that_fits, secret_parts
from jwtdesk.jose.algorithm import Family
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.words import tr

IDS = ("known-secret",)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    for part in secret_parts(case):
        word = _word(part)
        yield Work(len(_octets()) * (CHECK[Family.HMAC] + len(part.message) * OCTET))
        if word is not None:
            yield from first_that_fits(part, _readings(word))


def _word(part: SignedPart) -> str | None:
    """Return the well-known secret that the HMAC fits, in any encoding."""
    made, message, right = part.hash_name, part.message, part.octets
    return next((word for one, word in _octets() if hmac.digest(one, message, made) == right), None)


@cache
def _octets() -> tuple[tuple[bytes, str], ...]:
    """Return every well-known secret as octets: itself, and as base64 or hexadecimal, each way."""
    plain = [(word.encode(), word) for word in known_secrets()]
    coded = [
        (one.octets, word)
        for octets, word in plain
        for one in encoding_readings(SecretBase(octets))
    ]
    return (*plain, *coded)


def _readings(word: str) -> Iterator[Reading]:
    octets = word.encode()
    yield Reading(IDS[0], octets, tr("{word}, which everyone knows", word=excerpt(word)), octets)
    yield from (_coded(word, one) for one in encoding_readings(SecretBase(octets)))


def _coded(word: str, one: Reading) -> Reading:
    what = tr("{word} {what}", word=excerpt(word), what=one.what)
    return Reading(IDS[0], one.octets, what, one.text, one.encoding)


def _excluded(case: Case) -> str:
    return tr("no well-known example secret") if secret_parts(case) else ""


HYPOTHESIS = Hypothesis(IDS, 20, Effort.QUICK, _explain, _excluded, last_resort=True)
