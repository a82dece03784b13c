"""A decrypted token is the one that was read, with its payload in place."""

import json

import pytest

from jwtdesk.jose.decrypt import decrypt
from jwtdesk.jose.open_token import with_plaintext
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Token
from tests.jose.encryption_keys import keys_of, sealed, secret
from tests.made import part

SECRET = keys_of(secret(b"k" * 16))


def read(plaintext: bytes, **members: str) -> Token:
    """Return the token around `plaintext`, read and opened."""
    header = {"alg": "dir", "enc": "A128GCM", **members}
    token = read_token(sealed(header, plaintext, SECRET))
    return with_plaintext(token, decrypt(token, SECRET))


def test_the_payload_stands_where_the_ciphertext_stands() -> None:
    """Its text is the plaintext in base64url, as a signed token carries it."""
    token = read(b'{"a":1}')
    assert token.payload
    assert token.payload.encoded == part('{"a":1}')
    place = token.payload.span
    assert token.text[place.start : place.end] == token.text.split(".")[3]
    assert (token.payload_octets, token.zipped, token.problems) == (b'{"a":1}', False, ())
    assert token.payload.document
    assert token.payload.document.sound


def test_in_json_form_too() -> None:
    """The member's text, without its quotation marks."""
    head, _, *rest = sealed('{"alg":"dir","enc":"A128GCM"}', b"x", SECRET).split(".")
    value = dict(zip(("iv", "ciphertext", "tag"), rest, strict=True))
    token = read_token(json.dumps({"protected": head, **value}))
    whole = with_plaintext(token, decrypt(token, SECRET))
    assert whole.payload
    place = whole.payload.span
    assert whole.text[place.start : place.end] == value["ciphertext"]


def test_two_readings_differ_by_what_was_opened() -> None:
    """Else an opened token would be taken for the closed one."""
    token = read_token(sealed('{"alg":"dir","enc":"A128GCM"}', b"x", SECRET))
    assert with_plaintext(token, decrypt(token, SECRET)) != token


def test_what_did_not_open_stays_as_it_was() -> None:
    """There is no payload to show."""
    token = read_token(sealed('{"alg":"dir","enc":"A128GCM"}', b"x", SECRET))
    assert with_plaintext(token, decrypt(token, None)) is token


def test_compression_is_told() -> None:
    """The payload is what was inside, and it is said that it was compressed."""
    token = read(b"plain", zip="DEF")
    assert (token.payload_octets, token.zipped) == (b"plain", True)


@pytest.mark.parametrize(
    ("plaintext", "members", "found"),
    [
        (b"hello", {}, []),
        (b"\xff", {}, []),
        (b"[1]", {}, []),
        (b"", {}, []),
        (b"hello", {"typ": "text/plain"}, []),
        (b"hello", {"typ": "JWT"}, [("payload-not-json", Severity.ERROR)]),
        (b"\xff", {"typ": "at+jwt"}, [("payload-not-utf8", Severity.ERROR)]),
        (b"[1]", {"typ": "JWT"}, [("payload-not-object", Severity.ERROR)]),
        (b"e30.e30.AA", {"typ": "JWT", "cty": "JWT"}, []),
        (b'{"a":1,"a":2}', {}, [("duplicate-member", Severity.WARNING)]),
        (b"[" * 300 + b"]" * 300, {}, [("payload-too-deep", Severity.WARNING)]),
    ],
)
def test_anything_may_be_encrypted(
    plaintext: bytes, members: dict[str, str], found: list[tuple[str, Severity]]
) -> None:
    """Only a header that promises claims makes a fault of a payload without."""
    token = read(plaintext, **members)
    assert [(one.code, one.severity) for one in token.problems] == found
