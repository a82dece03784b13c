"""What is mended about a key text, and what it is written as then."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.key_repair import repairs
from tests.jose.keys.test_pem import MANGLED, PLAIN
from tests.keys.locate import HOME, PASSPHRASE, key_file

JWK = b'{"kty":"oct","k":"AAAA"}'
SAME_TEXT = ("as it is", "comment header")


@pytest.mark.parametrize(("name", "mangle", "codes"), MANGLED, ids=[one[0] for one in MANGLED])
def test_a_mangled_pem_is_written_as_it_should_be(
    name: str, mangle: Callable[[bytes], bytes], codes: tuple[str, ...]
) -> None:
    """Every way a PEM text is mangled ends as the very text it was, each repair named."""
    found = repairs(KeyInput(mangle(PLAIN)))
    assert tuple(one.code for one in found) == codes
    assert all(one.repaired == PLAIN and one.sentence.endswith(".") for one in found), name


@pytest.mark.parametrize("name", sorted(one.name for one in HOME.iterdir() if one.suffix == ".pem"))
def test_a_good_pem_needs_no_repair(name: str) -> None:
    """What OpenSSL and ssh-keygen write is left alone, encrypted or not."""
    assert repairs(KeyInput(key_file(name), passphrase=PASSPHRASE)) == ()


@pytest.mark.parametrize(
    ("octets", "codes", "repaired"),
    [
        (b"'" + JWK + b"'", ("jwk-quoted",), JWK),
        (json.dumps(JWK.decode()).encode(), ("jwk-quoted",), JWK),
        (b"\xef\xbb\xbf" + JWK, ("key-bom",), JWK),
        (JWK.decode().encode("utf-16"), ("key-utf16",), JWK),
        (JWK, (), b""),
        (b"{broken", (), b""),
        (b"a plain secret", (), b""),
        (b"\xff\xfa\x01", (), b""),
        (b"x" * ((1 << 20) + 1), (), b""),
        (b"-----BEGIN PUBLIC KEY-----\nM!\n-----END PUBLIC KEY-----", (), b""),
        (b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", (), b""),
        (b"-----BEGIN-----\nAAAA\n-----END-----", (), b""),
    ],
    ids=range(12),
)
def test_other_texts(octets: bytes, codes: tuple[str, ...], repaired: bytes) -> None:
    """JSON loses its quotes and marks; what is no mangled key is left alone."""
    found = repairs(KeyInput(octets))
    assert tuple(one.code for one in found) == codes
    assert all(one.repaired == repaired for one in found)


def test_a_bare_body_gets_its_lines() -> None:
    """The base64 of a certificate, as `x5c` holds it, becomes a PEM certificate."""
    pem = key_file("rsa-2048-certificate.pem")
    body = b"".join(pem.strip().split(b"\n")[1:-1])
    (found,) = repairs(KeyInput(body))
    assert found.code == "der-bare-base64"
    assert found.repaired == pem


def test_a_secret_is_never_mended() -> None:
    """A text that was said to be a secret counts byte by byte."""
    assert repairs(KeyInput(b"\xef\xbb\xbf" + PLAIN, format="secret")) == ()


def test_a_wrong_label_is_righted() -> None:
    """The label follows what is inside, in every block of a bundle."""
    private = key_file("ec-p256-private-sec1.pem")
    wrong = private.replace(b"EC PRIVATE KEY", b"RSA PRIVATE KEY")
    found = repairs(KeyInput(wrong + PLAIN))
    assert [one.code for one in found] == ["pem-wrong-label"]
    assert found[0].repaired == private + PLAIN


@given(st.binary(max_size=80) | st.text("-BEGIN KYM=/\\n\n\"'{}:", max_size=80).map(str.encode))
def test_what_is_written_is_the_same_key(octets: bytes) -> None:
    """Nothing raises, and a repaired text needs no second repair."""
    for one in repairs(KeyInput(octets)):
        assert isinstance(read_key(KeyInput(one.repaired)), Keys) == isinstance(
            read_key(KeyInput(octets)), Keys
        )
        assert repairs(KeyInput(one.repaired)) == ()
