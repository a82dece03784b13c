"""One key for every way to encrypt, and tokens made with it; the slow ones come from files."""

import json
from collections.abc import Mapping
from functools import cache

from jwtdesk.jose.base64url import encode
from jwtdesk.jose.decrypt import decrypt
from jwtdesk.jose.decryption import Decryption
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.encryption import (
    ContentEncryption,
    KeyManagement,
    content_encryptions,
    key_managements,
)
from jwtdesk.jose.generate_encryption import generate_encryption_key
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Token
from tests.keys.locate import key_file

WAYS = [(one, curve) for one in key_managements() for curve in (one.curves or ("",))]
"""Every way to a content key, with every curve that it has."""

CONTENTS = content_encryptions()


@cache
def key_text(management: KeyManagement, content: ContentEncryption, curve: str = "") -> bytes:
    """Return a private key for `management`; a test RSA key, since making one takes a second."""
    if management.name.startswith("RSA"):
        return key_file("rsa-2048-private-pkcs8.pem")
    made = generate_encryption_key(management, content, curve=curve)
    assert isinstance(made, bytes), made
    return made


def keys_of(text: bytes | Mapping[str, object]) -> Keys:
    """Return the keys that a text or a JSON value holds."""
    octets = text if isinstance(text, bytes) else json.dumps(text).encode()
    found = read_key(KeyInput(octets))
    assert isinstance(found, Keys), found
    return found


def secret(octets: bytes, **members: object) -> dict[str, object]:
    """Return a shared secret as a JWK."""
    return {"kty": "oct", "k": encode(octets), **members}


def sealed(header: Mapping[str, object] | str, plaintext: bytes, keys: Keys) -> str:
    """Return `plaintext` encrypted as a compact token."""
    text = header if isinstance(header, str) else json.dumps(header)
    made = encrypt(text, plaintext, keys)
    assert isinstance(made, Encryption), made
    return made.text


def opened(token: str | Token, keys: Keys | None) -> Decryption:
    """Return what comes of decrypting `token`."""
    return decrypt(read_token(token) if isinstance(token, str) else token, keys)


def codes(found: Decryption) -> list[str]:
    """Return the code of the answer for each recipient."""
    return [one.code.value for one in found.checks]
