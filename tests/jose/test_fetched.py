"""What a server's answer is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.fetched import MOST_KEYS, Discovery, FetchedKeys, fetched
from jwtdesk.jose.problem import Problem

KEY = {"kty": "oct", "k": "AAAA"}


@pytest.mark.parametrize("value", [KEY, {"keys": [KEY]}, {"keys": []}, {"keys": [KEY] * MOST_KEYS}])
def test_keys_are_passed_on_as_they_came(value: object) -> None:
    """A key and a set are taken octet by octet."""
    octets = json.dumps(value).encode()
    assert fetched(octets) == FetchedKeys(octets)


def test_a_discovery_document_is_told_apart() -> None:
    """Its issuer is kept where it is a text."""
    both = {"issuer": "https://a.example", "jwks_uri": "https://a.example/jwks"}
    assert fetched(json.dumps(both).encode()) == Discovery(both["issuer"], both["jwks_uri"])
    odd = {"issuer": 5, "jwks_uri": "https://a.example/jwks"}
    assert fetched(json.dumps(odd).encode()) == Discovery("", both["jwks_uri"])


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "fetched-nothing"),
        (b"\n <html>", "fetched-page"),
        (b"{", "fetched-nothing"),
        (b"[]", "fetched-nothing"),
        (b"{}", "fetched-nothing"),
        (b"[" * 100_000, "jwk-too-deep"),
        (b" " * ((1 << 20) + 1), "fetched-too-much"),
        (json.dumps({"keys": [KEY] * (MOST_KEYS + 1)}).encode(), "fetched-too-many"),
    ],
    ids=range(8),
)
def test_what_is_neither_says_so(octets: bytes, code: str) -> None:
    """Each refusal has its own reason."""
    found = fetched(octets)
    assert isinstance(found, Problem)
    assert found.code == code


@given(st.binary(max_size=80))
def test_any_octets_are_answered(octets: bytes) -> None:
    """Nothing raises."""
    assert isinstance(fetched(octets), FetchedKeys | Discovery | Problem)
