"""Example secrets that everyone knows, as they are and in the encodings they are given in."""

import base64

import pytest

from jwtdesk.analysis.diagnosis.known_secret import HYPOTHESIS
from jwtdesk.analysis.hypothesis import Explanation
from tests.analysis.diagnosis.making import SECRET, riddle, token

SECRETS = {
    "the word": b"secretkey",
    "its base64": base64.b64encode(b"secretkey"),
    "what it is the base64 of": base64.b64decode(b"mysecretkey="),
    "its hexadecimal": b"secretkey".hex().encode(),
}


@pytest.mark.parametrize("name", SECRETS)
def test_a_well_known_secret_is_named(name: str) -> None:
    """Whoever reads the card could have signed the token, and the mend shows how."""
    case = riddle(token("HS256", SECRETS[name]), SECRET)
    (found,) = (one for one in HYPOTHESIS.explain(case) if isinstance(one, Explanation))
    assert found.id == "known-secret"
    assert "secretkey" in found.evidence
    assert found.fix is not None


def test_a_secret_that_nobody_knows_is_not_named() -> None:
    """The calm card then says so."""
    case = riddle(token("HS256", SECRET), b"another")
    assert not [one for one in HYPOTHESIS.explain(case) if isinstance(one, Explanation)]
    assert HYPOTHESIS.excluded(case) == "no well-known example secret"
