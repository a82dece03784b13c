"""The bounded DER reader, on good and on hostile octets."""

from binascii import a2b_base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.containers.opened import open_der
from jwtdesk.jose.containers.shape import Read, Shape, read_der, shape_of
from jwtdesk.jose.der import INTEGER, SEQUENCE, Der, Malformed, missing_octets
from jwtdesk.jose.key import Key, KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Problem
from tests.jose.containers.der_of import bit_string, integer, sequence, tagged
from tests.keys.locate import key_file

FILES = (
    "rsa-2048-private-pkcs8.der",
    "rsa-2048-certificate.der",
    "rsa-2048.p12",
)


@pytest.mark.parametrize(
    ("octets", "missing"),
    [
        (b"", 1),
        (b"\x02", 1),
        (b"\x02\x05ab", 3),
        (b"\x02\x84\0\0", 2),
        (b"\x02\x80", 0),
        (b"\x02\x85\0\0\0\0\1", 0),
        (b"\x03\x00", 0),
    ],
)
def test_value_that_cannot_be_taken(octets: bytes, missing: int) -> None:
    """A cut-off value says how many octets it lacks; another fault says none."""
    with pytest.raises(Malformed) as fault:
        Der(octets).take(INTEGER)
    assert fault.value.missing == missing or not octets


@pytest.mark.parametrize(
    ("octets", "value"),
    [(b"\x02\x01\x05", 5), (b"\x02\x01\xff", -1), (b"\x02\x82\x00\x01\x07", 7), (b"\x02\0", 0)],
)
def test_numbers(octets: bytes, value: int) -> None:
    """Integers are signed, in short and in long form."""
    assert Der(octets).number() == value


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("2a8648ce3d0201", "1.2.840.10045.2.1"),
        ("2b6570", "1.3.101.112"),
        ("608648016503040311", "2.16.840.1.101.3.4.3.17"),
        ("80", "0.0"),
    ],
)
def test_object_identifiers(content: str, name: str) -> None:
    """Object identifiers come out in dotted form; an unfinished one is no known one."""
    octets = bytes.fromhex(content)
    assert Der(bytes((6, len(octets))) + octets).object_id() == name


@pytest.mark.parametrize("octets", [b"\x06\0", b"\x03\x02\x01\x00", b"\x03\0"])
def test_empty_and_odd_values(octets: bytes) -> None:
    """An empty identifier, and bits that are no whole octets, are malformed."""
    reader = Der(octets)
    with pytest.raises(Malformed):
        (reader.object_id if octets[0] == 6 else reader.bits)()


@pytest.mark.parametrize(
    ("octets", "missing"),
    [(b"\x30\x02\x05\x00", 0), (b"\x30\x05\x05\x00", 3), (b"hello", None), (b"", None)],
)
def test_missing_octets(octets: bytes, missing: int | None) -> None:
    """The outermost value says whether it is whole, cut off, or no sequence."""
    assert missing_octets(octets) == missing


@pytest.mark.parametrize(
    ("octets", "shape"),
    [
        ("3000", None),
        ("30020500", None),
        ("3003020100", None),
        ("30050201000500", None),
        ("3006020100020101", Shape.PKCS1_PUBLIC),
        ("3009020100020101020101", Shape.PKCS1_PRIVATE),
        ("30050201013000", Shape.PKCS8),
        ("30050201033000", Shape.PKCS12),
        ("30050201010400", Shape.SEC1),
        ("300430000300", Shape.SPKI),
        ("300430000400", Shape.ENCRYPTED),
        ("300430003000", Shape.CERTIFICATE),
        ("300430000500", None),
        ("30023000", None),
    ],
)
def test_shapes(octets: str, shape: Shape | None) -> None:
    """A structure is told by its first fields."""
    assert shape_of(bytes.fromhex(octets)) is shape


def test_encrypted_key_is_not_opened_by_the_plain_reader() -> None:
    """The plain reader says that a key is encrypted instead of opening it."""
    read = read_der(bytes.fromhex("300430000400"))
    assert isinstance(read, Read)
    assert isinstance(read.key, Problem)
    assert read.key.code == "key-encrypted"


def _certificate(*fields: bytes) -> bytes:
    return sequence(sequence(*fields), sequence(), bit_string(b""))


@pytest.mark.parametrize("version", [(), (tagged(0xA0, integer(2)),)])
def test_certificate_with_and_without_a_version(version: tuple[bytes, ...]) -> None:
    """The key is found in old certificates, which have no version, as in new ones."""
    names = (integer(1), sequence(), sequence(), sequence(), sequence())
    key = b"".join(key_file("ed25519-public-spki.pem").split(b"\n")[1:2])
    read = read_der(_certificate(*version, *names, a2b_base64(key)))
    assert isinstance(read, Read)
    assert isinstance(read.key, Key)


def test_certificate_that_ends_early() -> None:
    """A certificate without a key in it is damaged."""
    read = read_der(_certificate(integer(1)))
    assert isinstance(read, Problem)
    assert read.code == "der-malformed"


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("step", [97])
def test_cut_off_file_is_told(file: str, step: int) -> None:
    """Wherever a file is cut off, the answer is a problem."""
    octets = key_file(file)
    for length in range(0, len(octets), step):
        assert isinstance(open_der(octets[:length], b"x"), Problem)


@given(st.data())
def test_damaged_structure_never_raises(data: st.DataObject) -> None:
    """One changed octet anywhere gives a key or a problem, never an exception."""
    octets = bytearray(key_file(data.draw(st.sampled_from(FILES))))
    at = data.draw(st.integers(0, len(octets) - 1))
    octets[at] = data.draw(st.integers(0, 255))
    read = open_der(bytes(octets), b"correct horse")
    assert isinstance(read, Problem) or isinstance(read.key, Key | Problem)


@given(st.binary(max_size=200))
def test_any_octets_read_as_something(octets: bytes) -> None:
    """Any octets at all, in a sequence or bare, are answered."""
    wrapped = bytes((SEQUENCE, 0x81, len(octets))) + octets
    assert isinstance(read_der(wrapped), Read | Problem)
    assert read_key(KeyInput(wrapped)) == read_key(KeyInput(wrapped))
