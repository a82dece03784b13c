"""The same key signed with another hash, curve or family than the header names."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.foreign_hash import foreign_hash_cards
from jwtdesk.analysis.trials.other_algorithms import other_algorithms
from jwtdesk.analysis.trials.trial import prove, wrong_parts
from jwtdesk.jose.words import tr

IDS = ("other-algorithm",)


def _explain(case: Case) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in wrong_parts(case):
        others = (one for one in other_algorithms(part) if one.id in IDS)
        yield from prove(part, ((one,) for one in others), meter)
        yield from foreign_hash_cards(part, meter)
    yield meter.rest()


def _excluded(case: Case) -> str:
    return tr("no other algorithm with the same key") if wrong_parts(case) else ""


HYPOTHESIS = Hypothesis(IDS, 12, Effort.QUICK, _explain, _excluded)
