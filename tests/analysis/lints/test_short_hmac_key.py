"""Secrets shorter than the hash."""

import pytest

from jwtdesk.jose.problem import Severity
from tests.analysis.lints.reviewed import ERROR, PAYLOAD, WARNING, of, review, severity
from tests.made import token


@pytest.mark.parametrize(
    ("alg", "length", "expected"),
    [
        ("HS256", 32, None),
        ("HS256", 31, WARNING),
        ("HS256", 14, WARNING),
        ("HS256", 13, ERROR),
        ("HS384", 48, None),
        ("HS384", 47, WARNING),
        ("HS512", 64, None),
        ("HS512", 63, WARNING),
    ],
)
def test_the_least_length(alg: str, length: int, expected: Severity | None) -> None:
    """A secret must be as long as the hash (RFC 7518 section 3.2)."""
    text = token(PAYLOAD, f'{{"alg":"{alg}"}}')

    assert severity("short-hmac-key", review(text, bytes(range(65, 65 + length)))) is expected


def test_other_algorithms_have_no_secret() -> None:
    """A secret that a token cannot be checked with is not measured."""
    assert not of("short-hmac-key", review(token(PAYLOAD, '{"alg":"RS256"}'), b"short"))
    assert not of("short-hmac-key", review(token(PAYLOAD, '{"alg":"XX"}'), b"short"))


def test_the_key_that_verified_is_the_one_that_counts() -> None:
    """Of a set without names, only the key that made the signature is measured."""
    keys = (
        b'{"keys":[{"kty":"oct","k":"c2hvcnQ"},{"kty":"oct",'
        b'"k":"YSBzZWNyZXQgdGhhdCBvbmx5IHRoZSB0ZXN0cyBrbm93"}]}'
    )
    assert not of("short-hmac-key", review(token(PAYLOAD), keys))
    assert of("short-hmac-key", review(token(PAYLOAD, secret=b"short"), keys))


def test_an_empty_secret_is_the_shortest() -> None:
    """It is no usable key, and the worst one all the same."""
    assert severity("short-hmac-key", review(token(PAYLOAD), b"")) is ERROR
    assert not of("short-hmac-key", review(token(PAYLOAD, '{"alg":"RS256"}'), b""))
    assert not of("short-hmac-key", review(token(PAYLOAD, '{"alg":"XX"}'), b""))
