"""Every text that a public key is written in, by kind of key."""

import base64
import json

import pytest

from jwtdesk.analysis.trials.key_texts import key_texts, public_members
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from tests.analysis.diagnosis.making import SECRET, riddle, token
from tests.keys.locate import key_file

KINDS = {
    "rsa-2048": "RSA",
    "ec-p256": "EC",
    "ed25519": "OKP",
    "ml-dsa-44": "AKP",
}
MADE = token("HS256", SECRET)


def texts(given: bytes, key: Key) -> set[bytes]:
    """Return the texts of a key, which must each be there once and be named."""
    found = list(key_texts(riddle(MADE, given), key))
    assert all(what for _, what in found)
    assert len({text for text, _ in found}) == len(found)
    return {text for text, _ in found}


def key_of(octets: bytes) -> Key:
    """Return the one key that is read from a key text."""
    keys = read_key(KeyInput(octets))
    assert isinstance(keys, Keys)
    return keys.members[0]


@pytest.mark.parametrize("name", KINDS)
def test_a_public_key_is_written_as_pem_and_as_jwk(name: str) -> None:
    """The text as given, the base64 inside it, and the members, with its name if it has one."""
    pem = key_file(f"{name}-public-spki.pem")
    key = key_of(pem)
    members = public_members(key)
    assert members is not None
    assert members["kty"] == KINDS[name]
    named = json.dumps({**members, "kid": "mine"}).encode()
    for given, one in ((pem, members), (named, {**members, "kid": "mine"})):
        found = texts(given, key_of(given))
        inside = b"".join(pem.split(b"\n")[1:-2])
        assert {given, pem, inside, base64.b64decode(inside)} <= found
        assert json.dumps(one).encode() in found


def test_a_secret_has_no_public_text() -> None:
    """Only what was given is tried, as it is."""
    key = key_of(SECRET)
    assert public_members(key) is None
    assert texts(SECRET, key) == {SECRET}
