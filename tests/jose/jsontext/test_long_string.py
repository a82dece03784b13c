"""Where a string ends, however long it is."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import outer_members, read
from jwtdesk.jose.jsontext.lexemes import STRING
from jwtdesk.jose.jsontext.long_string import string_end

LONG = "x" * 600_000 + 'a"b\\c\n' * 2_000 + "é" * 30_000
BROKEN = ('"' + "x" * 300_000, '"' + "x" * 300_000 + '\\z"', '"' + "x" * 300_000 + '\n"', '"\\')


@given(st.text(alphabet='"\\nu0x\n', max_size=12))
def test_it_ends_where_the_pattern_of_a_string_does(text: str) -> None:
    """Any text behind a quotation mark is judged as RFC 8259 section 7 has it."""
    whole = re.match(STRING, f'"{text}')
    assert string_end(f'"{text}', 0) == (whole.end() if whole else None)


def test_a_long_string_has_its_end() -> None:
    """More characters, and more escapes, than one stride takes."""
    text = f"[{json.dumps(LONG)}, 1]"
    assert string_end(text, 1) == len(text) - 4


@pytest.mark.parametrize("text", BROKEN, ids=["open", "escape", "line", "backslash"])
def test_a_broken_string_has_none(text: str) -> None:
    """It is never closed, or holds what a string must not hold; it is no member either."""
    assert string_end(text, 0) is None
    assert not list(outer_members(f'{{"a":{text}}}'))


def test_a_member_may_be_long() -> None:
    """A long string between short ones is found, and read, like any other."""
    text = json.dumps({"a": 1, "b": LONG, "c": [LONG, LONG], "d": {}})
    found = {one.name: text[one.value.start : one.value.end] for one in outer_members(text)}
    assert json.loads(found["b"]) == LONG
    assert json.loads(found["c"]) == [LONG, LONG]
    assert list(found) == ["a", "b", "c", "d"]
    value = read(text).value
    assert isinstance(value, dict)
    assert (value["b"], value["c"], value["d"]) == (LONG, [LONG, LONG], {})
