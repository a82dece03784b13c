"""Values written as JSON text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import Number, Value, compact, read
from jwtdesk.jose.jsontext.write import written

TEXTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (Number("1E2"), "1E2"),
        ('"', r'"\""'),
        ({}, "{}"),
        ([], "[]"),
        ({"a": [Number("1"), {}], "b": ""}, '{"a":[1,{}],"b":""}'),
        ([[[]], {"": None}], '[[[]],{"":null}]'),
    ],
)
def test_a_value_is_written(value: Value, text: str) -> None:
    """Compact, in order, numbers by their lexemes."""
    assert written(value) == text


@given(TEXTS)
def test_what_was_read_is_written_again(value: object) -> None:
    """Reading a compact text and writing it gives the same value."""
    text = json.dumps(value, ensure_ascii=True)
    assert read(written(read(text).value)).value == read(text).value
    assert compact(written(read(text).value)) == written(read(text).value)


def test_an_excerpt_ends_early() -> None:
    """A long value is written only so far as it is asked for."""
    value: Value = [Number("7")] * 100_000
    assert 20 < len(written(value, 20)) < 30
    assert written([Number("7")], 20) == "[7]"


def test_depth_is_no_recursion() -> None:
    """Ten thousand levels are written like one."""
    value: Value = []
    for _ in range(10_000):
        value = [value]
    assert written(value) == "[" * 10_001 + "]" * 10_001
