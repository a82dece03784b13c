"""What a text dropped anywhere is taken for."""

import pytest

from jwtdesk.ui.drop import Dropped, taken_for

TOKENS = {
    "a compact token": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
    "a header line": "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
    "a JSON serialisation": '{"payload": "e30", "protected": "e30", "signature": "c2ln"}',
    "a serialisation with the key in it": '{"payload": "e30", "kty": "oct"}',
    "some words": "hello",
    "nothing": "",
    "broken JSON": '{"kty": "oct"',
    "a list of numbers": "[1, 2]",
}
KEYS = {
    "PEM": "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
    "PEM after blank lines": "\n\n-----BEGIN CERTIFICATE-----\nMIIB",
    "a JWK": '{"kty": "oct", "k": "c2VjcmV0"}',
    "a JWK Set": '{"keys": []}',
    "a bare list of JWKs": '[{"kty": "oct", "k": "c2VjcmV0"}]',
    "OpenSSH": "ssh-ed25519 AAAAC3Nza someone@example",
}


@pytest.mark.parametrize("text", TOKENS.values(), ids=TOKENS)
def test_a_token_is_a_token(text: str) -> None:
    """Whatever does not speak for a key is looked at as a token."""
    assert taken_for(text) is Dropped.TOKEN


@pytest.mark.parametrize("text", KEYS.values(), ids=KEYS)
def test_a_key_is_a_key(text: str) -> None:
    """Armour, a JWK's members and OpenSSH's first word speak for a key."""
    assert taken_for(text) is Dropped.KEY
