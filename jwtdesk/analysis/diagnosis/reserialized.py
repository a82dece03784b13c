"""The JSON of header or payload was written anew after it was signed."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.rewritten import rewritten
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.words import tr

IDS = ("reserialized",)
# Slow curves stop here unless the user asks to look harder; the likeliest spellings come first.
QUICK_MS, HARD_MS = 500.0, 20_000.0


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from _within(case, QUICK_MS)


def _harder(case: Case) -> Iterator[Explanation | Work]:
    yield from _within(case, HARD_MS)


def _within(case: Case, limit: float) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        yield from prove(part, ((one,) for one in rewritten(part)), meter, limit)
    yield meter.rest()


def _excluded(case: Case) -> str:
    return tr("no other spelling of the same JSON") if wrong_parts(case) else ""


HYPOTHESIS = (
    Hypothesis(IDS, 30, Effort.QUICK, _explain, _excluded, last_resort=True),
    Hypothesis(IDS, 31, Effort.HARD, _harder, lambda _: "", last_resort=True),
)
