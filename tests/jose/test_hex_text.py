"""Octets as digits, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.hex_text import ascii_lines, hex_lines, read_hex
from jwtdesk.jose.problem import Problem, Span

TEXT = b"eyJhbGciOiJIUzI1NiJ9\xff\x00"


def test_a_line_has_sixteen_octets_in_two_halves() -> None:
    """The gap in the middle helps to count; the last line may be short."""
    assert hex_lines(TEXT) == (
        "65 79 4a 68 62 47 63 69  4f 69 4a 49 55 7a 49 31\n4e 69 4a 39 ff 00"
    )
    assert ascii_lines(TEXT) == ("eyJhbGciOiJIUzI1", "NiJ9\u00b7\u00b7")


@pytest.mark.parametrize(
    ("octets", "width", "lines", "shown"),
    [
        (b"", 16, "", ()),
        (b"abc", 1, "61\n62\n63", ("a", "b", "c")),
        (b"abc", 2, "61  62\n63", ("ab", "c")),
        (b"abc", 0, "61\n62\n63", ("a", "b", "c")),
        (b"abcde", 5, "61 62 63  64 65", ("abcde",)),
    ],
)
def test_any_width_will_do(octets: bytes, width: int, lines: str, shown: tuple[str, ...]) -> None:
    """The left half is the wider one; nothing is lost."""
    assert (hex_lines(octets, width), ascii_lines(octets, width)) == (lines, shown)


@given(st.binary(max_size=200), st.integers(-1, 40))
def test_what_is_shown_reads_back(octets: bytes, width: int) -> None:
    """Whatever the width; the characters stand beside as many octets."""
    assert read_hex(hex_lines(octets, width)) == octets
    assert read_hex(hex_lines(octets, width).upper()) == octets
    assert sum(map(len, ascii_lines(octets, width))) == len(octets)


@pytest.mark.parametrize(
    ("text", "octets"),
    [
        ("", b""),
        (" \n", b""),
        ("DE:AD:be:ef", b"\xde\xad\xbe\xef"),
        ("0xDEADBEEF", b"\xde\xad\xbe\xef"),
        ("0xde 0XAD, 0xbe"[:9], b"\xde\xad"),
        ("d ea d", b"\xde\xad"),
        ("00 0x00", b"\x00\x00"),
    ],
)
def test_the_ways_people_write_it_are_read(text: str, octets: bytes) -> None:
    """White space, colons, upper case and prefixes."""
    assert read_hex(text) == octets


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("0x41 4g", "hex-foreign", Span(6, 7)),
        ("0x", "hex-foreign", Span(1, 2)),
        ("41,42", "hex-foreign", Span(2, 3)),
        ("x41", "hex-foreign", Span(0, 1)),
        ("4\u0661", "hex-foreign", Span(1, 2)),
        ("41 4 \n", "hex-odd", Span(3, 4)),
        ("4", "hex-odd", Span(0, 1)),
    ],
)
def test_the_first_wrong_character_is_shown(text: str, code: str, span: Span) -> None:
    """With its place, so that it can be mended."""
    found = read_hex(text)
    assert isinstance(found, Problem)
    assert (found.code, found.span) == (code, span)


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    """Octets or a problem, never an exception."""
    found = read_hex(text)
    assert isinstance(found, bytes) or found.span is not None


@given(st.binary(max_size=80), st.integers(1, 20))
def test_lines_are_those_that_are_made_one_by_one(octets: bytes, width: int) -> None:
    """Many lines at once, and the rest of one, read like each line alone."""
    lines = [octets[at : at + width] for at in range(0, len(octets), width)]
    assert hex_lines(octets, width).split("\n") == [hex_lines(one, width) for one in lines or [b""]]
