"""An ECDSA signature in another form than r and s side by side in their full width."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Hypothesis,
    Work,
)
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.ecdsa_forms import der_pair, ecdsa_forms, half_octets
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.words import tr

IDS = ("ecdsa-der", "ecdsa-stripped", "ecdsa-swapped")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        half = half_octets(part)
        if not half or part.algorithm is None:
            continue
        proven = False
        for said in prove(
            part, ((one,) for one in ecdsa_forms(part.octets, part.algorithm)), meter
        ):
            proven = proven or isinstance(said, Explanation)
            yield said
        if not proven and len(part.octets) != 2 * half:
            yield from _der_at_least(part, half)
    yield meter.rest()


def _der_at_least(part: SignedPart, half: int) -> Iterator[Explanation]:
    """Yield the card of a signature that is whole DER, though it does not verify even so."""
    pair = der_pair(part.octets)
    if pair is None or max(pair).bit_length() > half * 8:
        return
    yield Explanation(
        id="ecdsa-der",
        title=tr("The signature is in DER form, not r and s side by side."),
        evidence=tr(
            "Its {count} bytes are a whole DER sequence of two numbers; put side by side they do "
            "not verify with this key either, so something else is wrong too.",
            count=len(part.octets),
        ),
        confidence=Confidence.LIKELY,
    )


def _excluded(case: Case) -> str:
    curves = any(half_octets(part) for part in wrong_parts(case))
    return tr("no other form of r and s (DER, stripped, swapped)") if curves else ""


HYPOTHESIS = Hypothesis(IDS, 17, Effort.QUICK, _explain, _excluded)
