"""DEFLATE comes back whole or not at all."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.inflate import MOST, deflate, inflate
from jwtdesk.jose.problem import Problem


@given(st.binary(max_size=500))
def test_what_was_deflated_inflates(octets: bytes) -> None:
    """Any octets survive."""
    assert inflate(deflate(octets)) == octets


@given(st.binary(max_size=60))
def test_any_octets_have_an_answer(octets: bytes) -> None:
    """Octets or a problem, never an exception."""
    assert isinstance(inflate(octets), bytes | Problem)


def test_the_bound_is_exact() -> None:
    """Eight mebibytes are taken, one byte more is not."""
    assert inflate(deflate(bytes(MOST))) == bytes(MOST)


@pytest.mark.parametrize(
    ("octets", "code", "words"),
    [
        (b"", "zip-cut-off", "cut off"),
        (deflate(b"abc" * 9)[:-1], "zip-cut-off", "cut off"),
        (deflate(b"abc") + b"x", "zip-trailing", "1 byte that"),
        (deflate(b"abc") + b"xy", "zip-trailing", "2 bytes that"),
        (deflate(bytes(MOST + 1)), "zip-too-large", "8 MiB"),
        (b"\xff", "zip-broken", "not compressed"),
        (zlib.compress(b"abc"), "zip-broken", "zlib"),
        (zlib.compress(b"abc", wbits=31), "zip-broken", "gzip"),
    ],
)
def test_every_fault_has_its_code(octets: bytes, code: str, words: str) -> None:
    """A stream that others might half accept is refused, and the sentence says why."""
    found = inflate(octets)
    assert isinstance(found, Problem)
    assert found.code == code
    assert words in found.message
