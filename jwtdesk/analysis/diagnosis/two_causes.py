"""Two things wrong at once: a base64 secret and another hash, hex and a swapped r and s."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.cost import Meter
from jwtdesk.analysis.trials.pairs import PAIRED, pairs
from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.analysis.trials.secret_pairs import secret_pair_cards
from jwtdesk.analysis.trials.trial import prove
from jwtdesk.jose.words import tr

QUICK_MS, HARD_MS = 500.0, 30_000.0


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from _within(case, QUICK_MS)


def _harder(case: Case) -> Iterator[Explanation | Work]:
    yield from _within(case, HARD_MS)


def _within(case: Case, limit: float) -> Iterator[Explanation | Work]:
    meter = Meter()
    for part in parts_of(case):
        proven = False
        for said in secret_pair_cards(part, limit):
            proven = proven or isinstance(said, Explanation)
            yield said
        if not proven:
            yield from prove(part, pairs(part), meter, limit)
    yield meter.rest()


def _excluded(case: Case) -> str:
    return tr("no two of these at once") if parts_of(case) else ""


HYPOTHESIS = (
    Hypothesis(PAIRED, 32, Effort.QUICK, _explain, _excluded, last_resort=True),
    Hypothesis(PAIRED, 33, Effort.HARD, _harder, lambda _: "", last_resort=True),
)
