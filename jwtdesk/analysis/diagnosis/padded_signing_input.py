"""The signature covers another base64 spelling of the same bytes: padded, standard alphabet."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.respelled_input import padded_inputs
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.words import tr

IDS = ("padded-signing-input",)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        yield from prove(part, ((one,) for one in padded_inputs(part)), meter)
    yield meter.rest()


def _excluded(case: Case) -> str:
    return tr("no padded or standard base64 in what was signed") if wrong_parts(case) else ""


HYPOTHESIS = Hypothesis(IDS, 24, Effort.QUICK, _explain, _excluded, last_resort=True)
