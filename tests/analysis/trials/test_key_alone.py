"""One key of a set is written down alone, with every member that it has."""

import json

import pytest

from jwtdesk.analysis.trials.key_alone import alone, named_members
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.thumbprint import base64url
from tests.analysis.diagnosis.making import SECRET, ec_key, public

OWN = {"kty": "oct", "k": base64url(SECRET), "kid": "1", "note": "mine"}
OTHER = {**OWN, "k": base64url(b"another secret")}
SETS = {
    "alone": OWN,
    "a set": {"keys": [OTHER, {**OWN, "kid": "2"}, 7, OWN]},
    "a list": [OTHER, OWN],
}
WITHOUT = {
    "no JSON": b"{",
    "deep": b"[" * 100_000,
    "no list": b'{"keys":1}',
    "another": json.dumps(OTHER).encode(),
    "unreadable": b'{"kty":"oct","kid":"1"}',
    "text": b"text",
}


def key_of(octets: bytes) -> Key:
    """Return the one key that is read from a key text."""
    keys = read_key(KeyInput(octets))
    assert isinstance(keys, Keys)
    return keys.members[0]


@pytest.mark.parametrize("name", SETS)
def test_a_member_keeps_all_that_it_has(name: str) -> None:
    """It is found by name and by what it is, among others of the same name."""
    given = KeyInput(json.dumps(SETS[name]).encode())
    assert json.loads(alone(key_of(json.dumps(OWN).encode()), given).octets) == OWN


@pytest.mark.parametrize("name", WITHOUT)
def test_a_key_that_is_not_in_the_text_is_written_anew(name: str) -> None:
    """A secret as one would enter it."""
    found = alone(key_of(json.dumps(OWN).encode()), KeyInput(WITHOUT[name]))
    assert (found.octets, found.format) == (SECRET, "secret")


def test_a_public_key_is_written_as_its_jwk() -> None:
    """With the name it has, if it has one."""
    key = key_of(public(ec_key()))
    members = json.loads(alone(key, KeyInput(public(ec_key()))).octets)
    assert members == named_members(key)
    named = key_of(json.dumps({**members, "kid": "mine"}).encode())
    assert named_members(named) == {**members, "kid": "mine"}
