"""HMAC tokens that meet public keys."""

import json

import pytest

from jwtdesk.analysis.lint import Subject, findings
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from tests.analysis.lints.reviewed import ERROR, INFO, NOW, PAYLOAD, of, review, severity
from tests.keys.locate import key_file
from tests.made import token

PUBLIC = key_file("rsa-2048-public-spki.pem")
JWK = b'{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'


@pytest.mark.parametrize(
    ("secret", "key"),
    [
        (PUBLIC, PUBLIC),
        (PUBLIC.rstrip(), PUBLIC),
        (PUBLIC.replace(b"\n", b"\r\n"), PUBLIC),
        (JWK, JWK),
        (key_file("ec-p256-public-spki.pem"), key_file("ec-p256-public-spki.pem")),
        (PUBLIC, key_file("rsa-2048-certificate.pem") + PUBLIC),
    ],
)
def test_signed_with_the_text_of_the_key(secret: bytes, key: bytes) -> None:
    """However the text was written, the forgery is proven."""
    found = of("alg-confusion", review(token(PAYLOAD, secret=secret), key))

    assert [one.severity for one in found] == [ERROR]
    assert found[0].where == "header.alg"


def test_without_the_text_the_key_is_written_anew() -> None:
    """The usual spellings of a key are tried even where its own is not at hand."""
    keys = read_key(KeyInput(PUBLIC))
    subject = Subject(read_token(token(PAYLOAD, secret=PUBLIC)), keys, None, NOW)

    assert severity("alg-confusion", findings(subject)) is ERROR


@pytest.mark.parametrize("payload", [PAYLOAD, json.dumps({"a": "x" * 40_000})])
def test_merely_possible(payload: str) -> None:
    """Another secret, or a token too large to try, is only worth knowing."""
    assert severity("alg-confusion", review(token(payload), PUBLIC)) is INFO


@pytest.mark.parametrize(
    "secret", [PUBLIC, JWK, key_file("ec-p256-public-openssh.txt"), b"-----BEGIN CERTIFICATE-----"]
)
def test_a_public_key_given_as_a_secret(secret: bytes) -> None:
    """Whoever reads the text of a public key as a secret is told so."""
    found = review(token(PAYLOAD, secret=secret), secret, form="secret")

    assert severity("alg-confusion", found) is ERROR


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ('{"alg":"HS256"}', b"an ordinary secret of some thirty bytes"),
        ('{"alg":"HS256"}', b'{"kty":"oct","k":"c2VjcmV0"}'),
        ('{"alg":"RS256"}', PUBLIC),
        ('{"alg":"ES256"}', PUBLIC),
        ('{"alg":"HS256"}', b"-----BEGIN broken"),
        ('{"alg":"HS256"}', None),
    ],
)
def test_nothing_to_confuse(header: str, key: bytes | None) -> None:
    """A secret for HMAC and a key for signatures are as they should be."""
    assert not of("alg-confusion", review(token(PAYLOAD, header), key))


def test_a_private_key_text_as_secret_is_no_confusion() -> None:
    """Nobody else has the text of a private key."""
    private = key_file("rsa-2048-private-pkcs8.pem")
    found = review(token(PAYLOAD, secret=private), private, form="secret")

    assert not of("alg-confusion", found)
