"""Encrypted containers: the cost is read before it is paid."""

import pytest

from jwtdesk.jose.containers.encrypted import MOST_ROUNDS, opened_pem, opened_pkcs8
from jwtdesk.jose.containers.opened import open_der
from jwtdesk.jose.containers.pkcs12 import key_bag
from jwtdesk.jose.containers.shape import Read, Shape
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from tests.jose.containers.der_of import integer, octet_string, oid, sequence, tagged
from tests.keys.locate import key_file

PBES2, PBKDF2 = "1.2.840.113549.1.5.13", "1.2.840.113549.1.5.12"
PBE_SHA1_3DES, SCRYPT = "1.2.840.113549.1.12.1.3", "1.3.6.1.4.1.11591.4.11"
AES, ARIA = "2.16.840.1.101.3.4.1.42", "1.2.410.200046.1.1.12"
DATA, KEY_BAG = "1.2.840.113549.1.7.1", "1.2.840.113549.1.12.10.1.1"


def _encrypted(*identifier: bytes) -> bytes:
    return sequence(sequence(*identifier), octet_string(b"x" * 16))


def _pbes2(kind: str, *parameters: bytes) -> bytes:
    derivation = sequence(oid(kind), sequence(*parameters))
    return _encrypted(oid(PBES2), sequence(derivation, sequence(oid(AES))))


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (_pbes2(PBKDF2, octet_string(b"salt"), integer(MOST_ROUNDS + 1)), "key-too-costly"),
        (_pbes2(PBKDF2, octet_string(b"salt"), integer(1 << 62)), "key-too-costly"),
        (_pbes2(PBKDF2, octet_string(b"salt"), integer(-1)), "key-too-costly"),
        (_pbes2(PBKDF2, sequence(oid(PBKDF2)), integer(1 << 62)), "key-too-costly"),
        (_pbes2(PBKDF2, octet_string(b"salt"), integer(1)), "key-passphrase-wrong"),
        (_pbes2(PBKDF2, integer(1), integer(1)), "der-malformed"),
        (
            _pbes2(SCRYPT, octet_string(b"s"), integer(1 << 20), integer(8), integer(1)),
            "key-too-costly",
        ),
        (_pbes2(SCRYPT, octet_string(b"s"), integer(1 << 20)), "der-malformed"),
        (
            _encrypted(oid(PBE_SHA1_3DES), sequence(octet_string(b"s"), integer(1 << 40))),
            "key-too-costly",
        ),
        (_encrypted(integer(5)), "der-malformed"),
        (b"nothing", "der-malformed"),
    ],
)
def test_costly_or_damaged_key_is_refused_before_any_work(octets: bytes, code: str) -> None:
    """A key that asks for too many rounds is refused; so is one whose rounds cannot be read."""
    found = opened_pkcs8(octets, b"passphrase")
    assert isinstance(found, Problem)
    assert found.code == code


def test_pem_without_its_key_is_a_wrong_passphrase() -> None:
    """What the library cannot open is said in our own words."""
    found = opened_pem(b"no pem", "AES-128-CBC,00", b"passphrase")
    assert isinstance(found, Problem)
    assert found.code == "key-passphrase-wrong"


def _pkcs12(*contents: bytes) -> bytes:
    safe = tagged(0xA0, octet_string(sequence(*contents)))
    return sequence(integer(3), sequence(oid(DATA), safe))


def _safe(*bags: bytes) -> bytes:
    return sequence(oid(DATA), tagged(0xA0, octet_string(sequence(*bags))))


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (_pkcs12(), "pkcs12-no-key"),
        (_pkcs12(sequence(oid("1.2.840.113549.1.7.6"))), "pkcs12-no-key"),
        (_pkcs12(_safe()), "pkcs12-no-key"),
        (_pkcs12(_safe(sequence(oid(PBES2), tagged(0xA0, b"")))), "pkcs12-no-key"),
        (sequence(integer(3), sequence(oid(PBES2))), "der-malformed"),
    ],
)
def test_pkcs12_without_a_key(octets: bytes, code: str) -> None:
    """A PKCS#12 file without a key says so, and a damaged one that it is damaged."""
    found = key_bag(octets)
    assert isinstance(found, Problem)
    assert found.code == code


def test_pkcs12_with_a_plain_key() -> None:
    """A key that is not encrypted inside its file needs no passphrase."""
    plain = key_file("rsa-2048-private-pkcs8.der")
    octets = _pkcs12(_safe(sequence(oid(KEY_BAG), tagged(0xA0, plain))))
    read = open_der(octets, None)
    assert isinstance(read, Read)
    assert read.shape is Shape.PKCS12
    assert isinstance(read.key, Key)
    broken = _pkcs12(_safe(sequence(oid(KEY_BAG), tagged(0xA0, b"hello"))))
    assert isinstance(open_der(broken, None), Problem)
