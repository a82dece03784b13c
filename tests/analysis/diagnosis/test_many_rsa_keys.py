"""RSA signatures under a set of many keys, and under one that is too short to mend them."""

import json

from jwtdesk.analysis.diagnosis import rsa_padding, rsa_structure
from jwtdesk.analysis.hypothesis import Explanation, Work
from jwtdesk.jose.thumbprint import unsigned
from tests.analysis.diagnosis.making import card, header, part, private, riddle, rsa_key, token

# Any odd number of 3,072 bits is a modulus, as far as a public key shows.
SET = [{"kty": "RSA", "e": "AQAB", "n": unsigned((1 << 3071) + 2 * at + 1)} for at in range(12)]
MESSAGE = f"{part(header('RS256'))}.{part('{}')}"
CASE = riddle(f"{MESSAGE}.{part(bytes(383) + b'1')}", json.dumps({"keys": SET}).encode())


def test_that_all_keys_of_a_set_are_wrong_is_said_of_all() -> None:
    """One card for the set, with their number."""
    (found,) = (one for one in rsa_structure.HYPOTHESIS.explain(CASE) if not isinstance(one, Work))
    assert found.id == "wrong-key"
    assert "each of the 12 public keys" in found.evidence


def test_opening_under_many_keys_is_told_as_work() -> None:
    """Whoever drives the search can end it between the keys."""
    told = list(rsa_padding.HYPOTHESIS.explain(CASE))
    assert not [one for one in told if isinstance(one, Explanation)]
    assert [one.milliseconds > 0 for one in told if isinstance(one, Work)].count(True) >= 2


def test_a_key_too_short_for_what_the_header_says_mends_nothing() -> None:
    """1,024 bits hold no PSS with SHA-512, so that the token cannot be signed again as it is."""
    key = rsa_key(0, 1024)
    made = token("RS256", key, head=header("PS512"))
    card(riddle(made, private(key)), "rs-ps-mixed", mends=False)
