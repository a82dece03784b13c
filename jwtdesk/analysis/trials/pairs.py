"""Suppositions taken two at a time, from different sides of the check."""

from collections.abc import Iterator
from itertools import islice, product

from jwtdesk.analysis.trials.ecdsa_forms import ecdsa_forms
from jwtdesk.analysis.trials.other_algorithms import other_algorithms
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.respelled_input import canonical_inputs, padded_inputs, raw_inputs
from jwtdesk.analysis.trials.rewritten import rewritten
from jwtdesk.analysis.trials.signature_spellings import signature_spellings
from jwtdesk.analysis.trials.supposition import Supposition
from jwtdesk.jose.algorithm import Family

# The diagnoses that may come in pairs; the order only matters for the ranking.
PAIRED = (
    "signature-hex",
    "signature-base64",
    "signature-double-encoded",
    "ecdsa-der",
    "ecdsa-stripped",
    "ecdsa-swapped",
    "other-algorithm",
    "rs-ps-mixed",
    "reserialized",
    "padded-signing-input",
    "unencoded-payload",
)
LIKELY_SPELLINGS, MORE_SPELLINGS = 60, 300


def pairs(part: SignedPart) -> Iterator[tuple[Supposition, ...]]:
    """Yield two suppositions of different sides at a time, cheap and likely ones first."""
    signatures = list(signature_spellings(part))
    others = list(other_algorithms(part))
    messages = [*padded_inputs(part), *canonical_inputs(part), *raw_inputs(part)]
    yield from _forms(part, signatures)
    forms = _own_forms(part)
    yield from product((*signatures, *forms), others)
    yield from product((*signatures, *forms), messages)
    yield from product(messages, others)
    likely = list(islice(rewritten(part), LIKELY_SPELLINGS))
    yield from product((*signatures, *forms), likely)
    yield from product(likely, others)
    more = islice(rewritten(part), LIKELY_SPELLINGS, MORE_SPELLINGS)
    for one in more:
        yield from ((first, one) for first in (*signatures, *forms, *others))


def _own_forms(part: SignedPart) -> list[Supposition]:
    """Return the other forms of r and s, under every curve whose width they may have."""
    if part.algorithm is None or part.algorithm.family is not Family.ECDSA:
        return []
    return list(ecdsa_forms(part.octets, part.algorithm))


def _forms(part: SignedPart, signatures: list[Supposition]) -> Iterator[tuple[Supposition, ...]]:
    """Yield a signature in another encoding whose r and s are in another form as well."""
    chosen = part.algorithm
    if chosen is None or not part.fitting(chosen):
        return
    for outer in signatures:
        for inner in ecdsa_forms(outer.signature or b"", chosen):
            yield inner, outer
