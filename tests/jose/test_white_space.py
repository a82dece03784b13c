"""White space in a token is removed, and said."""

import pytest

from jwtdesk.jose.problem import Severity
from jwtdesk.jose.white_space import stripped, without


@pytest.mark.parametrize(
    ("text", "clean", "message"),
    [
        ("a\nb", "ab", "1 line break removed"),
        ("a\r\nb\r\nc", "abc", "2 line breaks removed"),
        ("a b", "ab", "1 blank removed"),
        (" a\u00a0b\tc", "abc", "3 blanks removed"),
        ("a\u2028\n b", "ab", "2 line breaks and 1 blank removed"),
        ("a" + " " * 1234, "a", "1,234 blanks removed"),
    ],
)
def test_what_is_removed_is_counted(text: str, clean: str, message: str) -> None:
    """Line breaks and blanks are counted apart, a carriage return with its line feed as one."""
    kept, notes = without(text)
    assert kept == clean
    assert [(one.message, one.severity) for one in notes] == [(message, Severity.WARNING)]


@pytest.mark.parametrize("text", ["", "abc", "ä", "\u200b", "\ufeff"])
def test_nothing_is_said_without_white_space(text: str) -> None:
    """Invisible characters are no white space: they stay, to be told as foreign."""
    assert without(text) == (text, ())


def test_stripping_leaves_the_inside() -> None:
    """Only what stands around is taken by `stripped`."""
    assert stripped("\n\u3000a b\u00a0") == "a b"
