"""Tokens of other families are named, so that nobody wonders why they are not read."""

import base64
import random
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.base64url import encode
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.inflate import deflate
from jwtdesk.jose.not_a_token import what_it_is
from jwtdesk.jose.other_tokens import other_token
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind
from tests.keys.locate import key_file

SIGN1 = bytes.fromhex("d28443a10126a10442313142abcd43010203")
CWT = bytes.fromhex("d83dd28443a10126a10442313142abcd43010203")
SAML = (
    b'<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1"></samlp:Response>'
)
XML = b'<?xml version="1.0"?>\n<ns0:AuthnRequest xmlns:ns0="urn:oasis:names:tc:SAML:2.0:protocol"/>'
MACAROON = b"0019location example.org\n001bidentifier an identifier\n002fsignature " + bytes(32)
MACAROON_2 = b"\x02\x01\x0bexample.org\x02\x02id\x00\x00\x06\x20" + bytes(32)


def standard(octets: bytes) -> str:
    """Return octets in standard base64 with padding."""
    return base64.b64encode(octets).decode()


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        (SIGN1.hex(), "is-cose", "COSE_Sign1"),
        (SIGN1.hex().upper(), "is-cose", "COSE_Sign1"),
        (encode(SIGN1), "is-cose", "COSE_Sign1"),
        (standard(SIGN1), "is-cose", "COSE_Sign1"),
        (encode(CWT), "is-cose", "CWT (COSE_Sign1)"),
        (CWT.hex(), "is-cose", "CWT"),
        ("HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOO", "is-health-certificate", "HC1"),
        ("shlink:/eyJ1cmwiOiJodHRwczovL2EuZXhhbXBsZSJ9", "is-health-link", "fetch"),
        ("https://viewer.example/#shlink:/eyJ1cmwiOiIifQ", "is-health-link", "fetch"),
        (
            "v2.local.QAxIpVe-ECVNI1z4xQbm_qQYomyT3h8FtV8bxkz8pBJWkT8f7HtlOpbroPDEZUKop_vaglyp76CzYy",
            "is-paseto",
            "PASETO",
        ),
        ("gAAAAABhZ0", "is-fernet", "Fernet"),
        (standard(SAML), "is-saml", "SAML"),
        (encode(XML), "is-saml", "SAML"),
        (f"SAMLResponse={quote(standard(SAML), safe='')}", "is-saml", "SAML"),
        (f"SAMLRequest={quote(standard(deflate(XML)), safe='')}", "is-saml", "SAML"),
        (SAML.decode(), "is-saml", "SAML"),
        (encode(MACAROON), "is-macaroon", "macaroon"),
        (standard(MACAROON_2), "is-macaroon", "macaroon"),
        (key_file("rsa-2048-certificate.pem").decode(), "is-certificate", "certificate"),
        ("-----BEGIN PGP MESSAGE-----\n\nhQEM", "is-pgp", "OpenPGP"),
        (key_file("ec-p256-public-spki.pem").decode(), "is-key", "key field"),
        ("ssh-ed25519 AAAA", "is-key", "key field"),
        ('{"kty":"oct","k":"AA"}', "is-key", "JWK"),
        ('{"keys":[]}', "is-key", "JWK"),
    ],
)
def test_it_is_named_for_what_it_is(text: str, code: str, word: str) -> None:
    """One sentence says what it is, however it was pasted."""
    (found,) = find(text)
    read = read_token(found.text)
    assert (read.kind, read.problems[0].code) == (Kind.UNREADABLE, code)
    assert word in read.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "d2",
        "d20",
        "D2zz",
        "2DEgh",
        "d28201",
        standard(b"<html>"),
        standard(deflate(b"<html>")),
        "<html>",
        encode(b"zzzzlocation "),
        encode(b"\x02\x03" + bytes(60)),
        "HC2:ABC",
        "a%20b",
        "0" * 200_001,
        encode(bytes.fromhex("d9d9f700")),
    ],
)
def test_what_only_looks_similar_is_not_named(text: str) -> None:
    """A wrong name is worse than none."""
    assert other_token(text) is None
    assert what_it_is(text).code in {"not-a-token", "empty"}


@given(st.text(max_size=50) | st.binary(max_size=60).map(encode))
def test_any_text_has_an_answer(text: str) -> None:
    """A name or none, never an exception."""
    found = other_token(text)
    assert found is None or found.code.startswith("is-")
    assert what_it_is(text).code


@given(st.integers(0, 2**64), st.integers(1, 64))
def test_chance_makes_no_name(seed: int, length: int) -> None:
    """Random octets are no token of any family."""
    octets = random.Random(seed).randbytes(length)  # noqa: S311 - a die, not a key
    assert other_token(encode(octets)) is None
    assert other_token(octets.hex()) is None
