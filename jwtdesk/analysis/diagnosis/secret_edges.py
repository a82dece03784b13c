"""Something stands around the secret: a line end, blanks, quotation marks; or it was lost."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.secret_trial import excluded_secret, secret_cards

IDS = ("secret-newline", "secret-whitespace", "secret-quoted")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from secret_cards(case, IDS)


def _excluded(case: Case) -> str:
    return excluded_secret(case, "no line end, blank or quotation mark around the secret")


HYPOTHESIS = Hypothesis(IDS, 11, Effort.QUICK, _explain, _excluded)
