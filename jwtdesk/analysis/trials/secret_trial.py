"""Trying the other readings of a shared secret on a failing HMAC."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator

from jwtdesk.analysis.hypothesis import Case, Explanation, Work
from jwtdesk.analysis.trials.cost import CHECK, OCTET, Meter
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.reading import Reading, supposed
from jwtdesk.analysis.trials.secret_bases import secret_bases
from jwtdesk.analysis.trials.secrets_tried import readings
from jwtdesk.analysis.trials.trial import cards, trials, wrong_parts
from jwtdesk.jose.algorithm import Family, KeyType
from jwtdesk.jose.words import tr


def secret_parts(case: Case) -> tuple[SignedPart, ...]:
    """Return the failing signatures that a shared secret is to check."""
    return tuple(part for part in wrong_parts(case) if part.is_keyed(KeyType.OCT))


def has_secret(case: Case) -> bool:
    """Tell whether there is a failing HMAC and a secret to read otherwise."""
    return bool(secret_parts(case)) and bool(secret_bases(case))


def excluded_secret(case: Case, sentence: str) -> str:
    """Return what was ruled out about the secret, translated; "" where there is none."""
    return tr(sentence) if has_secret(case) else ""


def secret_cards(case: Case, ids: tuple[str, ...]) -> Iterator[Explanation | Work]:
    """Yield the first reading of the secret, among those of the diagnoses `ids`, that fits."""
    many = (one for base in secret_bases(case) for one in readings(base) if one.id in ids)
    found = list(many)
    for part in secret_parts(case):
        yield from first_that_fits(part, found)


def first_that_fits(part: SignedPart, many: Iterable[Reading]) -> Iterator[Explanation | Work]:
    """Yield the card of the first of `many` secrets that the HMAC of `part` fits."""
    chosen = part.algorithm
    if chosen is None or len(part.octets) * 8 != chosen.minimum_bits:
        return
    meter, made = Meter(), getattr(hashlib, chosen.hash_name)
    each = 2 * CHECK[Family.HMAC] + len(part.message) * OCTET
    for reading in many:
        pause = meter.spent(each)
        if pause is not None:
            yield pause
        if hmac.digest(reading.octets, part.message, made) == part.octets:
            alone = (supposed(reading),)
            for trial in trials(part, alone):
                yield from cards(trial, alone)
            return
    yield meter.rest()
