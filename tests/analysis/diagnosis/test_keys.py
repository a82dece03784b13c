"""The key that was given: of another kind, another of the set, or taken for a secret."""

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from jwtdesk.analysis.trials.key_texts import public_members
from jwtdesk.analysis.trials.own_public_pem import pem_with_own_public
from jwtdesk.jose.armour import written
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from tests.analysis.diagnosis.making import (
    SECRET,
    card,
    causes,
    ec_key,
    ed_key,
    header,
    part,
    private,
    public,
    riddle,
    rsa_key,
    shown_instead,
    token,
)


def read(key: Any) -> Key:
    """Return the public key as it is read from its PEM text."""
    found = read_key(KeyInput(public(key)))
    assert isinstance(found, Keys)
    return found.members[0]


def jwk(key: Any, **more: str) -> dict[str, str]:
    """Return the public JWK of a private key."""
    return {**(public_members(read(key)) or {}), **more}


def jwks(*keys: dict[str, str]) -> bytes:
    """Return a JWK Set."""
    return json.dumps({"keys": keys}).encode()


PEM = public(rsa_key())
TEXTS = [
    PEM,
    PEM.strip(),
    PEM.replace(b"\n", b"\r\n"),
    public(rsa_key(), PublicFormat.PKCS1),
    public(rsa_key(), PublicFormat.PKCS1).strip(),
    rsa_key().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
    json.dumps(jwk(rsa_key())).encode(),
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("given", [PEM, private(rsa_key()), json.dumps(jwk(rsa_key())).encode()])
def test_the_key_confusion_is_named(text: bytes, given: bytes) -> None:
    """An HMAC over the text of the public key, however the key is given."""
    card(riddle(token("HS256", text), given), "pem-as-hmac-secret", mends=True)


def test_the_key_confusion_with_another_hash() -> None:
    """Both causes are named."""
    case = riddle(token("HS512", PEM, head=header("HS256")), PEM)
    assert causes(case) == {"pem-as-hmac-secret", "other-algorithm"}


@pytest.mark.parametrize(
    ("alg", "signs", "given"),
    [
        ("RS256", rsa_key(), SECRET),
        ("RS256", rsa_key(), public(ec_key())),
        ("ES256", ec_key(), public(rsa_key())),
        ("ES256", ec_key(), public(ec_key("ES384"))),
        ("EdDSA", ed_key(), public(ec_key())),
        ("HS256", SECRET, public(rsa_key())),
    ],
)
def test_a_key_of_another_kind_is_named(alg: str, signs: Any, given: bytes) -> None:
    """The card says what is needed and what is here."""
    card(riddle(token(alg, signs), given), "key-type", mends=False)


@pytest.mark.parametrize("form", ["jwk", "jwks", "secret"])
def test_a_key_read_as_another_kind_is_put_right(form: str) -> None:
    """PEM under a forced format."""
    card(riddle(token("RS256", rsa_key()), PEM, form=form), "key-type", mends=True)


def test_a_jwk_where_a_set_belongs_is_put_right() -> None:
    """Under a forced format it cannot be read at all."""
    one = json.dumps(jwk(rsa_key())).encode()
    card(riddle(token("RS256", rsa_key()), one, form="jwks"), "key-type", mends=True)


def test_the_text_of_a_secret_jwk_may_be_the_secret() -> None:
    """Someone fed the whole JSON to HMAC."""
    text = json.dumps({"kty": "oct", "k": encode(SECRET)}).encode()
    card(riddle(token("HS256", text), text), "key-type", mends=True)


@pytest.mark.parametrize(
    ("alg", "make"), [("RS256", rsa_key), ("ES256", lambda n: ec_key("ES256", n))]
)
def test_another_key_of_the_set_is_named(alg: str, make: Any) -> None:
    """The kid names one key, another verifies."""
    keys = jwks(jwk(make(0), kid="one"), jwk(make(1), kid="two"))
    case = riddle(token(alg, make(1), head=header(alg, kid="one")), keys)
    card(case, "other-key-in-set", mends=True)


def test_another_secret_of_the_set_is_named() -> None:
    """Shared secrets come in sets too."""
    keys = jwks(
        {"kty": "oct", "kid": "one", "k": encode(b"first secret")},
        {"kty": "oct", "kid": "two", "k": encode(SECRET)},
    )
    card(
        riddle(token("HS256", SECRET, head=header("HS256", kid="one")), keys),
        "other-key-in-set",
        mends=True,
    )


def test_a_kid_that_is_a_thumbprint_is_explained() -> None:
    """It names a key by content that is here under another name."""
    right = read(rsa_key(1)).thumbprint
    keys = jwks(jwk(rsa_key(), kid=right), jwk(rsa_key(1), kid="two"))
    case = riddle(token("RS256", rsa_key(1), head=header("RS256", kid=right)), keys)
    assert causes(case) == {"kid-is-thumbprint", "other-key-in-set"}


def test_a_kid_that_no_key_has_is_told() -> None:
    """The signing key is not among these; and a token without a kid says nothing to go by."""
    keys = jwks(jwk(ec_key(), kid="one"), jwk(ec_key("ES256", 1), kid="two"))
    named = riddle(token("ES256", ec_key("ES256", 2), head=header("ES256", kid="x")), keys)
    card(named, "kid-missing", mends=False, proven=False)
    bare = riddle(token("ES256", ec_key("ES256", 2)), keys)
    card(bare, "kid-missing", mends=False, proven=False)


def octets(number: int) -> str:
    """Return a number as base64url."""
    return encode(number.to_bytes((number.bit_length() + 7) // 8, "big"))


def test_parts_of_two_pairs_are_told_apart() -> None:
    """The private part's own public key is put in place when that verifies."""
    d = octets(ec_key("ES256", 1).private_numbers().private_value)
    mixed = json.dumps({**jwk(ec_key()), "d": d}).encode()
    card(riddle(token("ES256", ec_key("ES256", 1)), mixed), "private-public-mismatch", mends=True)
    card(riddle(token("ES256", ec_key("ES256", 2)), mixed), "private-public-mismatch", mends=False)


def test_parts_of_two_rsa_pairs_are_told_apart() -> None:
    """The modulus is the product of the primes that are given."""
    own = rsa_key(1).private_numbers()
    numbers = {"d": own.d, "p": own.p, "q": own.q, "dp": own.dmp1, "dq": own.dmq1, "qi": own.iqmp}
    mixed = {**jwk(rsa_key()), **{name: octets(one) for name, one in numbers.items()}}
    case = riddle(token("RS256", rsa_key(1)), json.dumps(mixed).encode())
    card(case, "private-public-mismatch", mends=True)


def test_a_private_and_a_foreign_public_key_in_one_file_are_told() -> None:
    """Two PEM blocks that do not belong together, neither of which verifies."""
    text = private(ec_key()) + public(ec_key("ES256", 1))
    card(riddle(token("ES256", ec_key("ES256", 2)), text), "private-public-mismatch", mends=False)


def pem(der: bytes, label: str = "PRIVATE KEY") -> bytes:
    """Return DER as a PEM block."""
    return written(label, der).encode()


def mixed_ec(*, bare: bool) -> bytes:
    """Return an EC key in PEM (SEC1 when `bare`) whose point belongs to another."""
    form = PrivateFormat.TraditionalOpenSSL if bare else PrivateFormat.PKCS8
    own, other = (
        key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        for key in (ec_key("ES256", 1), ec_key())
    )
    der = ec_key("ES256", 1).private_bytes(Encoding.DER, form, NoEncryption())
    assert own in der
    return pem(der.replace(own, other), "EC PRIVATE KEY" if bare else "PRIVATE KEY")


def mixed_rsa(*, bare: bool) -> bytes:
    """Return an RSA key in PEM (PKCS#1 when `bare`) whose modulus belongs to another."""
    form = PrivateFormat.TraditionalOpenSSL if bare else PrivateFormat.PKCS8
    own, other = (
        key.public_key().public_numbers().n.to_bytes(256, "big") for key in (rsa_key(1), rsa_key())
    )
    der = rsa_key(1).private_bytes(Encoding.DER, form, NoEncryption())
    assert own in der
    return pem(der.replace(own, other), "RSA PRIVATE KEY" if bare else "PRIVATE KEY")


@pytest.mark.parametrize("bare", [True, False])
def test_parts_of_two_pairs_in_pem_are_told_apart(bare: bool) -> None:
    """PEM is mended as a JWK is: the key is written again with its own public part."""
    ident = "private-public-mismatch"
    card(riddle(token("ES256", ec_key("ES256", 1)), mixed_ec(bare=bare)), ident, mends=True)
    card(riddle(token("ES256", ec_key("ES256", 2)), mixed_ec(bare=bare)), ident, mends=False)
    card(riddle(token("RS256", rsa_key(1)), mixed_rsa(bare=bare)), ident, mends=True)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"no key",
        public(ec_key()),
        pem(b"\x30\x03\x02\x01\x01"),
        pem(b"\x30\x00"),
        pem(b"\x02\x01\x00"),
        pem(bytes.fromhex("30090201003004020100") + b"\0"),
        pem(bytes.fromhex("300502010004020101"), "EC PRIVATE KEY"),
    ],
)
def test_what_holds_no_private_key_is_not_written_again(text: bytes) -> None:
    """Public keys, no keys, and structures that end too soon."""
    assert pem_with_own_public(text) is None


def test_a_key_with_its_own_public_part_stays_that_key() -> None:
    """Written again it is the same key, whatever it is."""
    for key in (ec_key(), rsa_key()):
        again = pem_with_own_public(private(key))
        assert again is not None
        found = read_key(KeyInput(again, "pem"))
        assert isinstance(found, Keys)
        assert found.members[0].thumbprint == read(key).thumbprint


def test_bare_base64_of_a_key_is_recognised() -> None:
    """A public key without its BEGIN and END lines."""
    der = ec_key().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    found = causes(riddle(token("ES256", ec_key()), base64.b64encode(der), form="secret"))
    assert found == {"key-type"}


@pytest.mark.parametrize(
    ("said", "used"), [("HS256", "HS512"), ("HS384", "HS256"), ("hs256", "HS256")]
)
def test_another_hash_with_the_same_secret(said: str, used: str) -> None:
    """With the header as it was signed, or renamed after."""
    card(riddle(token(used, SECRET, head=header(said)), SECRET), "other-algorithm", mends=True)
    renamed = shown_instead(token(used, SECRET), head=header(said))
    card(riddle(renamed, SECRET), "other-algorithm", mends=True)


def test_a_header_changed_to_none_is_seen_through() -> None:
    """The signature that is still there tells what the header said."""
    made = shown_instead(token("HS256", SECRET), head=header("none"))
    card(riddle(made, SECRET), "other-algorithm", mends=True)


def test_a_header_without_a_readable_key_set() -> None:
    """An empty set explains nothing and breaks nothing."""
    assert causes(riddle(token("HS256", SECRET), b'{"keys":[]}')) <= {"key-type"}
    assert part("") == ""
