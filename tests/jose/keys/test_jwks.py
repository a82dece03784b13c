"""JWK Sets: every usable key, and a word about each of the others."""

import json

import pytest

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from tests.jose.jwk_of import jwk_of

SECRET = {"kty": "oct", "k": "c2VjcmV0", "kid": "one"}


def _read(value: object) -> Keys | Unreadable:
    return read_key(KeyInput(json.dumps(value).encode(), format="jwks"))


@pytest.mark.parametrize("value", [{"keys": [SECRET]}, [SECRET]])
def test_set_of_one_is_a_set(value: object) -> None:
    """A set is a set even with one key; a bare array of keys counts as one."""
    found = _read(value)
    assert isinstance(found, Keys)
    assert found.is_set
    assert found.members[0].kid == "one"
    assert found.form == found.members[0].form == "JWK Set"


def test_unusable_members_are_told_by_number() -> None:
    """A key of the set that cannot be used does not hide the others."""
    found = _read({"keys": [{"kty": "PQC"}, SECRET, 7]})
    assert isinstance(found, Keys)
    assert len(found.members) == 1
    assert [one.code for one in found.problems] == ["jwk-unknown-type", "jwk-no-object"]
    assert found.problems[0].message.startswith("Key 1 of the set")
    assert found.problems[1].message.startswith("Key 3 of the set")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"keys": []}, "jwks-empty"),
        ({"keys": {}}, "jwks-no-keys"),
        ({"kty": "oct"}, "jwks-no-keys"),
        ({"keys": [{"kty": "PQC"}]}, "jwk-unknown-type"),
        ({"keys": [{"kty": "PQC"}, {}]}, "jwks-unusable"),
    ],
)
def test_set_without_a_usable_key(value: object, code: str) -> None:
    """A set that yields no key says why."""
    found = _read(value)
    assert isinstance(found, Unreadable)
    assert found.problem.code == code


@pytest.mark.parametrize(
    ("one", "count", "read"),
    [(SECRET, 501, 500), (SECRET, 500, 500), (jwk_of("ed25519"), 101, 100)],
)
def test_enormous_set_is_read_in_part(one: dict[str, object], count: int, read: int) -> None:
    """So many keys are read as take no noticeable time, and the cut is told."""
    found = _read({"keys": [one] * count})
    assert isinstance(found, Keys)
    assert len(found.members) == read
    assert [one.code for one in found.problems] == (["jwks-too-many"] if read < count else [])


def test_broken_set_says_where() -> None:
    """Text that is no JSON is refused with its place."""
    found = read_key(KeyInput(b'{"keys": [', format="jwks"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == "jwk-not-json"
