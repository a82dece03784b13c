"""DER keys, and base64 bodies that lost their BEGIN and END lines."""

import base64

import pytest

from jwtdesk.jose.key import KeyInput, Keys, Unreadable
from jwtdesk.jose.key_format import read_key
from tests.keys.locate import key_file, key_named

DER = key_file("rsa-2048-certificate.der")


@pytest.mark.parametrize(
    "text",
    [
        base64.b64encode(DER),
        base64.encodebytes(DER),
        base64.urlsafe_b64encode(DER).rstrip(b"="),
        b'"' + base64.b64encode(DER) + b'",',
        base64.encodebytes(DER).replace(b"\n", b"\\n"),
    ],
)
def test_base64_body_alone_is_read(text: bytes) -> None:
    """A base64 body, as in x5c, is read without its armour, which is told."""
    found = read_key(KeyInput(text))
    assert isinstance(found, Keys)
    assert found.members[0].thumbprint == key_named("rsa-2048-public-spki.pem").thumbprint
    assert [one.code for one in found.problems] == ["der-bare-base64"]


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"hello", "der-unknown"),
        (b"\x30\x03\x02\x01", "der-truncated"),
        (b"\x30\x06\x30\x00\x03\x02\x00\x00", "der-malformed"),
        (b"\x30\x0d\x30\x0b\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", "der-unknown"),
        (
            bytes.fromhex("3013300d06092a864886f70d0101010500030200") + b"\x30",
            "der-malformed",
        ),
        (b"MIIB" + b"!" * 60, "der-unknown"),
        (b"MIIBa" * 8 + b"a", "der-unknown"),
        (b"x" * ((1 << 20) + 1), "key-too-large"),
    ],
)
def test_octets_that_are_no_key(octets: bytes, code: str) -> None:
    """Octets that are no key structure say whether they are cut off, damaged or unknown."""
    found = read_key(KeyInput(octets, format="der"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == code


def test_unusable_key_in_sound_structure() -> None:
    """A sound structure around a hopeless key says what is wrong with the key."""
    octets = bytes.fromhex("300a0205010000000302" + "0103")
    found = read_key(KeyInput(octets, format="der"))
    assert isinstance(found, Unreadable)
    assert found.problem.code == "rsa-too-small"
