"""Keys in JSON that a passphrase closes: a JWE with a JWK or a JWK Set inside (RFC 7517 7)."""

import json
from functools import cache

import pytest

from jwtdesk.jose.encrypt import Encryption, encrypt
from jwtdesk.jose.export_jwk import jwk_members
from jwtdesk.jose.json_form import to_flattened, to_general
from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import detect, read_key
from jwtdesk.jose.key_weight import is_stubborn
from jwtdesk.jose.read_token import read_token
from tests.keys.locate import key_named
from tests.made import part
from tests.model.desk import CLASSIC

PASSPHRASE = b"correct horse"
HEADER = {"alg": "PBES2-HS256+A128KW", "enc": "A128CBC-HS256", "p2c": 1000}
DIRECT = part('{"alg":"dir","enc":"A128GCM"}')
KEY = json.dumps(jwk_members(key_named("ec-p256-private-pkcs8.pem"), private=True))


@cache
def closed(content: str = KEY, **members: object) -> bytes:
    """Return `content` encrypted with the passphrase, `cty` saying that a key is inside."""
    header = {**HEADER, "cty": "jwk+json", **members}
    secret = read_key(KeyInput(PASSPHRASE, format="secret"))
    assert isinstance(secret, Keys)
    made = encrypt(json.dumps(header), content.encode(), secret)
    assert isinstance(made, Encryption)
    return made.text.encode()


def fault(octets: bytes, passphrase: bytes | None = PASSPHRASE, name: str = "auto") -> str:
    """Return the code of what is wrong with it."""
    found = read_key(KeyInput(octets, format=name, passphrase=passphrase))
    assert isinstance(found, Unreadable)
    return found.problem.code


def test_its_passphrase_opens_it() -> None:
    """The key inside is the key."""
    found = read_key(KeyInput(closed(), passphrase=PASSPHRASE))
    assert isinstance(found, Keys)
    assert found.form == "encrypted JWK"
    assert found.members[0].form == "encrypted JWK"
    assert found.members[0].identity == key_named("ec-p256-private-pkcs8.pem").identity


def test_a_set_inside_is_a_set() -> None:
    """RFC 7517 section 7 names both."""
    whole = closed(json.dumps({"keys": [json.loads(KEY)]}), cty="application/JWK-Set+json")
    found = read_key(KeyInput(whole, passphrase=PASSPHRASE))
    assert isinstance(found, Keys)
    assert found.is_set
    assert found.form == "encrypted JWK Set"


@pytest.mark.parametrize("form", [to_flattened, to_general])
def test_it_may_be_written_in_json(form: object) -> None:
    """Both serialisations of a JWE."""
    assert callable(form)
    text = form(read_token(closed().decode())).encode()
    assert detect(text).name == "encrypted-jwk"
    assert isinstance(read_key(KeyInput(text, passphrase=PASSPHRASE)), Keys)


def test_the_passphrase_is_asked_for() -> None:
    """The codes are those of every closed key, so that the field for it appears."""
    assert fault(closed(), None) == "key-encrypted"
    assert fault(closed(), b"") == "key-encrypted"
    assert fault(closed(), b"wrong") == "key-passphrase-wrong"


def test_a_token_that_does_not_say_so_is_a_key_only_when_asked() -> None:
    """Any text may be a secret, a token too; choosing the format settles it."""
    token = closed(cty="JWT")
    assert detect(token).name == "secret"
    found = read_key(KeyInput(token, format="encrypted-jwk", passphrase=PASSPHRASE))
    assert isinstance(found, Keys)


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (closed("[1]"), "jwk-not-inside"),
        (closed("words"), "jwk-not-inside"),
        (closed('{"kty":"oct"}'), "jwk-member-missing"),
        (f"{part(json.dumps({**HEADER, 'p2c': 600_001}))}.A.A.A.A".encode(), "key-too-costly"),
        (f"{part(json.dumps({**HEADER, 'p2c': 'x'}))}.A.A.A.A".encode(), "p2c-not-count"),
        (f"{DIRECT}..A.A.A".encode(), "jwk-other-encryption"),
        (f"{part(json.dumps({**HEADER, 'alg': 'PBES2-X'}))}.A.A.A.A".encode(), "jwk-never-opens"),
        (closed(json.dumps({"a": [1] * 400_000}), zip="DEF"), "jwk-not-inside"),
        (b"hello", "jwk-not-encrypted"),
        (b"\xff\xfe\xff", "jwk-not-encrypted"),
        (b'{"a":"ciphertext"}', "jwk-not-encrypted"),
        (b'{"kty":"oct","k":"AA","x":{"ciphertext":1}}', "jwk-not-encrypted"),
        (CLASSIC.encode(), "jwk-not-encrypted"),
    ],
)
def test_what_cannot_be_opened_says_why(octets: bytes, code: str) -> None:
    """Each with the reason that is true."""
    assert fault(octets, name="encrypted-jwk") == code


def test_a_long_json_text_is_no_closed_key() -> None:
    """It is looked at with every key that is typed; none is as long as that, unless one says so."""
    text = to_flattened(read_token(closed().decode()))
    assert isinstance(text, str)
    long = f"{text[:-1]}{' ' * 70_000}}}".encode()
    assert detect(long).name == "document"
    assert isinstance(read_key(KeyInput(long, "encrypted-jwk", passphrase=PASSPHRASE)), Keys)


def test_it_is_tried_where_it_can_be_ended() -> None:
    """Stretching a passphrase takes its time, and the key inside may be an RSA key."""
    assert is_stubborn(KeyInput(closed()))
    assert is_stubborn(KeyInput(closed(cty="JWT"), format="encrypted-jwk"))
    assert not is_stubborn(KeyInput(closed(cty="JWT")))
