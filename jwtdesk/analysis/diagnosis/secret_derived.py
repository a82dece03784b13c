"""The secret was filled up with zero bytes, or hashed, before it was used."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.secret_trial import excluded_secret, secret_cards

IDS = ("secret-zero-padded", "secret-hashed")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from secret_cards(case, IDS)


def _excluded(case: Case) -> str:
    return excluded_secret(case, "not the secret padded with zero bytes, and not its hash")


HYPOTHESIS = Hypothesis(IDS, 16, Effort.QUICK, _explain, _excluded, last_resort=True)
