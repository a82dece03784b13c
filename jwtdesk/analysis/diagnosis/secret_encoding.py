"""The secret is an encoding of the real one, or the real one was used encoded."""

from collections.abc import Iterator

from jwtdesk.analysis.hypothesis import Case, Effort, Explanation, Hypothesis, Work
from jwtdesk.analysis.trials.secret_trial import excluded_secret, secret_cards

IDS = ("secret-base64", "secret-base64url", "secret-hex")


def _explain(case: Case) -> Iterator[Explanation | Work]:
    yield from secret_cards(case, IDS)


def _excluded(case: Case) -> str:
    return excluded_secret(case, "not an encoding of the secret (base64, base64url, hexadecimal)")


HYPOTHESIS = Hypothesis(IDS, 10, Effort.QUICK, _explain, _excluded)
