"""The signature covers the payload as it is, not its base64url form (RFC 7797)."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.respelled_input import raw_inputs
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.words import tr

IDS = ("unencoded-payload",)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        yield from prove(part, ((one,) for one in raw_inputs(part)), meter)
    yield meter.rest()


def _excluded(case: Case) -> str:
    return tr("no unencoded payload in what was signed") if wrong_parts(case) else ""


HYPOTHESIS = Hypothesis(IDS, 25, Effort.QUICK, _explain, _excluded, last_resort=True)
