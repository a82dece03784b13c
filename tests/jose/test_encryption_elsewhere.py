"""What is encrypted here opens in another library, and what it encrypts opens here."""

import json

import pytest
from jwcrypto import jwe, jwk

from jwtdesk.jose.encryption import ContentEncryption, KeyManagement
from jwtdesk.jose.export_jwk import jwk_members
from tests.jose.encryption_keys import CONTENTS, WAYS, key_text, keys_of, opened, sealed
from tests.made import part

# jwcrypto has no OAEP with the two longer hashes.
SHARED = [(way, curve) for way, curve in WAYS if way.name not in {"RSA-OAEP-384", "RSA-OAEP-512"}]
NAMES = [one.name for one, _ in SHARED] + [one.name for one in CONTENTS]
PLAIN = b'{"iss":"joe","n":1.50}'


def foreign_key(way: KeyManagement, content: ContentEncryption, curve: str) -> jwk.JWK:
    """Return the key of `way` as the other library takes it."""
    (key,) = keys_of(key_text(way, content, curve)).members
    return jwk.JWK(**jwk_members(key, private=True))


@pytest.mark.parametrize(("way", "curve"), SHARED, ids=lambda one: getattr(one, "name", one))
@pytest.mark.parametrize("content", CONTENTS, ids=lambda one: one.name)
@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "zip"])
def test_both_ways(
    way: KeyManagement, curve: str, content: ContentEncryption, zipped: bool
) -> None:
    """Every `alg` over every curve, every `enc`, with and without `zip`; compact and flattened."""
    key = foreign_key(way, content, curve)
    keys = keys_of(key_text(way, content, curve))
    header = {"alg": way.name, "enc": content.name, "apu": "QWxpY2U", "apv": "Qm9i"}
    header |= {"zip": "DEF"} if zipped else {}

    theirs = jwe.JWE(algs=NAMES)
    theirs.deserialize(sealed(header, PLAIN, keys), key=key)
    assert theirs.payload == PLAIN

    made = jwe.JWE(PLAIN, json.dumps(header), algs=NAMES)
    made.add_recipient(key)
    for token in (made.serialize(compact=True), made.serialize()):
        assert opened(token, keys).plaintext == PLAIN


def test_additional_data_is_authenticated_alike() -> None:
    """Both libraries cover `aad` and open for every recipient."""
    first, second = (jwk.JWK(kty="oct", k=part(name * 16), kid=name) for name in ("a", "b"))
    made = jwe.JWE(PLAIN, '{"enc":"A128GCM"}', aad="more", algs=NAMES)
    made.add_recipient(first, '{"alg":"A128KW","kid":"a"}')
    made.add_recipient(second, '{"alg":"A128GCMKW","kid":"b"}')
    keys = keys_of({"keys": [first.export(as_dict=True), second.export(as_dict=True)]})
    found = opened(made.serialize(), keys)
    assert [one.code.value for one in found.checks] == ["decrypted", "decrypted"]
    assert found.plaintext == PLAIN
