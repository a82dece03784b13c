"""The characters of the secret became other bytes: a Unicode form, a character set."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.secret_trial import excluded_secret, secret_cards

IDS = ("secret-unicode-form", "secret-other-charset")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from secret_cards(case, IDS)


def _excluded(case: Case) -> str:
    return excluded_secret(case, "no other Unicode form or character set of the secret")


HYPOTHESIS = Hypothesis(IDS, 15, Effort.QUICK, _explain, _excluded, last_resort=True)
