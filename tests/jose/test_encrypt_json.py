"""An encrypted token in JSON form is encrypted anew without being rewritten."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.encrypt import Encryption
from jwtdesk.jose.encrypt_json import encrypt_json
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from tests.jose.encryption_keys import codes, keys_of, opened, secret
from tests.keys.locate import key_file
from tests.made import part

ENC = '{"enc":"A128GCM"}'
FIRST, SECOND = secret(b"k" * 16, kid="1"), secret(b"s" * 16, kid="2")
ONE = keys_of(FIRST)
BOTH = keys_of({"keys": [FIRST, SECOND]})
SEALED = {"iv": "A" * 16, "ciphertext": "AAAA", "tag": "A" * 22}
KW = {"header": {"alg": "A128KW", "kid": "1"}, "encrypted_key": "AAAA"}
KW2 = {"header": {"alg": "A128GCMKW", "kid": "2"}}


def made(value: object, header: str = ENC, keys: Any = ONE, text: bytes = b"new") -> Encryption:
    """Return the token `value` encrypted anew; it must be possible."""
    found = encrypt_json(read_token(json.dumps(value)), header, text, keys)
    assert isinstance(found, Encryption), found
    return found


def test_the_flattened_form_keeps_everything_else() -> None:
    """Layout, order, foreign members, `unprotected` and `aad` stay; the parts are new."""
    text = (
        '{ "aad":"QUFE",\n "x": 1.50E+2, "unprotected":{"jku" :"u"},'
        ' "header":{"alg":"A128KW"}, "tag":"'
        + "A" * 22
        + '", "ciphertext":"AA", "iv":"'
        + "A" * 16
        + '", "encrypted_key":"AA", "protected":"'
        + part(ENC)
        + '" }'
    )
    found = encrypt_json(read_token(text), ENC, b"new", ONE)
    assert isinstance(found, Encryption)
    assert found.text.startswith('{ "aad":"QUFE",\n "x": 1.50E+2, "unprotected":{"jku" :"u"}, ')
    assert list(json.loads(found.text)) == list(json.loads(text))
    assert (found.header, found.by, found.notes) == (ENC, "1", ())
    assert opened(found.text, ONE).plaintext == b"new"
    assert opened(found.text.replace("QUFE", "QUFF"), ONE).plaintext is None


def test_every_recipient_opens_the_same_content() -> None:
    """One content, one key for each, computed members in each one's own header."""
    found = made({"protected": part(ENC), "recipients": [KW, KW2], **SEALED}, keys=BOTH)
    assert found.by == "1, 2"
    answer = opened(found.text, BOTH)
    assert (codes(answer), answer.plaintext) == (["decrypted"] * 2, b"new")
    own = json.loads(found.text)["recipients"]
    assert set(own[0]["header"]) == {"alg", "kid"}
    assert set(own[1]["header"]) == {"alg", "kid", "iv", "tag"}


def test_who_has_no_key_is_left_out_and_named() -> None:
    """The content key is new, so that an old encrypted key would open nothing."""
    value = {"protected": part(ENC), "recipients": [KW2, KW, 7], **SEALED}
    found = made(value, keys=keys_of({"keys": [secret(b"k" * 16, kid="1"), secret(b"x")]}))
    assert len(json.loads(found.text)["recipients"]) == 1
    assert [one.message.split(":")[0] for one in found.notes] == [
        "Recipient 1 is left out",
        "Recipient 3 is left out",
    ]


@pytest.mark.parametrize(
    ("header", "value", "places"),
    [
        ('{"alg":"A128GCMKW","enc":"A128GCM"}', {}, ["protected", "protected"]),
        (ENC, {"header": {"alg": "A128GCMKW"}}, ["header", "header"]),
        (ENC, {"unprotected": {"alg": "A128GCMKW"}}, ["header", "header"]),
        (
            '{"enc":"A128GCM","tag":"AA"}',
            {"unprotected": {"alg": "A128GCMKW", "iv": "AA"}},
            ["unprotected", "protected"],
        ),
    ],
)
def test_computed_members_go_where_they_belong(
    header: str, value: dict[str, object], places: list[str]
) -> None:
    """Where they stand already, else beside `alg` when that is this recipient's alone."""
    found = made({"protected": part(header), **value, **SEALED}, header)
    token = json.loads(found.text)
    held = {"protected": json.loads(found.header), **token, "x": {}}
    held["protected"] = json.loads(found.header)
    named = ("protected", "unprotected", "header")
    assert [
        next(one for one in named if name in held.get(one, {})) for name in ("iv", "tag")
    ] == places
    assert opened(found.text, ONE).plaintext == b"new"


def test_a_shared_key_has_no_encrypted_key() -> None:
    """With `dir` the member must go (RFC 7516 section 7.2.1)."""
    value = {"protected": part(ENC), "header": {"alg": "dir"}, "encrypted_key": "AA", **SEALED}
    assert "encrypted_key" not in json.loads(made(value).text)


def test_without_a_protected_header_there_is_none() -> None:
    """All of it may be unprotected."""
    head = {"alg": "dir", "enc": "A128GCM"}
    found = made({"protected": part("{}"), "unprotected": head, **SEALED}, header="")
    assert "protected" not in json.loads(found.text)
    assert opened(found.text, ONE).plaintext == b"new"
    assert opened(made({"unprotected": head, **SEALED}, header="").text, ONE).succeeded


@pytest.mark.parametrize(
    ("value", "header", "keys", "code"),
    [
        ("{", ENC, ONE, "json-broken"),
        ({"header": {"alg": "dir"}, **SEALED}, "[]", ONE, "header-not-object"),
        ({"header": {"alg": "RSA-OAEP"}, **SEALED}, ENC, ONE, "key-type"),
        ({"header": {}, **SEALED}, ENC, ONE, "alg-missing"),
        ({"recipients": [], **SEALED}, ENC, ONE, "no-key"),
        ({"recipients": {}, **SEALED}, ENC, ONE, "no-key"),
        ({"recipients": [{}, {}], **SEALED}, ENC, ONE, "no-key"),
        (
            {"recipients": [{"header": {"alg": "dir", "kid": "1"}}, KW], **SEALED},
            ENC,
            ONE,
            "direct-among-several",
        ),
        (
            {
                "recipients": [
                    {"header": {"alg": "A128KW", "enc": "A128GCM"}},
                    {"header": {"alg": "A128KW", "enc": "A256GCM"}},
                ],
                **SEALED,
            },
            "",
            ONE,
            "enc-mixed",
        ),
        (
            {"header": {"alg": "PBES2-HS256+A128KW", "p2c": 10**9}, **SEALED},
            ENC,
            ONE,
            "p2c-too-large",
        ),
    ],
)
def test_what_cannot_be_encrypted_says_why(
    value: object, header: str, keys: Any, code: str
) -> None:
    """An answer, never an exception."""
    text = value if isinstance(value, str) else json.dumps(value)
    found = encrypt_json(read_token(text), header, b"x", keys)
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_recipient_is_known_by_the_key_that_opens_it() -> None:
    """Without names, a key is not taken for a stranger's."""
    entry = {"header": {"alg": "A128KW"}}
    both = made(
        {"protected": part(ENC), "recipients": [KW, KW2], **SEALED},
        keys=BOTH,
    )
    value = json.loads(both.text)
    for one in value["recipients"]:
        del one["header"]["kid"]
    bare = keys_of(secret(b"s" * 16))
    found = made(value, keys=bare)
    assert [one.message.split(":")[0] for one in found.notes] == ["Recipient 1 is left out"]
    strangers = {"protected": part(ENC), "recipients": [entry, entry], **SEALED}
    assert len(json.loads(made(strangers, keys=bare).text)["recipients"]) == 2


def test_of_a_thousand_recipients_the_first_are_kept() -> None:
    """As many as are read."""
    found = made({"protected": part(ENC), "recipients": [KW] * 1000, **SEALED})
    assert len(json.loads(found.text)["recipients"]) == 32
    assert found.notes[-1].message == "Of 1,000 recipients 32 are kept."


def test_an_agreement_puts_its_key_into_each_own_header() -> None:
    """Two recipients never share an ephemeral key here."""
    keys = keys_of(key_file("ec-p256-public-spki.pem"))
    entry = {"header": {"alg": "ECDH-ES+A128KW"}}
    found = made({"protected": part(ENC), "recipients": [entry, entry], **SEALED}, keys=keys)
    first, second = (one["header"]["epk"] for one in json.loads(found.text)["recipients"])
    assert first != second
    assert opened(found.text, keys_of(key_file("ec-p256-private-pkcs8.pem"))).succeeded


@given(st.binary(max_size=300), st.sampled_from([0, 1, 4]))
def test_any_octets_come_back(plaintext: bytes, indent: int) -> None:
    """decrypt(encrypt(x)) is x in JSON form too."""
    value = {"protected": part(ENC), "recipients": [KW, KW2], "aad": "QQ", **SEALED}
    like = read_token(json.dumps(value, indent=indent))
    found = encrypt_json(like, ENC, plaintext, BOTH)
    assert isinstance(found, Encryption)
    assert opened(found.text, BOTH).plaintext == plaintext
