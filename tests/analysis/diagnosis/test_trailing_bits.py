"""A right signature whose last letter strict libraries refuse, in JSON."""

import json

import pytest

from jwtdesk.analysis.diagnosis.trailing_bits import HYPOTHESIS
from jwtdesk.analysis.hypothesis import Explanation
from jwtdesk.jose.base64url import ALPHABET
from tests.analysis.diagnosis.making import SECRET, riddle, token

HEAD, BODY, LAST = token("HS256", SECRET).split(".")
LETTERS = ALPHABET.decode()
ODD = LAST[:-1] + LETTERS[LETTERS.index(LAST[-1]) + 1]
FLAT = {"payload": BODY, "protected": HEAD, "signature": ODD, "header": {"disclosures": []}}


@pytest.mark.parametrize(
    ("more", "mends"), [({}, True), ({"more": ODD}, False)], ids=["once", "twice"]
)
def test_it_is_told_and_mended_where_the_signature_can_be_found(
    more: dict[str, str], mends: bool
) -> None:
    """Where the JSON has the same text twice, nobody can tell which one is meant."""
    case = riddle(json.dumps({**FLAT, **more}), SECRET)
    (found,) = (one for one in HYPOTHESIS.explain(case) if isinstance(one, Explanation))
    assert found.id == "trailing-bits"
    assert (found.fix is not None) is mends
