"""Which of the tokens beside one helps to find the key that signed it."""

from dataclasses import replace

import pytest

from jwtdesk.analysis.diagnosis.ecdsa_recovered_key import HYPOTHESIS
from jwtdesk.analysis.hypothesis import Confidence, Explanation
from jwtdesk.jose.read_token import read_token
from tests.analysis.diagnosis.making import SECRET, ec_key, public, riddle, token

FIRST = token("ES256", ec_key())
BESIDE = {
    "none": ([], Confidence.LIKELY),
    "no token": (["no token"], Confidence.LIKELY),
    "another algorithm": ([token("HS256", SECRET)], Confidence.LIKELY),
    "itself": ([FIRST], Confidence.LIKELY),
    "another key's": ([token("ES256", ec_key("ES256", 2), claims="{}")], Confidence.LIKELY),
    "its key's, after another's": (
        [
            token("ES256", ec_key("ES256", 2), claims="{}"),
            token("ES256", ec_key(), claims="{}"),
        ],
        Confidence.PROVEN,
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_only_another_token_of_the_same_key_tells_which_it_is(name: str) -> None:
    """All others are passed over, and the candidates of the one token are listed."""
    texts, confidence = BESIDE[name]
    others = tuple(read_token(one) for one in texts)
    case = replace(riddle(FIRST, public(ec_key("ES256", 1))), others=others)
    (found,) = (one for one in HYPOTHESIS.explain(case) if isinstance(one, Explanation))
    assert found.confidence is confidence
    assert (found.fix is not None) is (confidence is Confidence.PROVEN)
