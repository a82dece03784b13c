"""What is encrypted here is what was given, under the header that was given."""

import json
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.base64url import decode
from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.encryption import ContentEncryption, KeyManagement
from jwtdesk.jose.problem import Problem
from tests.jose.encryption_keys import CONTENTS, WAYS, codes, key_text, keys_of, opened, secret
from tests.keys.locate import key_file

WRAPPING = keys_of(secret(b"k" * 16))
DIRECT = keys_of(secret(b"k" * 16))


@pytest.mark.parametrize(("way", "curve"), WAYS, ids=lambda one: getattr(one, "name", one))
@pytest.mark.parametrize("content", CONTENTS, ids=lambda one: one.name)
@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "zip"])
def test_every_way_comes_back(
    way: KeyManagement, curve: str, content: ContentEncryption, zipped: bool
) -> None:
    """Every `alg` over every curve, with every `enc`, compressed or not (RFC 7518)."""
    keys = keys_of(key_text(way, content, curve))
    header = {"alg": way.name, "enc": content.name} | ({"zip": "DEF"} if zipped else {})
    made = encrypt(json.dumps(header), b"plain text", keys)
    assert isinstance(made, Encryption), made

    found = opened(made.text, keys)
    assert (codes(found), found.plaintext) == (["decrypted"], b"plain text")
    assert found.zipped is zipped


@given(st.binary(max_size=2000), st.sampled_from(CONTENTS), st.booleans())
def test_any_octets_come_back(plaintext: bytes, content: ContentEncryption, zipped: bool) -> None:
    """decrypt(encrypt(x)) is x, whatever x is, the empty text included."""
    keys = keys_of(secret(bytes(content.key_octets)))
    header = {"alg": "dir", "enc": content.name} | ({"zip": "DEF"} if zipped else {})
    made = encrypt(json.dumps(header), plaintext, keys)
    assert isinstance(made, Encryption)
    assert opened(made.text, keys).plaintext == plaintext


@given(st.text(max_size=30), st.sampled_from([" ", "\n", "\t ", ""]))
def test_the_header_is_kept_as_it_is_written(text: str, space: str) -> None:
    """Order, white space, escapes and numbers survive when nothing has to be computed."""
    member = json.dumps(text.encode("utf-8", "replace").decode())
    header = (
        f'{{{space}"x":{member},{space}"enc" : "A128GCM",{space}"n":1.50E+2,"alg":"dir"{space}}}'
    )
    made = encrypt(header, b"", DIRECT)
    assert isinstance(made, Encryption)
    assert made.header == header
    assert decode(made.text.split(".")[0]).octets == header.encode()


@pytest.mark.parametrize(
    ("alg", "added"),
    [
        ("A128KW", set()),
        ("dir", set()),
        ("A128GCMKW", {"iv", "tag"}),
        ("ECDH-ES", {"epk"}),
        ("ECDH-ES+A128KW", {"epk"}),
        ("PBES2-HS256+A128KW", {"p2s", "p2c"}),
    ],
)
def test_only_what_must_be_computed_is_set(alg: str, added: set[str]) -> None:
    """The ephemeral key, the vector and tag of the key, and what a password needs."""
    way = next(one for one in WAYS if one[0].name == alg)
    keys = keys_of(key_text(way[0], CONTENTS[0], way[1]))
    made = encrypt(f'{{"alg":"{alg}","enc":"A128GCM"}}', b"", keys)
    assert isinstance(made, Encryption)
    assert set(json.loads(made.header)) == {"alg", "enc"} | added


def test_computed_members_are_replaced_where_they_stand() -> None:
    """An edited token keeps the order of its header."""
    header = '{ "iv":"old", "alg":"A128GCMKW", "tag":"old",  "enc":"A128GCM" }'
    made = encrypt(header, b"x", WRAPPING)
    assert isinstance(made, Encryption)
    assert list(json.loads(made.header)) == ["iv", "alg", "tag", "enc"]
    assert made.header.endswith(',  "enc":"A128GCM" }')
    assert opened(made.text, WRAPPING).plaintext == b"x"


def test_salt_and_count_of_a_password_are_kept() -> None:
    """They are given: only what is absent is made up."""
    header = '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAAAAAAAAA","p2c":1000}'
    made = encrypt(header, b"x", keys_of(b"a password"))
    assert isinstance(made, Encryption)
    assert made.header == header
    assert opened(made.text, keys_of(b"a password")).plaintext == b"x"


def test_two_tokens_never_share_their_randomness() -> None:
    """A new content key and a new vector each time."""
    texts = [encrypt('{"alg":"A128KW","enc":"A128GCM"}', b"x", WRAPPING) for _ in range(2)]
    first, second = (one.text.split(".") for one in texts if isinstance(one, Encryption))
    assert first[0] == second[0]
    assert not {*first[1:]} & {*second[1:]}


@pytest.mark.parametrize(
    ("name", "alg"),
    [
        ("rsa-2048-public-spki.pem", "RSA-OAEP"),
        ("ec-p256-public-spki.pem", "ECDH-ES+A256KW"),
        ("x25519-public-spki.pem", "ECDH-ES"),
    ],
)
def test_a_public_key_encrypts_and_does_not_decrypt(name: str, alg: str) -> None:
    """What was encrypted for someone else cannot be read here."""
    public = keys_of(key_file(name))
    made = encrypt(f'{{"alg":"{alg}","enc":"A128GCM"}}', b"x", public)
    assert isinstance(made, Encryption)
    assert codes(opened(made.text, public)) == ["key-unusable"]
    assert "public key" in opened(made.text, public).checks[0].text
    private = keys_of(key_file(name.replace("public-spki", "private-pkcs8")))
    assert opened(made.text, private).plaintext == b"x"


@pytest.mark.parametrize(
    ("keys", "by"),
    [
        ({"keys": [secret(b"x" * 8), secret(b"k" * 16)]}, "key 2 of the set"),
        ({"keys": [secret(b"x" * 16, kid="a"), secret(b"k" * 16, kid="b")]}, "b"),
        (secret(b"k" * 16), "JWK"),
    ],
)
def test_the_key_is_chosen_and_named(keys: dict[str, object], by: str) -> None:
    """`kid` names it, else the first that fits is taken."""
    made = encrypt('{"alg":"A128KW","enc":"A128GCM","kid":"b"}', b"x", keys_of(keys))
    assert isinstance(made, Encryption)
    assert made.by == by


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "header-not-json"),
        ("[]", "header-not-object"),
        ("{}", "alg-missing"),
        ('{"alg":1}', "alg-not-text"),
        ('{"alg":"dir"}', "enc-missing"),
        ('{"alg":"dir","enc":[]}', "enc-not-text"),
        ('{"alg":"DIR","enc":"A128GCM"}', "unsupported-algorithm"),
        ('{"alg":"dir","enc":"none"}', "unsupported-algorithm"),
        ('{"alg":"dir","enc":"A128GCM","zip":"GZ"}', "zip-unknown"),
        ('{"alg":"dir","enc":"A128GCM","zip":1}', "zip-not-text"),
        ('{"alg":"dir","enc":"A256GCM"}', "key-size"),
        ('{"alg":"RSA-OAEP","enc":"A256GCM"}', "key-type"),
        ('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000001}', "p2c-too-large"),
        ('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"?"}', "member-not-base64url"),
    ],
)
def test_what_cannot_be_encrypted_says_why(header: str, code: str) -> None:
    """An answer, never an exception."""
    found = encrypt(header, b"x", DIRECT)
    assert isinstance(found, Problem)
    assert found.code == code
    assert found.message.endswith(".")


def test_a_lone_surrogate_in_the_header_is_no_exception() -> None:
    """Whatever was typed is answered."""
    found = encrypt('{"alg":"dir","enc":"A128GCM","x":"\ud800"}', b"x", DIRECT)
    assert isinstance(found, Encryption)


def test_a_key_that_cannot_compute_is_answered() -> None:
    """Whatever a library refuses, in its own way, is one sentence of ours."""
    keys = keys_of(key_file("rsa-2048-public-spki.pem"))
    broken = replace(keys, members=(replace(keys.members[0], public=object()),))
    found = encrypt('{"alg":"RSA-OAEP","enc":"A128GCM"}', b"x", broken)
    assert isinstance(found, Problem)
    assert found.message == "This key cannot encrypt with RSA-OAEP."


def test_a_point_that_agrees_with_every_key_is_refused() -> None:
    """RFC 7748 section 6.1: an agreed secret of zeros is no secret."""
    keys = keys_of(key_file("x25519-public-spki.pem"))
    zero = X25519PublicKey.from_public_bytes(bytes(32))
    weak = replace(keys, members=(replace(keys.members[0], public=zero),))
    found = encrypt('{"alg":"ECDH-ES","enc":"A128GCM"}', b"x", weak)
    assert isinstance(found, Problem)
    assert found.code == "epk-invalid"
