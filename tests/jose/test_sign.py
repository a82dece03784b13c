"""Signing: what can go wrong is a value, and a wrong signature never leaves."""

from dataclasses import replace

import pytest

from jwtdesk.jose.algorithm import algorithms
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.rsa import rsa_private
from jwtdesk.jose.material.rsa_signing import RsaParts, RsaSigning, factored
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.sign import sign
from jwtdesk.jose.verify import verify_with
from tests.keys.locate import key_named

KEY = key_named("rsa-2048-private-pkcs8.pem")
RS256 = algorithms()[[one.name for one in algorithms()].index("RS256")]
assert isinstance(KEY.signing, RsaSigning)
PARTS = KEY.signing.parts


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (None, "no-key"),
        (key_named("rsa-2048-public-spki.pem"), "key-public"),
        (key_named("ec-p256-private-pkcs8.pem"), "key-type"),
        (replace(KEY, signing=object()), "key-inconsistent"),
        (replace(KEY, public=key_named("rsa-1024-private-pkcs8.pem").public), "key-inconsistent"),
    ],
)
def test_signing_that_cannot_succeed(key: Key | None, code: str) -> None:
    """Without a fitting private key the answer says why, and shows no number of the key."""
    made = sign(RS256, key, b"m")
    assert isinstance(made, Problem)
    assert made.code == code
    assert str(PARTS.d) not in made.message


def test_key_without_primes_signs() -> None:
    """n, e and d alone sign: the primes are found when they are first needed."""
    key = rsa_private(RsaParts(PARTS.n, PARTS.e, PARTS.d))
    assert isinstance(key, Key)
    made = sign(RS256, key, b"m")
    assert isinstance(made, bytes)
    assert verify_with(RS256, KEY, b"m", made)


@pytest.mark.parametrize("probe", [True, False])
def test_wrong_exponent_without_primes(probe: bool) -> None:
    """A wrong d is found when the key is read, or else when it first has to sign."""
    key = rsa_private(RsaParts(PARTS.n, PARTS.e, PARTS.d - 2), probe=probe)
    assert isinstance(key, Key)
    assert (key.signing is None) == probe
    made = sign(RS256, key, b"m")
    assert isinstance(made, Problem)
    assert made.code == "key-inconsistent"


def test_primes_are_found() -> None:
    """The factors come back, the greater one first."""
    assert PARTS.p is not None
    assert PARTS.q is not None
    found = factored(RsaParts(PARTS.n, PARTS.e, PARTS.d))
    assert found == (max(PARTS.p, PARTS.q), min(PARTS.p, PARTS.q))


@pytest.mark.parametrize(
    "parts",
    [
        RsaParts(15, 2, 4),
        RsaParts(15, 1, 1),
        RsaParts(15, 1, (1 << 300) + 1),
        RsaParts(13, 5, 5),
    ],
)
def test_primes_that_cannot_be_found(parts: RsaParts) -> None:
    """Numbers that fit no modulus give up after a bounded search."""
    assert factored(parts) is None


def test_private_numbers_are_never_shown() -> None:
    """The text form of a key holds no private number."""
    for shown in (repr(KEY), repr(KEY.signing), repr(PARTS)):
        assert str(PARTS.d) not in shown
        assert str(PARTS.p) not in shown
