"""How single characters are named."""

import pytest

from jwtdesk.jose.character import LONGEST_EXCERPT, excerpt, readable


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("x", "“x”"),
        ("é", "LATIN SMALL LETTER E WITH ACUTE (é, U+00E9)"),
        ("\u0435", "CYRILLIC SMALL LETTER IE (\u0435, U+0435)"),
        ("\U0001f600", "GRINNING FACE (\U0001f600, U+1F600)"),
        (" ", "SPACE (U+0020)"),
        ("\n", "LINE FEED (U+000A)"),
        ("\x01", "CONTROL CHARACTER (U+0001)"),
        ("\x85", "NEXT LINE (U+0085)"),
        ("\xa0", "NO-BREAK SPACE (U+00A0)"),
        ("\u200b", "ZERO WIDTH SPACE (U+200B)"),
        ("\u0301", "COMBINING ACUTE ACCENT (U+0301)"),
        ("\u3164", "HANGUL FILLER (U+3164)"),
        ("\ufeff", "BYTE ORDER MARK (U+FEFF)"),
        ("\ud800", "LONE SURROGATE (U+D800)"),
        ("\ue000", "PRIVATE USE CHARACTER (U+E000)"),
        ("\uffff", "UNASSIGNED CHARACTER (U+FFFF)"),
    ],
)
def test_every_character_can_be_read(character: str, shown: str) -> None:
    """Visible characters are shown, invisible ones named, look-alikes told apart."""
    assert readable(character) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("user id", "“user id”"),
        ("a\nb\ud800", "“a\\u000ab\\ud800”"),
        ("x" * 25, "“" + "x" * LONGEST_EXCERPT + "…”"),
    ],
)
def test_an_excerpt_is_short_and_printable(text: str, shown: str) -> None:
    """No line break, surrogate or length of a text spoils the sentence that quotes it."""
    assert excerpt(text) == shown
    assert excerpt(text).encode("utf-8")
