"""A last character with unused bits set: the same bytes, which strict libraries refuse."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import (
    Case,
    Confidence,
    Effort,
    Explanation,
    Fix,
    Hypothesis,
    UseToken,
    Work,
)
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.mend import verifies
from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.analysis.trials.respelled_input import canonical_inputs
from jwtdesk.analysis.trials.spelled import respelled
from jwtdesk.analysis.trials.trial import prove
from jwtdesk.jose import base64url
from jwtdesk.jose.token import Kind
from jwtdesk.jose.verify import SignatureCode
from jwtdesk.jose.words import tr

IDS = ("trailing-bits",)
CODE = "base64-trailing-bits"


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in parts_of(case):
        yield from prove(part, ((one,) for one in canonical_inputs(part)), meter)
    yield meter.rest()
    yield from _beside_the_truth(case)


def _beside_the_truth(case: Case) -> Iterator[Explanation]:
    """Yield the card of a signature that is right here and refused by strict libraries."""
    token = case.token
    right = any(one.code is SignatureCode.VERIFIED for one in case.verifications)
    whole = right and token.kind is not Kind.JWS_JSON
    if not whole or token.header is None or token.payload is None or token.signature is None:
        return
    if CODE not in {one.code for one in token.signature.problems}:
        return
    old = (token.header.encoded, token.payload.encoded, token.signature.encoded)
    text = respelled(token, old, (*old[:2], base64url.encode(token.signature.octets)))
    fix = Fix(tr("Clear the unused bits"), (UseToken(text),)) if text is not None else None
    yield Explanation(
        id="trailing-bits",
        title=tr("The last character carries bits that belong to no byte."),
        evidence=tr(
            "The signature is right; its last character could be written in several ways with the "
            "same bytes, and strict libraries refuse all but one."
        ),
        confidence=Confidence.PROVEN,
        fix=fix if fix is not None and verifies(case, fix) else None,
        would=tr("strict libraries refuse its last character"),
    )


def _excluded(case: Case) -> str:  # noqa: ARG001 - too rare to be worth a clause
    return ""


HYPOTHESIS = Hypothesis(IDS, 23, Effort.QUICK, _explain, _excluded)
