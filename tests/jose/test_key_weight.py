"""Which key texts are tried in a child process first."""

import base64
import json

import pytest

from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_weight import is_stubborn
from tests.jose.jwk_of import jwk_of
from tests.keys.locate import key_file

RSA = json.dumps(jwk_of("rsa-2048"))


@pytest.mark.parametrize(
    ("octets", "stubborn"),
    [
        (key_file("rsa-2048-private-pkcs8.pem"), True),
        (key_file("rsa-2048-private-pkcs1.pem"), True),
        (key_file("rsa-2048-private-pkcs8.der"), True),
        (key_file("rsa-2048-private-openssh.pem"), True),
        (key_file("rsa-2048-private-encrypted-pkcs8.pem"), True),
        (key_file("rsa-2048-private-encrypted-legacy.pem"), True),
        (key_file("ec-p384-private-encrypted-scrypt.pem"), True),
        (key_file("rsa-2048.p12"), True),
        (key_file("rsa-2048-private-pkcs8.pem").replace(b"\n", b"\\n"), True),
        (key_file("rsa-2048-private-pkcs8.pem").decode().encode("utf-16"), True),
        (base64.b64encode(key_file("rsa-2048-private-pkcs8.der")), True),
        (RSA.encode(), True),
        (json.dumps({"keys": [jwk_of("rsa-2048")]}).encode(), True),
        (json.dumps(RSA).encode(), True),
        (
            json.dumps({"private_key": key_file("rsa-2048-private-pkcs8.pem").decode()}).encode(),
            True,
        ),
        (b'{"private_key":"\\u002d----BEGIN ENCRYPTED PRIVATE KEY\\u002d----"}', True),
        (key_file("rsa-2048-public-spki.pem"), False),
        (key_file("rsa-2048-certificate.der"), False),
        (key_file("ec-p256-private-pkcs8.pem"), False),
        (key_file("ed25519-public-openssh.txt"), False),
        (base64.b64encode(key_file("rsa-2048-certificate.der")), False),
        (json.dumps(jwk_of("rsa-2048", private=False)).encode(), False),
        (json.dumps(jwk_of("ec-p256")).encode(), False),
        (b"SECRET_KEY", False),
        (b"", False),
        (b"\xff\xfa", False),
        (RSA.encode() + b" " * (1 << 20), False),
    ],
)
def test_stubborn_keys_are_told_from_the_octets(octets: bytes, stubborn: bool) -> None:
    """An RSA private key or an encrypted one is stubborn in every wrapping; others are not."""
    assert is_stubborn(KeyInput(octets)) == stubborn


def test_secret_is_never_stubborn() -> None:
    """Octets that the user calls a secret are not looked into."""
    assert not is_stubborn(KeyInput(RSA.encode(), format="secret"))
