"""Keys and addresses of keys that a token brings along; `crit`; Microsoft's nonce."""

import hmac
import json
from typing import Any

import pytest

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.jwk.read import read_jwk
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.sign import sign
from tests.analysis.lints.reviewed import (
    ERROR,
    INFO,
    NOW,
    WARNING,
    in_header,
    of,
    review,
    severity,
)
from tests.keys.locate import key_file
from tests.made import part, token

PUBLIC = {
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
}
PRIVATE = {**PUBLIC, "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
OTHER = key_file("ec-p256-public-spki.pem")


def signed(header: dict[str, Any]) -> str:
    """Return an ES256 token that `PRIVATE` signed."""
    key, chosen = read_jwk(dict(PRIVATE)), algorithm("ES256")
    assert isinstance(key, Key)
    assert chosen
    start = f"{part(json.dumps({'alg': 'ES256', **header}))}.{part('{}')}"
    made = sign(chosen, key, start.encode())
    assert isinstance(made, bytes)
    return f"{start}.{encode(made)}"


@pytest.mark.parametrize(
    ("typ", "expected"),
    [
        ("JWT", WARNING),
        ("dpop+jwt", INFO),
        ("application/dpop+jwt", INFO),
        ("DPoP+JWT", INFO),
        ("openid4vci-proof+jwt", INFO),
        ("at+jwt", WARNING),
    ],
)
def test_a_key_in_the_header(typ: str, expected: Severity) -> None:
    """Proofs of possession bring their key; others should not."""
    found = review(signed({"typ": typ, "jwk": PUBLIC}))

    assert severity("embedded-key", found) is expected


def test_signed_with_the_key_it_brings() -> None:
    """A forgery that only its own key confirms is proven to be one."""
    text = signed({"jwk": PUBLIC})

    assert severity("embedded-key", review(text, OTHER)) is ERROR
    assert severity("embedded-key", review(text, json.dumps(PUBLIC).encode())) is WARNING


@pytest.mark.parametrize("jwk", [{"kty": "EC"}, {"kty": "oct"}, 7, None, "x", [], {}])
def test_a_key_that_is_none(jwk: object) -> None:
    """A broken key in the header confirms nothing, and is still out of place."""
    assert severity("embedded-key", review(signed({"jwk": jwk}), OTHER)) is WARNING


def test_an_unknown_algorithm_confirms_nothing() -> None:
    """Without mathematics nothing is proven."""
    header = json.dumps({"alg": "XX", "jwk": PUBLIC})

    assert severity("embedded-key", review(token("{}", header), OTHER)) is WARNING


@pytest.mark.parametrize("jwk", [PRIVATE, {"kty": "oct", "k": "c2VjcmV0"}])
def test_a_private_key_in_the_header(jwk: dict[str, str]) -> None:
    """Giving the private key away is an error in every kind of token."""
    assert severity("embedded-key", review(signed({"typ": "dpop+jwt", "jwk": jwk}))) is ERROR


def test_requests_to_certificate_authorities() -> None:
    """ACME requests carry their key (RFC 8555 section 6.2)."""
    header = {"jwk": PUBLIC, "nonce": "x", "url": "https://acme.example.com/new"}

    assert severity("embedded-key", review(signed(header))) is INFO


def test_a_certificate_in_the_header() -> None:
    """A chain is worth knowing, and ordinary."""
    found = review(signed({"x5c": ["MIIB"]}))

    assert severity("embedded-key", found) is INFO
    assert not of("embedded-key", review(signed({"x5t": "abc"})))


ISSUER = "https://id.example.com/realm"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://id.example.com/jwks", INFO),
        ("https://keys.id.example.com/jwks", INFO),
        ("https://example.com/jwks", INFO),
        ("https://tenant.authentication.eu10.hana.ondemand.com/token_keys", INFO),
        ("https://hana.ondemand.com.evil.example.org/x", WARNING),
        ("https://evil.example.org/jwks", WARNING),
        ("https://notid.example.com/jwks", WARNING),
        ("http://id.example.com/jwks", ERROR),
        ("http://169.254.169.254/latest/meta-data/", ERROR),
        ("https://127.0.0.1/jwks", ERROR),
        ("https://[::1]/jwks", ERROR),
        ("https://localhost/jwks", ERROR),
        ("https://keys.internal/jwks", ERROR),
        ("https://0x7f000001/jwks", ERROR),
        ("https://id.example.com@evil.example.org/jwks", ERROR),
        ("file:///etc/passwd", ERROR),
        ("//id.example.com/jwks", ERROR),
        ("https://[broken", ERROR),
        ("https://x" + "y" * 5000, ERROR),
        ("", ERROR),
        (7, ERROR),
        (None, ERROR),
    ],
)
@pytest.mark.parametrize("name", ["jku", "x5u"])
def test_addresses_of_keys(address: object, expected: Severity, name: str) -> None:
    """The issuer's own address is ordinary, another one a risk, the inner network an attack."""
    header = json.dumps({"alg": "RS256", name: address})
    (found,) = of("remote-key-url", in_header(header, json.dumps({"iss": ISSUER})))

    assert found.severity is expected
    assert found.where == f"header.{name}"


def test_calls_name_their_certificate() -> None:
    """A call assertion has its address in the header by its own specification (RFC 8225)."""
    header = '{"alg":"ES256","ppt":"shaken","typ":"passport","x5u":"https://c.example.org/a"}'

    assert severity("remote-key-url", in_header(header, '{"iat":1}')) is INFO


def test_no_address() -> None:
    """Other members with addresses are not fetched from."""
    header = '{"alg":"RS256","kid":"https://evil.example.org/x"}'

    assert not of("remote-key-url", in_header(header, '{"iss":"https://[x"}'))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('{"alg":"HS256","crit":["exp"],"exp":1}', ERROR),
        ('{"alg":"HS256","crit":[]}', ERROR),
        ('{"alg":"HS256","crit":"exp"}', ERROR),
        ('{"alg":"HS256","crit":["alg"]}', ERROR),
        ('{"alg":"HS256","crit":["b64"],"b64":true}', None),
        ('{"alg":"HS256"}', None),
    ],
)
def test_crit(header: str, expected: Severity | None) -> None:
    """Whatever must be understood and is not makes the token one to refuse."""
    assert severity("crit-not-understood", in_header(header)) is expected


@pytest.mark.parametrize(
    ("nonce", "claims", "expected"),
    [
        (True, {"iss": "https://sts.windows.net/1/"}, INFO),
        (True, {"iss": "https://login.microsoftonline.com/1/v2.0"}, INFO),
        (True, {"aud": "00000003-0000-0000-c000-000000000000"}, INFO),
        (True, {"aud": "https://graph.microsoft.com/"}, INFO),
        (True, {"iss": "https://id.example.com", "aud": ["x"]}, None),
        (True, {"iss": "https://[x", "aud": 7}, None),
        (False, {"iss": "https://sts.windows.net/1/"}, None),
    ],
)
def test_microsofts_nonce(
    nonce: bool, claims: dict[str, object], expected: Severity | None
) -> None:
    """A nonce in the header of a Microsoft token explains why it never verifies."""
    header = {"alg": "RS256", **({"nonce": "x"} if nonce else {})}
    found = in_header(json.dumps(header), json.dumps(claims))

    assert severity("entra-graph-nonce", found) is expected


def test_each_signature_has_its_header() -> None:
    """In a JSON serialisation every header is looked at; equal findings are told once."""
    start = f"{part('{}')}"
    entries = [
        {
            "protected": part(f'{{"alg":"HS256","kid":"{kid}"}}'),
            "signature": encode(hmac.digest(b"k", start.encode(), "sha256")),
        }
        for kid in ("a", "/dev/null", "/dev/null")
    ]
    text = json.dumps({"payload": start, "signatures": entries})

    assert len(of("kid-path", review(text, now=NOW))) == 1
