"""Payloads that are no claims are named for what they are."""

import gzip
import os
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.content import ContentKind, content_of
from jwtdesk.jose.inflate import MOST, deflate
from tests.keys.locate import key_file
from tests.made import part, token

JSON = b'{"a": 1, "b": [2, 3]}'
SIGN1 = bytes.fromhex("d28443a10126a10442313142abcd43010203")
ENC = part('{"alg":"dir","enc":"A128GCM"}')
JWE = f"{ENC}..aXY.Y3Q.dGFn"
FLAT = b'{"payload":"e30","protected":"e30","signature":"AA"}'


@pytest.mark.parametrize(
    ("octets", "kind", "name"),
    [
        (b"", ContentKind.EMPTY, "Empty"),
        (JSON, ContentKind.JSON, "JSON object"),
        (b'{"a":1}', ContentKind.JSON, "JSON object"),
        (b"[1]", ContentKind.JSON, "JSON list"),
        (b'"a"', ContentKind.JSON, "JSON text"),
        (b" 1.5", ContentKind.JSON, "JSON number"),
        (b"null", ContentKind.JSON, "JSON word"),
        ("It\u2019s a dangerous business\r\n".encode(), ContentKind.TEXT, "Plain text"),
        (b"x", ContentKind.TEXT, "Plain text"),
        (b"{broken", ContentKind.TEXT, "Plain text"),
        (token().encode(), ContentKind.TOKEN, "Signed token"),
        (f" {token()}\n".encode(), ContentKind.TOKEN, "Signed token"),
        (f"{token()}~WyJ4Il0~".encode(), ContentKind.TOKEN, "SD-JWT"),
        (JWE.encode(), ContentKind.TOKEN, "Encrypted token"),
        (FLAT, ContentKind.TOKEN, "Signed token in JSON form"),
        (b'{"ciphertext":"","protected":"e30"}', ContentKind.TOKEN, "Encrypted token in JSON form"),
        (SIGN1, ContentKind.CBOR, "COSE_Sign1"),
        (bytes.fromhex("a2636973736461636d65637375626361646120"[:36]), ContentKind.CBOR, "CBOR"),
        (gzip.compress(JSON), ContentKind.DEFLATE, "gzip"),
        (gzip.compress(JSON)[:-1], ContentKind.DEFLATE, "gzip"),
        (zlib.compress(JSON), ContentKind.DEFLATE, "zlib"),
        (deflate(JSON), ContentKind.DEFLATE, "DEFLATE"),
        (deflate(b"[1]"), ContentKind.BINARY, "Binary"),
        (deflate(b"some text that is not JSON at all"), ContentKind.BINARY, "Binary"),
        (zlib.compress(JSON)[:-1], ContentKind.BINARY, "Binary"),
        (b"x\x9c\xff", ContentKind.BINARY, "Binary"),
        (b"\x89PNG\r\n\x1a\nxyz", ContentKind.FILE, "PNG image"),
        (b"\xff\xd8\xff\xe0xyz", ContentKind.FILE, "JPEG image"),
        (b"%PDF-1.7\n", ContentKind.FILE, "PDF document"),
        (b"\x30\x82\x00\x01\x00", ContentKind.BINARY, "Binary"),
        (b"\x30\x82\x00\x02\x00", ContentKind.BINARY, "Binary"),
        (b"a\x00b", ContentKind.BINARY, "Binary"),
        ("a\u0085b".encode(), ContentKind.BINARY, "Binary"),
        (b"\xff", ContentKind.BINARY, "Binary"),
    ],
)
def test_a_payload_is_named_for_what_it_is(octets: bytes, kind: ContentKind, name: str) -> None:
    """The kind says how it is shown, the name what it is, and a sentence says more."""
    found = content_of(octets)
    assert (found.kind, found.name) == (kind, name)
    assert found.detail.endswith(".")


@pytest.mark.parametrize(
    ("octets", "words", "unpacked"),
    [
        (gzip.compress(JSON), "(gzip), 21 bytes unpacked: JSON object.", JSON),
        (zlib.compress(SIGN1), "(zlib), 18 bytes unpacked: COSE_Sign1.", SIGN1),
        (zlib.compress(b"\xff"), "(zlib), 1 bytes unpacked: Binary.", b"\xff"),
        (gzip.compress(bytes(MOST + 1)), "8 MiB", None),
        (gzip.compress(JSON)[:-1], "cut off", None),
    ],
)
def test_compressed_data_says_what_is_in_it(
    octets: bytes, words: str, unpacked: bytes | None
) -> None:
    """Within the bound it is unpacked, else the sentence says why not."""
    found = content_of(octets)
    assert words in found.detail
    assert found.unpacked == unpacked


def test_a_certificate_is_told_by_its_structure() -> None:
    """X.509 in DER, whole; the same with its last octet lost is just binary."""
    octets = key_file("rsa-2048-certificate.der")
    assert content_of(octets).name == "X.509 certificate"
    assert content_of(octets[:-1]).kind is ContentKind.BINARY


@given(st.integers(0, 2**64), st.integers(1, 64))
def test_random_octets_get_no_other_name(seed: int, length: int) -> None:
    """Chance makes text and binary, nothing that sounds like knowledge."""
    octets = random.Random(seed).randbytes(length)  # noqa: S311 - a die, not a key
    kinds = {ContentKind.BINARY, ContentKind.TEXT, ContentKind.JSON}
    assert content_of(octets).kind in kinds


@given(st.binary(max_size=64))
def test_any_octets_have_a_name(octets: bytes) -> None:
    """Whatever they are, nothing raises and a sentence is said."""
    assert content_of(octets).detail


def test_a_random_megabyte_is_binary() -> None:
    """Large payloads are named as surely as small ones."""
    assert content_of(b"\xff" + os.urandom(1_000_000)).kind is ContentKind.BINARY
