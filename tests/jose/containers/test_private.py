"""Private key structures with their rarer fields."""

import pytest

from jwtdesk.jose.containers.shape import Read, read_der
from jwtdesk.jose.key import Key
from jwtdesk.jose.material.rsa_signing import RsaSigning
from jwtdesk.jose.problem import Problem
from tests.jose.containers.der_of import bit_string, integer, octet_string, oid, sequence, tagged
from tests.keys.locate import key_named

ED25519, EC, P256, ML_DSA = "1.3.101.112", "1.2.840.10045.2.1", "1.2.840.10045.3.1.7", (
    "2.16.840.1.101.3.4.3.17"
)  # fmt: skip
ED = key_named("ed25519-private-pkcs8.pem")
ML = key_named("ml-dsa-44-private-pkcs8.pem")


def _raw(key: Key, part: str) -> bytes:
    half = key.signing if part == "private" else key.public
    return bytes(getattr(half, f"{part}_bytes_raw")())


def _pkcs8(identifier: bytes, content: bytes, *more: bytes) -> bytes:
    return sequence(integer(1), identifier, octet_string(content), *more)


def _read(octets: bytes) -> Key | Problem:
    read = read_der(octets)
    assert isinstance(read, Read), read
    return read.key


@pytest.mark.parametrize(
    ("more", "private"),
    [
        ((), True),
        ((tagged(0xA0, b""),), True),
        ((tagged(0x81, b"\0" + _raw(ED, "public")),), True),
        ((tagged(0xA0, b""), tagged(0x81, b"\0" + _raw(ED, "public"))), True),
        ((tagged(0x81, b"\0" + _raw(key_named("ed25519-public-spki.pem"), "public")),), True),
        ((tagged(0x81, b"\0" + b"\1" + bytes(31)),), False),
    ],
)
def test_public_part_within_pkcs8(more: tuple[bytes, ...], private: bool) -> None:
    """A public part beside the private one must belong to it (RFC 5958)."""
    inner = octet_string(_raw(ED, "private"))
    found = _read(_pkcs8(sequence(oid(ED25519)), inner, *more))
    assert isinstance(found, Key)
    assert found.private == private


def test_two_forms_of_an_ml_dsa_key() -> None:
    """A key with seed and expanded form is read by its seed; the expanded form alone is not."""
    seed = _raw(ML, "private")
    both = _read(_pkcs8(sequence(oid(ML_DSA)), sequence(octet_string(seed), octet_string(b"x"))))
    assert isinstance(both, Key)
    assert both.thumbprint == ML.thumbprint
    alone = _read(_pkcs8(sequence(oid(ML_DSA)), octet_string(b"x" * 2560)))
    assert isinstance(alone, Problem)
    assert alone.code == "akp-expanded-only"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ((), "ec-no-curve"),
        ((tagged(0xA0, oid(P256)),), "private"),
        ((tagged(0xA0, oid("1.2.3")),), "ec-curve-foreign"),
        ((tagged(0xA0, sequence()),), "ec-explicit-parameters"),
        ((tagged(0xA0, b""),), None),
        ((tagged(0xA0, oid(P256)), tagged(0xA1, bit_string(b"\4" * 65))), "key-inconsistent"),
    ],
)
def test_sec1_fields(fields: tuple[bytes, ...], code: str | None) -> None:
    """A SEC1 key must name its curve, and its public part must belong to it."""
    read = read_der(sequence(integer(1), octet_string(b"\1"), *fields))
    if code is None:
        assert isinstance(read, Problem)
        assert read.code == "der-malformed"
    elif code == "private":
        assert isinstance(read, Read)
        assert isinstance(read.key, Key)
    else:
        assert isinstance(read, Read)
        assert isinstance(read.key, Problem)
        assert read.key.code == code


def test_short_private_number_is_read() -> None:
    """A private number that lost its leading zeros is the number that it is."""
    found = _read(sequence(integer(1), octet_string(b"\1"), tagged(0xA0, oid(P256))))
    assert isinstance(found, Key)
    assert found.private


def test_sec1_within_pkcs8_takes_the_outer_curve() -> None:
    """Inside PKCS#8 the curve stands outside."""
    inner = sequence(integer(1), octet_string(b"\1"))
    found = _read(_pkcs8(sequence(oid(EC), oid(P256)), inner))
    assert isinstance(found, Key)
    assert found.curve == "P-256"


@pytest.mark.parametrize("position", range(8))
def test_negative_number_in_a_private_rsa_key(position: int) -> None:
    """A negative number never becomes part of a usable private key."""
    key = key_named("rsa-2048-private-pkcs8.pem")
    assert isinstance(key.signing, RsaSigning)
    parts = key.signing.parts
    numbers = [parts.n, parts.e, parts.d, parts.p, parts.q, parts.dp, parts.dq, parts.qi]
    numbers[position] = -(numbers[position] or 0)
    found = _read(sequence(integer(0), *(integer(one or 0) for one in numbers)))
    assert isinstance(found, Problem) or not found.private


@pytest.mark.parametrize(
    ("count", "code"), [(5, "key-type-foreign"), (4, "der-malformed"), (7, "der-malformed")]
)
def test_too_few_numbers_are_no_rsa_key(count: int, code: str) -> None:
    """Five numbers are a DSA key in OpenSSL's own form; any other count is a damaged one."""
    found = read_der(sequence(integer(0), *(integer(7) for _ in range(count))))
    fault = found.key if isinstance(found, Read) else found
    assert isinstance(fault, Problem)
    assert fault.code == code
