"""The secret carries the escapes of a URL, of JSON or of an environment file, or lost them."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.secret_trial import excluded_secret, secret_cards

IDS = ("secret-url-encoded", "secret-json-escaped")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from secret_cards(case, IDS)


def _excluded(case: Case) -> str:
    return excluded_secret(case, "no percent-encoding or escapes in the secret")


HYPOTHESIS = Hypothesis(IDS, 14, Effort.QUICK, _explain, _excluded)
