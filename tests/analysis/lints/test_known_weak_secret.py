"""Secrets from public lists."""

import base64

import pytest

from jwtdesk.jose.key import SecretEncoding
from tests.analysis.lints.reviewed import ERROR, HEADER, PAYLOAD, of, review, severity
from tests.made import SECRET, token

PUBLIC = b"your-256-bit-secret"


@pytest.mark.parametrize(
    "secret",
    [
        PUBLIC,
        PUBLIC + b"\n",
        PUBLIC.upper(),
        base64.b64encode(PUBLIC),
        PUBLIC.hex().encode(),
        b"secret",
        b"a-string-secret-at-least-256-bits-long",
        b"super-secret-jwt-token-with-at-least-32-characters-long",
    ],
)
def test_a_known_secret_in_any_spelling(secret: bytes) -> None:
    """As it stands, with a line end, in capitals, or encoded once more."""
    found = review(token(PAYLOAD, HEADER, secret), secret, form="secret")

    assert severity("known-weak-secret", found) is ERROR


@pytest.mark.parametrize(
    "secret",
    [SECRET, b"z" * 32, PUBLIC + b"x", b"secret of mine alone, 40 bytes of it ok!", b"x" * 300],
)
def test_other_secrets_are_not_accused(secret: bytes) -> None:
    """Neither a secret that begins like a known one nor a dull one is on the list."""
    assert not of("known-weak-secret", review(token(PAYLOAD, HEADER, secret), secret))


def test_the_octets_count_and_not_their_spelling() -> None:
    """A known secret given in base64 is still known."""
    found = review(
        token(PAYLOAD, HEADER, PUBLIC),
        base64.b64encode(PUBLIC),
        form="secret",
        encoding=SecretEncoding.BASE64,
    )
    assert severity("known-weak-secret", found) is ERROR


@pytest.mark.parametrize("name", ["HS256", "RS256"])
def test_without_a_key_the_list_is_tried(name: str) -> None:
    """A token that a public secret signed is found out before any key is given."""
    header = f'{{"alg":"{name}"}}'
    found = review(token(PAYLOAD, header, PUBLIC))

    assert bool(of("known-weak-secret", found)) is (name == "HS256")
    assert not of("known-weak-secret", review(token(PAYLOAD, header)))


def test_the_secret_that_signed_is_named() -> None:
    """It is public, and naming it says where to look; the empty one is tried as well."""
    (found,) = of("known-weak-secret", review(token(PAYLOAD, HEADER, PUBLIC)))

    assert "“your-256-bit-secret”" in found.detail
    assert of("known-weak-secret", review(token(PAYLOAD, HEADER, b"")))


def test_long_tokens_are_not_tried() -> None:
    """Trying the list over a large token would be felt."""
    payload = f'{{"a":"{"x" * 5000}"}}'

    assert not of("known-weak-secret", review(token(payload, HEADER, PUBLIC)))


def test_a_damaged_token_is_not_tried() -> None:
    """What is no token at all has no signature to try."""
    assert not of("known-weak-secret", review(token(PAYLOAD, HEADER, PUBLIC) + "=!"))
    assert not of("known-weak-secret", review("nothing"))
