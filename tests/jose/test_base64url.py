"""Base64url: what is read, and what is said about what is wrong."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.base64url import (
    Offence,
    chars_of_octets,
    decode,
    encode,
    octets_of_chars,
    only_octets,
)
from jwtdesk.jose.problem import Severity, Span

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
RFC_7515_APPENDIX_C = (bytes([3, 236, 255, 224, 193]), "A-z_4ME")


def by_hand(text: str) -> bytes:
    """Decode from the definition: six bits a character, whole octets only."""
    bits = "".join(f"{ALPHABET.index(c):06b}" for c in text)
    return bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits) - 7, 8))


@given(st.binary())
def test_what_is_encoded_decodes_to_itself(octets: bytes) -> None:
    """Encoding gives a sound text without padding that holds the same octets."""
    text = encode(octets)
    assert text == base64.urlsafe_b64encode(octets).decode().rstrip("=")
    assert decode(text).octets == octets
    assert decode(text).problems == ()


@pytest.mark.parametrize("over", range(4))
def test_what_is_long_decodes_to_itself(over: int) -> None:
    """It is decoded part by part, and nothing is lost between two of them."""
    octets = bytes(range(256)) * 12_000 + bytes(range(over))
    assert decode(encode(octets)).octets == octets


@given(st.text(alphabet=ALPHABET))
def test_it_decodes_as_the_definition_says(text: str) -> None:
    """Any text of the alphabet gives the octets that its bits make up."""
    assert decode(text).octets == by_hand(text)


@given(st.text(alphabet=ALPHABET), st.data())
def test_white_space_changes_no_octet(text: str, data: st.DataObject) -> None:
    """Blanks and line breaks anywhere are warned about and left out."""
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + "\r\n" + text[at:] + " "
    assert decode(broken).octets == decode(text).octets
    assert decode(broken).sound is (len(text) % 4 != 1)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text raises; what is kept is decoded, problems stand in reading order within the text."""
    decoded = decode(text)
    starts = [problem.span.start for problem in decoded.problems if problem.span]
    assert starts == sorted(starts)
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in decoded.problems if p.span)
    kept = "".join(c for c in text.replace("+", "-").replace("/", "_") if c in ALPHABET)
    assert decoded.octets == by_hand(kept)
    assert decoded.sound is (
        len(kept) % 4 != 1
        and all(c.isspace() or c in ALPHABET + "=" for c in text)
        and not any("\x1c" <= c <= "\x1f" for c in text)
    )


@given(st.text(alphabet=ALPHABET + "+/= é\ud800."))
def test_a_quick_look_sees_the_same_octets(text: str) -> None:
    """Only the offences are left out."""
    assert only_octets(text) == decode(text).octets


def test_the_rfc_example_reads_and_writes() -> None:
    """RFC 7515 appendix C is reproduced in both directions."""
    octets, text = RFC_7515_APPENDIX_C
    assert encode(octets) == text
    assert decode(text).octets == octets


@pytest.mark.parametrize(
    ("text", "octets", "offence", "span", "words"),
    [
        ("QU I", b"AB", Offence.WHITE_SPACE, Span(2, 3), "SPACE (U+0020)"),
        ("QUI\n\n", b"AB", Offence.WHITE_SPACE, Span(3, 5), "Characters 4 to 5"),
        ("QUI\xa0", b"AB", Offence.WHITE_SPACE, Span(3, 4), "NO-BREAK SPACE (U+00A0)"),
        ("QUI=", b"AB", Offence.PADDING, Span(3, 4), "tokens take no padding"),
        ("QQ==", b"A", Offence.PADDING, Span(2, 4), "tokens take no padding"),
        ("QQ=", b"A", Offence.PADDING, Span(2, 3), "one “=” is missing"),
        ("QQ===", b"A", Offence.PADDING, Span(2, 5), "too long"),
        ("QUJD\udcff", b"ABC", Offence.FOREIGN, Span(4, 5), "the byte 0xFF"),
        ("QUJD=", b"ABC", Offence.PADDING, Span(4, 5), "whole without it"),
        ("QQ==QUJD", b"A\x04\x14$", Offence.PADDING, Span(2, 4), "in the middle"),
        ("-_+A", b"\xfb\xff\x80", Offence.STANDARD_ALPHABET, Span(2, 3), "base64url writes “-”"),
        ("-_/A", b"\xfb\xff\xc0", Offence.STANDARD_ALPHABET, Span(2, 3), "base64url writes “_”"),
        ("QU\u200bI", b"AB", Offence.FOREIGN, Span(2, 3), "ZERO WIDTH SPACE (U+200B)"),
        ("QU.I", b"AB", Offence.FOREIGN, Span(2, 3), "a dot only separates"),
        ("QUI%", b"AB", Offence.FOREIGN, Span(3, 4), "URL-encoded"),
        ("QUI…", b"AB", Offence.FOREIGN, Span(3, 4), "shortened"),
        ("QUI\ud800", b"AB", Offence.FOREIGN, Span(3, 4), "LONE SURROGATE (U+D800)"),
        ("Q", b"", Offence.LENGTH, Span(0, 1), "at least one more is missing"),
        ("QUJDQ", b"ABC", Offence.LENGTH, Span(4, 5), "one is too many"),
        ("QR", b"A", Offence.TRAILING_BITS, Span(1, 2), "an encoder writes “Q”"),
        ("QUJ", b"AB", Offence.TRAILING_BITS, Span(2, 3), "an encoder writes “I”"),
    ],
)
def test_each_offence_is_named_with_its_place(
    text: str, octets: bytes, offence: Offence, span: Span, words: str
) -> None:
    """One offence gives one problem: its code, its span, and the words that tell how to mend it."""
    decoded = decode(text)
    (problem,) = [p for p in decoded.problems if p.code == offence.value]
    assert (decoded.octets, problem.span) == (octets, span)
    assert words in problem.message
    assert problem.severity is offence.severity
    assert decoded.sound is (offence.severity is Severity.WARNING)


def test_the_end_of_a_text_is_found_behind_white_space() -> None:
    """Trailing bits are placed at the last character that counts."""
    bits = [p for p in decode("Q R \n").problems if p.code == Offence.TRAILING_BITS.value]
    assert [p.span for p in bits] == [Span(2, 3)]


@pytest.mark.parametrize(("text", "told"), [("A\n" * 5, 5), ("A\n" * 6, 6), ("A\n" * 9999, 6)])
def test_the_same_offence_many_times_is_counted(text: str, told: int) -> None:
    """The first five are told one by one, and one problem counts the others."""
    blanks = [p for p in decode(text).problems if p.code == Offence.WHITE_SPACE.value]
    assert len(blanks) == told
    assert (f"{text.count(chr(10)) - 5:,} more" in blanks[-1].message) is (told == 6)


@given(st.binary(min_size=1), st.data())
def test_characters_and_octets_are_told_of_each_other(octets: bytes, data: st.DataObject) -> None:
    """Changing an octet changes only the characters that carry it, and those carry it."""
    at = data.draw(st.integers(0, len(octets) - 1))
    changed = octets[:at] + bytes([octets[at] ^ 0xFF]) + octets[at + 1 :]
    old, new = encode(octets), encode(changed)
    span = chars_of_octets(at, at + 1)
    assert [i for i in range(len(old)) if old[i] != new[i]] == list(range(span.start, span.end))
    back = octets_of_chars(span.start, span.end)
    assert back.start <= at < back.end


@pytest.mark.parametrize(
    ("start", "end", "chars", "octets"),
    [
        (0, 1, Span(0, 2), Span(0, 1)),
        (0, 3, Span(0, 4), Span(0, 3)),
        (1, 2, Span(1, 3), Span(0, 2)),
        (2, 2, Span(2, 2), Span(1, 1)),
        (-5, -1, Span(0, 0), Span(0, 0)),
    ],
)
def test_ranges_are_carried_over(start: int, end: int, chars: Span, octets: Span) -> None:
    """Half-open ranges go over whole; empty and impossible ones stay empty."""
    assert chars_of_octets(start, end) == chars
    assert octets_of_chars(start, end) == octets
