"""A family that explains nothing says nothing: no false explanations."""

import json
import random
from typing import Any

import pytest

from jwtdesk.analysis.case import is_riddle
from jwtdesk.analysis.diagnose import diagnose
from tests.analysis.diagnosis.making import (
    CURVES,
    SECRET,
    causes,
    ec_key,
    ed_key,
    explained,
    public,
    riddle,
    rsa_key,
    shown_instead,
    token,
)

ALGS = ("HS256", "HS384", "HS512", *CURVES, "EdDSA", "Ed25519")


def pair(alg: str, which: int = 0) -> tuple[Any, bytes]:
    """Return what signs and what checks."""
    if alg.startswith("HS"):
        text = SECRET if which == 0 else b"quite another secret"
        return text, text
    key = ec_key(alg, which) if alg in CURVES else ed_key(which)
    return key, public(key)


@pytest.mark.parametrize("alg", ALGS)
def test_a_wrong_key_is_not_explained_away(alg: str) -> None:
    """Nothing is proven, nothing is offered; the calm card says what was excluded."""
    case = riddle(token(alg, pair(alg)[0]), pair(alg, 1)[1])
    found = explained(case)
    assert {one.id for one in found.explanations} <= {"ecdsa-recovered-key", "library-verdicts"}
    assert found.excluded
    assert all(one.fix is None for one in found.explanations)


@pytest.mark.parametrize("alg", ["HS256", "ES256", "EdDSA"])
def test_changed_content_is_not_explained_away(alg: str) -> None:
    """Without RSA nobody can tell it from a wrong key."""
    made = shown_instead(token(alg, pair(alg)[0]), claims='{"sub":"eve","admin":true}')
    assert causes(riddle(made, pair(alg)[1])) == set()


@pytest.mark.parametrize("alg", [*ALGS, "RS256", "PS512"])
def test_a_right_token_is_no_riddle(alg: str) -> None:
    """It verifies, and nothing is said even when asked."""
    key, text = (rsa_key(), public(rsa_key())) if alg[0] in "RP" else pair(alg)
    case = riddle(token(alg, key), text)
    assert not is_riddle(case)
    assert diagnose(case).explanations == ()


def test_random_secrets_explain_nothing() -> None:
    """A handful of odd secrets and payloads, none of which is related."""
    chance = random.Random(4)  # noqa: S311 - a test's dice
    for _ in range(5):
        signed, given = (bytes(chance.randrange(33, 126) for _ in range(40)) for _ in range(2))
        claims = json.dumps({"n": chance.random(), "s": "x" * chance.randrange(40)})
        assert causes(riddle(token("HS256", signed, claims=claims), given)) == set()


def test_encrypted_tokens_that_are_malformed_are_not_asked_about() -> None:
    """There is no signature to explain, and no key that could open it."""
    text = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA"
    case = riddle(text, SECRET)
    assert not is_riddle(case)
    assert diagnose(case).explanations == ()
