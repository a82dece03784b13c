"""The signature covers a payload that travels apart from the token (RFC 7515 Appendix F)."""

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
from jwtdesk.analysis.trials.detached_payloads import detached_payloads
from jwtdesk.analysis.trials.part import SignedPart
from jwtdesk.analysis.trials.rsa_inside import inside
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.words import tr

IDS = ("detached-payload",)
# The slow curves are not tried beyond this in one go.
LIMIT_MS = 200.0
DOTS = 2


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        yield from prove(part, ((one,) for one in detached_payloads(part)), meter, LIMIT_MS)
        alone = case.detached is None and part.token.text.count(".") <= DOTS
        if not part.payload and alone and part.octets and part.protected:
            yield _elsewhere(part)
    yield meter.rest()


def _elsewhere(part: SignedPart) -> Explanation:
    """Return the card of a token whose payload part is empty, and no payload was given."""
    right_key = part.is_keyed(KeyType.RSA) and any(one.sure for one in inside(part))
    evidence = tr("The payload part is empty, and the signature is not over an empty payload.")
    if right_key:
        evidence = tr("The payload part is empty, and the key opens the signature: it is right.")
    return Explanation(
        id="detached-payload",
        title=tr("The payload is held elsewhere: give it to check the signature."),
        evidence=evidence,
        confidence=Confidence.PROVEN if right_key else Confidence.LIKELY,
        would=tr("its payload is held elsewhere"),
    )


def _excluded(case: Case) -> str:
    return tr("not another form of the detached payload") if case.detached is not None else ""


HYPOTHESIS = Hypothesis(IDS, 26, Effort.QUICK, _explain, _excluded)
