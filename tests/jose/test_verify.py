"""The bare mathematics, whatever is handed in."""

import hmac
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.algorithm import algorithm, algorithms
from jwtdesk.jose.sign import sign
from jwtdesk.jose.verify import verify_octets, verify_with
from tests.keys.locate import key_file, key_named, key_of

PEM = key_file("rsa-2048-public-spki.pem")


@pytest.mark.parametrize(
    ("key", "secret"),
    [
        (b"plain", b"plain"),
        (b"", b""),
        (PEM, PEM),
        (b'{"kty": "oct", "k": "c2VjcmV0"}', b"secret"),
        (b'{"keys": [{"kty": "EC"}, {"kty": "oct", "k": "c2VjcmV0"}]}', b"secret"),
        (b'{"a": 1}', b'{"a": 1}'),
        (b"MIIB/w==", b"MIIB/w=="),
    ],
)
def test_hmac_takes_the_octets_themselves(key: bytes, secret: bytes) -> None:
    """For HMAC the key's octets are the secret, a PEM text too, unless they are a JWK of one."""
    assert verify_octets("HS256", key, b"m", hmac.digest(secret, b"m", "sha256"))


@pytest.mark.parametrize("alg", [*(one.name for one in algorithms()), "nope", ""])
@given(key=st.binary(max_size=60), signature=st.binary(max_size=60))
def test_no_octets_raise(alg: str, key: bytes, signature: bytes) -> None:
    """Whatever the key and the signature are, the answer is no, and nothing is raised."""
    assert not verify_octets(alg, key, b"another message", signature)


def test_any_key_of_a_bundle_may_verify() -> None:
    """Of several keys in one text, one that verifies is enough."""
    chosen = algorithm("ES384")
    assert chosen is not None
    made = sign(chosen, key_named("ec-p384-private-pkcs8.pem"), b"m")
    assert isinstance(made, bytes)
    assert verify_octets("ES384", PEM + key_file("ec-p384-public-spki.pem"), b"m", made)
    assert not verify_octets("ES384", PEM + key_file("ec-p256-public-spki.pem"), b"m", made)


def test_key_that_the_library_refuses_verifies_nothing() -> None:
    """An object the library cannot compute with is a no, not an exception."""
    chosen = algorithm("RS256")
    assert chosen is not None
    assert not verify_with(chosen, replace(key_of(PEM), public=None), b"m", b"s")
