"""Certificate facts, read without judging them."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.certificate import Certificate, certificates
from jwtdesk.jose.key import KeyInput
from tests.jose.containers.der_of import bit_string, integer, oid, sequence, tagged
from tests.keys.locate import key_file
from tests.vectors.locate import vectors

DER = key_file("rsa-2048-certificate.der")
FACTS = Certificate("CN=jwtdesk test", "CN=jwtdesk test", 1767225600, 2082758400)


@pytest.mark.parametrize(
    "octets",
    [
        DER,
        key_file("rsa-2048-certificate.pem"),
        key_file("rsa-2048-certificate.pem").replace(b"\n", b"\\n"),
        base64.b64encode(DER),
        key_file("ec-p256-public-spki.pem") + key_file("rsa-2048-certificate.pem"),
    ],
)
def test_facts_of_a_certificate(octets: bytes) -> None:
    """Subject, issuer and dates are read from every wrapping (2026 to 2036)."""
    assert certificates(KeyInput(octets)) == (FACTS,)


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"secret",
        b"\xff\xfa",
        key_file("ec-p256-public-spki.pem"),
        base64.b64encode(key_file("rsa-2048-private-pkcs8.der")),
        DER + b" " * (1 << 20),
    ],
)
def test_text_without_a_certificate(octets: bytes) -> None:
    """A text without a certificate has no certificate facts."""
    assert certificates(KeyInput(octets)) == ()


def _attribute(name: str, tag: int, value: bytes) -> bytes:
    return tagged(0x31, sequence(oid(name), tagged(tag, value)))


def _made(issuer: bytes, begin: bytes, end: bytes) -> bytes:
    inner = sequence(
        integer(1), sequence(), sequence(issuer), sequence(begin, end), sequence(), sequence()
    )
    return sequence(inner, sequence(), bit_string(b""))


@pytest.mark.parametrize(
    ("issuer", "shown"),
    [
        (_attribute("2.5.4.3", 0x0C, "Zoë".encode()), "CN=Zoë"),
        (_attribute("2.5.4.10", 0x1E, "Zoë".encode("utf-16-be")), "O=Zoë"),
        (_attribute("2.5.4.10", 0x14, "Zoë".encode("latin-1")), "O=Zoë"),
        (_attribute("1.2.3", 0x13, b"a\x1bb\xff"), "1.2.3=a\ufffdb\ufffd"),
        (_attribute("2.5.4.3", 0x05, b"x") + _attribute("2.5.4.6", 0x13, b"DE"), "CN=x, C=DE"),
        (b"", ""),
    ],
)
def test_names(issuer: bytes, shown: str) -> None:
    """Names are read in their encodings, and nothing unprintable is passed on."""
    octets = _made(issuer, tagged(0x17, b"490101000000Z"), tagged(0x18, b"20500101000000Z"))
    (found,) = certificates(KeyInput(octets))
    assert found.issuer == shown
    assert (found.not_before, found.not_after) == (2493072000, 2524608000)


def test_last_century() -> None:
    """Two-digit years from 50 on are of the last century."""
    octets = _made(b"", tagged(0x17, b"700101000000Z"), tagged(0x17, b"500101000000Z"))
    (found,) = certificates(KeyInput(octets))
    assert (found.not_before, found.not_after) == (0, -631152000)


@pytest.mark.parametrize("time", [tagged(0x17, b"xx"), tagged(0x17, b"\xff"), b""])
def test_damaged_certificate_is_left_out(time: bytes) -> None:
    """A certificate whose dates cannot be read gives no facts."""
    assert certificates(KeyInput(_made(b"", time, time))) == ()


@given(st.integers(0, len(DER) - 1), st.integers(0, 255))
def test_damage_never_raises(at: int, octet: int) -> None:
    """One changed octet anywhere gives facts or none."""
    damaged = DER[:at] + bytes([octet]) + DER[at + 1 :]
    assert len(certificates(KeyInput(damaged))) <= 1


def test_x5c_of_rfc_7517() -> None:
    """The bare base64 of an x5c member is read."""
    example = json.loads(vectors("rfc-examples/rfc7517.json").read_text())["B x5c"]
    (found,) = certificates(KeyInput(example["x5c"][0].encode()))
    assert "Brian Campbell" in found.subject
