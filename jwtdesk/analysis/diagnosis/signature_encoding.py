"""The signature part is written in another encoding than base64url."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.analysis.trials.signature_spellings import signature_spellings
from jwtdesk.analysis.trials.trial import prove
from jwtdesk.jose.words import tr

IDS = ("signature-hex", "signature-base64", "signature-double-encoded")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in parts_of(case):
        yield from prove(part, ((one,) for one in signature_spellings(part)), meter)
    yield meter.rest()


def _excluded(case: Case) -> str:
    return tr("no other encoding of the signature") if parts_of(case) else ""


HYPOTHESIS = Hypothesis(IDS, 18, Effort.QUICK, _explain, _excluded)
