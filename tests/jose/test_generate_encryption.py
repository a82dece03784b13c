"""A new key fits the way it was made for."""

import pytest

from jwtdesk.jose.encryption import KeyManagement
from jwtdesk.jose.encryption_fit import key_misfit
from jwtdesk.jose.generate_encryption import encryption_key_sizes, generate_encryption_key
from jwtdesk.jose.problem import Problem
from tests.jose.encryption_keys import CONTENTS, WAYS, keys_of

QUICK = [(way, curve) for way, curve in WAYS if not way.name.startswith("RSA")]


@pytest.mark.parametrize(("way", "curve"), QUICK, ids=lambda one: getattr(one, "name", one))
def test_it_encrypts_and_decrypts(way: KeyManagement, curve: str) -> None:
    """With every content encryption, on every curve."""
    for content in CONTENTS:
        made = generate_encryption_key(way, content, curve=curve)
        assert isinstance(made, bytes)
        (key,) = keys_of(made).members
        assert key_misfit(way, content, key, encrypting=False) is None
        assert key.curve == (curve or None)


def test_an_rsa_key_is_made() -> None:
    """Of the smallest size that is allowed."""
    way = next(one for one, _ in WAYS if one.name == "RSA-OAEP")
    made = generate_encryption_key(way, CONTENTS[0])
    assert isinstance(made, bytes)
    assert keys_of(made).members[0].size == 2048


def test_no_two_are_alike() -> None:
    """They are drawn at random."""
    for way, curve in QUICK:
        made = {generate_encryption_key(way, CONTENTS[0], curve=curve) for _ in range(2)}
        assert len(made) == 2


@pytest.mark.parametrize(
    ("name", "bits", "curve", "code"),
    [
        ("A128KW", 256, "", "key-size"),
        ("dir", 1, "", "key-size"),
        ("RSA-OAEP", 1024, "", "key-size"),
        ("ECDH-ES", 0, "secp256k1", "key-curve"),
    ],
)
def test_what_does_not_fit_is_not_made(name: str, bits: int, curve: str, code: str) -> None:
    """Sizes and curves are those of the way."""
    way = next(one for one, _ in WAYS if one.name == name)
    found = generate_encryption_key(way, CONTENTS[0], bits, curve)
    assert isinstance(found, Problem)
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "enc", "sizes"),
    [
        ("A192KW", "A128GCM", (192,)),
        ("dir", "A256CBC-HS512", (512,)),
        ("PBES2-HS256+A128KW", "A128GCM", (192,)),
        ("ECDH-ES", "A128GCM", (0,)),
        ("RSA1_5", "A128GCM", (2048, 3072, 4096, 8192)),
    ],
)
def test_the_sizes_are_known_beforehand(name: str, enc: str, sizes: tuple[int, ...]) -> None:
    """So that a picker can offer them."""
    way = next(one for one, _ in WAYS if one.name == name)
    content = next(one for one in CONTENTS if one.name == enc)
    assert encryption_key_sizes(way, content) == sizes
