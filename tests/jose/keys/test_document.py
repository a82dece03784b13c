"""JSON that is no key itself but has keys inside."""

import json

import pytest

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.key_weight import is_stubborn
from tests.keys.locate import PASSPHRASE, key_file, key_named

CERTIFICATE = key_file("rsa-2048-certificate.pem").decode()
PRIVATE = key_file("rsa-2048-private-pkcs8.pem").decode()
SECRET = {"kty": "oct", "k": "c2VjcmV0", "kid": "mine"}


def _read(value: object) -> Keys | Unreadable:
    return read_key(KeyInput(json.dumps(value).encode()))


def test_service_account_names_its_key() -> None:
    """A service account's private key is read, with the key id beside it as kid."""
    found = _read({"type": "service_account", "private_key_id": "k1", "private_key": PRIVATE})
    assert isinstance(found, Keys)
    assert not found.is_set
    assert found.members[0].kid == "k1"
    assert found.members[0].identity == key_named("rsa-2048-private-pkcs8.pem").identity
    assert [one.code for one in found.problems] == ["document-key"]


def test_map_of_certificates_names_each() -> None:
    """In a map of PEM texts, each name is the kid of its key."""
    found = _read({"a": CERTIFICATE, "b": key_file("ec-p256-public-spki.pem").decode()})
    assert isinstance(found, Keys)
    assert [(key.kid, key.type.value) for key in found.members] == [("a", "RSA"), ("b", "EC")]
    assert found.is_set


@pytest.mark.parametrize(
    "value",
    [
        {"cnf": {"jwk": SECRET}},
        {"a": [1, {"b": SECRET}]},
        {"jwks": {"keys": [SECRET, {"kty": "PQC"}]}},
    ],
)
def test_key_deep_inside_is_found(value: object) -> None:
    """A JWK anywhere inside is found with its labels."""
    found = _read(value)
    assert isinstance(found, Keys)
    assert [key.kid for key in found.members] == ["mine"]


@pytest.mark.parametrize(
    ("value", "code", "word"),
    [
        ({"jwks_uri": "https://example.com/keys"}, "key-discovery-document", "example.com/keys"),
        ({"a": 1}, "document-no-key", "Shared secret"),
        ([1], "document-no-key", "kty"),
        ({"a": {"kty": "PQC"}}, "jwk-unknown-type", "PQC"),
        ({"a": CERTIFICATE.replace("M", "!")}, "pem-foreign-character", "'!'"),
        ({"a": [0] * 20_001}, "document-no-key", "kty"),
    ],
)
def test_document_without_a_key(value: object, code: str, word: str) -> None:
    """JSON that yields no key says what it is, and what to do."""
    found = _read(value)
    assert isinstance(found, Unreadable)
    assert found.problem.code == code
    assert word in found.problem.message


def test_no_json() -> None:
    """Text that is no JSON is refused with its place."""
    found = read_key(KeyInput(b"{", format="document"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == "jwk-not-json"


def test_only_so_many_encrypted_keys_are_opened() -> None:
    """JSON full of encrypted keys cannot make reading it slow; it is tried in a child process."""
    names = (
        "rsa-2048-private-encrypted-pkcs8.pem",
        "ec-p384-private-encrypted-scrypt.pem",
        "ec-p521-private-encrypted-pbes1.pem",
    )
    octets = json.dumps({"keys of mine": [key_file(name).decode() for name in names]}).encode()
    given = KeyInput(octets, passphrase=PASSPHRASE)
    found = read_key(given)
    assert isinstance(found, Keys)
    assert [key.type.value for key in found.members] == ["RSA", "EC"]
    assert is_stubborn(given)


def test_a_bare_body_inside_json_is_a_key() -> None:
    """A realm's document holds its key as base64 without BEGIN and END lines."""
    body = "".join(key_file("rsa-2048-public-spki.pem").decode().strip().split("\n")[1:-1])
    found = read_key(KeyInput(json.dumps({"realm": "r", "public_key": body}).encode()))
    assert isinstance(found, Keys)
    assert found.members[0].size == 2048
