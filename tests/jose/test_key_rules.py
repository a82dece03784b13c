"""A key's own alg, use and key_ops against the token."""

from dataclasses import replace

import pytest

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.key_rules import forbidden
from jwtdesk.jose.material.oct import secret_key


def _key(**labels: object) -> Key:
    return replace(secret_key(b"x"), **labels)  # type: ignore[arg-type]  # labels of every type


@pytest.mark.parametrize(
    ("alg", "key", "codes"),
    [
        ("HS256", _key(), []),
        ("HS256", _key(alg="HS256", use="sig", key_ops=("verify",)), []),
        ("HS256", _key(key_ops=("sign", "verify", "encrypt")), []),
        ("HS256", _key(alg="HS512"), ["key-alg-mismatch"]),
        ("EdDSA", _key(alg="Ed25519"), []),
        ("Ed448", _key(alg="EdDSA"), []),
        ("Ed448", _key(alg="Ed25519"), ["key-alg-mismatch"]),
        ("HS256", _key(use="enc"), ["key-use-mismatch"]),
        ("HS256", _key(key_ops=("encrypt", "decrypt")), ["key-ops-mismatch"]),
        ("HS256", _key(key_ops=()), ["key-ops-mismatch"]),
        ("HS256", _key(key_ops=("sign",)), ["key-ops-mismatch"]),
        ("RS256", _key(type=KeyType.RSA, private=True, key_ops=("sign",)), []),
        ("RS256", _key(type=KeyType.RSA, private=False, key_ops=("sign",)), ["key-ops-mismatch"]),
        ("RS256", _key(type=KeyType.RSA, private=False, key_ops=("verify",)), []),
        (
            "HS256",
            _key(alg="A", use="b", key_ops=("c",)),
            ["key-alg-mismatch", "key-use-mismatch", "key-ops-mismatch"],
        ),
    ],
)
def test_forbidden(alg: str, key: Key, codes: list[str]) -> None:
    """What the key says about itself is held against the token, each member on its own."""
    assert [one.code for one in forbidden(alg, key)] == codes


def test_an_empty_list_allows_nothing() -> None:
    """It is told apart from a list of other uses."""
    assert "empty list" in forbidden("HS256", _key(key_ops=()))[0].message


PUBLIC = _key(type=KeyType.EC, private=False, signing=None)


@pytest.mark.parametrize(
    ("alg", "key", "codes"),
    [
        ("A128KW", _key(alg="A128KW", use="enc", key_ops=("unwrapKey",)), []),
        ("A128KW", _key(key_ops=("wrapKey", "encrypt")), ["key-ops-mismatch"]),
        ("A128KW", _key(key_ops=()), ["key-ops-mismatch"]),
        ("A128KW", _key(alg="A128GCMKW"), ["key-alg-mismatch"]),
        ("A128KW", _key(alg="A128GCM"), ["key-alg-mismatch"]),
        ("A128KW", _key(use="sig"), ["key-use-mismatch"]),
        ("dir", _key(alg="A128GCM", key_ops=("decrypt",)), []),
        ("dir", _key(alg="A256GCM"), ["key-alg-mismatch"]),
        ("dir", _key(key_ops=("unwrapKey",)), ["key-ops-mismatch"]),
        ("ECDH-ES", _key(type=KeyType.EC, key_ops=("deriveKey",)), []),
        ("ECDH-ES", _key(type=KeyType.EC, key_ops=("sign",)), ["key-ops-mismatch"]),
        ("RSA-OAEP", _key(type=KeyType.RSA, key_ops=("decrypt",)), []),
        ("RSA-OAEP", _key(type=KeyType.RSA, key_ops=("encrypt",)), ["key-ops-mismatch"]),
        ("RSA-OAEP", replace(PUBLIC, key_ops=("encrypt",)), []),
        ("RSA-OAEP", replace(PUBLIC, key_ops=("verify",)), ["key-ops-mismatch"]),
        ("PBES2-HS256+A128KW", _key(key_ops=("deriveBits",)), []),
    ],
)
def test_labels_of_keys_that_encrypt(alg: str, key: Key, codes: list[str]) -> None:
    """RFC 7517 sections 4.2 to 4.4; a key for `dir` may be labelled with its `enc`."""
    assert [one.code for one in forbidden(alg, key, "A128GCM")] == codes
