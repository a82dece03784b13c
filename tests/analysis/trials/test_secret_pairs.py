"""Two things wrong with a secret and its tag at once, and when the search for them ends."""

import base64
import hashlib

import pytest

from jwtdesk.analysis.hypothesis import Explanation, Work
from jwtdesk.analysis.trials.part import parts_of
from jwtdesk.analysis.trials.secret_pairs import secret_pair_cards
from tests.analysis.diagnosis.making import SECRET, ec_key, public, riddle, token

TEXT = base64.b64encode(SECRET)
TWO = {
    "decoded, under another hash": (
        token("HS384", SECRET, head='{"alg":"HS256"}'),
        TEXT,
        {"secret-base64", "other-algorithm"},
    ),
    "trimmed, then hashed": (
        token("HS256", hashlib.sha256(SECRET).digest()),
        SECRET + b"\n",
        {"secret-newline", "secret-hashed"},
    ),
}


def said(made: str, key: bytes, limit_ms: float) -> tuple[set[str], float]:
    """Return the ids of the cards, and how many milliseconds of work were told."""
    (part,) = parts_of(riddle(made, key))
    told = list(secret_pair_cards(part, limit_ms))
    ids = {one.id for one in told if isinstance(one, Explanation)}
    return ids, sum(one.milliseconds for one in told if isinstance(one, Work))


@pytest.mark.parametrize("name", TWO)
def test_two_causes_are_two_cards(name: str) -> None:
    """One secret step with something else, or two secret steps in a row."""
    made, key, ids = TWO[name]
    assert said(made, key, float("inf"))[0] == ids


def test_a_search_that_is_not_worth_it_ends_at_once() -> None:
    """With no budget nothing is found; with one that ends, less is tried than without."""
    made = token("HS256", b"a secret that nobody here has")
    nothing, short, whole = (said(made, TEXT, limit) for limit in (0.0, 1.0, float("inf")))
    assert nothing[0] == short[0] == whole[0] == set()
    assert nothing[1] <= short[1] < whole[1]


def test_what_is_no_hmac_has_no_secret_to_read() -> None:
    """The search is over before it begins."""
    assert said(token("ES256", ec_key()), public(ec_key("ES256", 1)), 9.0) == (set(), 0)
