"""The names that keys go by, and keys written down alone."""

import base64
import hashlib
import json
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from jwtdesk.analysis.trials.key_alone import alone
from jwtdesk.analysis.trials.key_names import certificate_names, key_names, public_der
from jwtdesk.analysis.trials.key_texts import key_texts, public_members
from jwtdesk.analysis.trials.own_public import with_own_public
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.material.oct import secret_key
from tests.analysis.diagnosis.making import (
    SECRET,
    card,
    causes,
    ec_key,
    ed_key,
    header,
    public,
    riddle,
    rsa_key,
    token,
)


def certificate() -> x509.Certificate:
    """Return a certificate for the first RSA key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    made = made.public_key(rsa_key().public_key()).serial_number(1)
    made = made.not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
    made = made.not_valid_after(datetime(2027, 1, 1, tzinfo=UTC))
    return made.sign(rsa_key(), hashes.SHA256())


def read(text: bytes) -> Key:
    """Return the first key of a text."""
    found = read_key(KeyInput(text))
    assert isinstance(found, Keys)
    return found.members[0]


def test_a_key_has_many_names() -> None:
    """Its thumbprint, as a URI, by other hashes, of its DER, in groups of four."""
    key = read(public(ec_key()))
    names = dict(key_names(key))
    assert key.thumbprint in names
    assert hashlib.sha256(public_der(key)).hexdigest() in names
    assert any(name.count(":") == 11 for name in names)
    assert next(key_names(secret_key(SECRET)))[0] == secret_key(SECRET).thumbprint
    assert public_der(secret_key(SECRET)) == b""


def test_a_certificate_names_its_key() -> None:
    """By its fingerprints, from a PEM text or from x5c."""
    made = certificate()
    der = made.public_bytes(Encoding.DER)
    right = encode(hashlib.sha1(der, usedforsecurity=False).digest())
    assert right in dict(certificate_names(KeyInput(made.public_bytes(Encoding.PEM))))
    jwk = {
        **(public_members(read(public(rsa_key()))) or {}),
        "x5c": [base64.b64encode(der).decode()],
    }
    for text in (jwk, {"keys": [jwk]}):
        assert right in dict(certificate_names(KeyInput(json.dumps(text).encode())))
    for broken in (b'{"x5c"', b'{"x5c":["A"]}', b'{"x5c":1}', b'{"keys":1,"x5c":""}'):
        assert list(certificate_names(KeyInput(broken))) == []


def test_a_kid_may_be_a_fingerprint_of_the_certificate() -> None:
    """As Entra and others name their keys."""
    made = certificate()
    kid = encode(hashlib.sha1(made.public_bytes(Encoding.DER), usedforsecurity=False).digest())
    case = riddle(
        token("RS256", rsa_key(1), head=header("RS256", kid=kid)), made.public_bytes(Encoding.PEM)
    )
    assert causes(case) == {"kid-is-thumbprint", "wrong-key"}


@pytest.mark.parametrize("key", [rsa_key(), ec_key(), ed_key()])
def test_a_key_can_be_written_alone(key: object) -> None:
    """From a PEM text as a JWK, from a set with all its members, a secret as itself."""
    one = read(public(key))
    assert read(alone(one, KeyInput(public(key))).octets).thumbprint == one.thumbprint
    listed = {"keys": [1, {"kty": "oct"}, {**(public_members(one) or {}), "kid": "x", "more": 1}]}
    text = json.dumps(listed).encode()
    assert b'"more"' in alone(read(text), KeyInput(text)).octets
    assert alone(one, KeyInput(b"{")).format == "jwk"
    assert alone(secret_key(b"x"), KeyInput(b"x")).octets == b"x"
    assert public_members(secret_key(b"x")) is None


def test_key_texts_of_a_set_hold_each_key() -> None:
    """And nothing endless; a broken JSON text still has itself."""
    one = read(public(ec_key()))
    text = json.dumps({"keys": [public_members(one)]}, indent=1).encode()
    case = riddle(token("HS256", SECRET), text)
    assert json.dumps(public_members(one)).encode() in {
        octets for octets, _ in key_texts(case, one)
    }
    broken = riddle(token("HS256", SECRET), b'{"kty":')
    assert b'{"kty":' in {octets for octets, _ in key_texts(broken, one)}
    wide = riddle(token("HS256", SECRET), b"\xff\xfe" * 40_000)
    assert b"\xff\xfe" * 40_000 not in {octets for octets, _ in key_texts(wide, one)}
    assert one.type is KeyType.EC


@pytest.mark.parametrize(
    "text",
    [b"{", b"[]", b'{"kty":"oct"}', b'{"kty":"RSA","d":"AA"}', b'{"kty":"EC","crv":"x","d":"AA"}'],
)
def test_what_is_no_private_jwk_has_no_public_part(text: bytes) -> None:
    """Nothing is made up."""
    assert with_own_public(text) is None


def test_a_private_jwk_in_a_set_is_found() -> None:
    """The first one that has private members."""
    d = encode(ed_key().private_bytes_raw())
    made = with_own_public(
        json.dumps({"keys": [{"kty": "OKP", "crv": "Ed25519", "d": d}]}).encode()
    )
    assert made is not None
    assert made["x"] == encode(ed_key().public_key().public_bytes_raw())


@pytest.mark.parametrize("name", ["sha1", "sha512", "md5"])
def test_an_hmac_with_a_foreign_hash_is_named(name: str) -> None:
    """SHA-1, MD5, or a longer hash cut short."""
    import hmac

    head, body, _ = token("HS256", SECRET).split(".")
    made = hmac.digest(SECRET, f"{head}.{body}".encode(), name)[:32]
    card(riddle(f"{head}.{body}.{encode(made)}", SECRET), "other-algorithm", mends=True)
