"""Lines and columns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import line_column


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("abc", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\n\rb", 3, (3, 1)),
        ("\r", 1, (2, 1)),
        ("\U0001f600x", 1, (1, 2)),
        ("a\u2028b", 2, (1, 3)),
        ("ab", 99, (1, 3)),
        ("ab", -1, (1, 1)),
    ],
)
def test_places(text: str, offset: int, place: tuple[int, int]) -> None:
    """CR, LF and CRLF each end one line; columns are code points; offsets stay within the text."""
    assert line_column(text, offset) == place


@given(st.text(alphabet="ab\r\n"), st.data())
def test_counting_agrees_with_splitting(text: str, data: st.DataObject) -> None:
    """The place is what cutting the text into lines would give."""
    offset = data.draw(st.integers(0, len(text)))
    ends = [found.end() for found in re.finditer(r"\r\n|\r|\n", text) if found.end() <= offset]
    assert line_column(text, offset) == (len(ends) + 1, offset - (ends or [0])[-1] + 1)
