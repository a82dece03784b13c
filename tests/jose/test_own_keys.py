"""The keys in a token's own header."""

import json

import pytest

from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.key import Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.own_keys import own_keys
from tests.keys.locate import key_file, key_named


def test_a_jwk_and_a_certificate_can_be_read() -> None:
    """What is offered reads as the key that the header means."""
    from jwtdesk.jose.export_jwk import jwk_members

    key = key_named("rsa-2048-certificate.pem")
    lines = key_file("rsa-2048-certificate.pem").decode().strip().split("\n")
    header: dict[str, Value] = json.loads(
        json.dumps({"jwk": jwk_members(key, private=False), "x5c": ["".join(lines[1:-1]), "x"]})
    )
    found = own_keys(header)
    assert [one.member for one in found] == ["jwk", "x5c"]
    for one in found:
        read = read_key(one.given)
        assert isinstance(read, Keys)
        assert read.members[0].thumbprint == key.thumbprint


@pytest.mark.parametrize(
    "header",
    [{}, {"jwk": "text", "x5c": "text"}, {"jwk": {}, "x5c": []}, {"x5c": [5]}, {"x5c": [""]}],
)
def test_what_is_no_key_is_not_offered(header: dict[str, Value]) -> None:
    """Members of another shape are passed over."""
    assert own_keys(header) == ()
