"""A JSON text that was cut off can be closed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.json_closing import missing_end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", ""),
        ("{}", ""),
        ('{"a":[1', "]}"),
        ('{"a":{"b":"c"}', "}"),
        ('{"a":"b', '"}'),
        ('{"a":"}]\\"', '"}'),
        ("{]", ""),
        ("}", ""),
        ("[" * 300, ""),
        ("[" + " " * 1_000_000, ""),
    ],
)
def test_the_missing_end_is_told(text: str, end: str) -> None:
    """Brackets inside strings do not count; what cannot be closed stays open."""
    assert missing_end(text) == end


@given(
    st.recursive(
        st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
    )
)
def test_a_sound_text_lacks_nothing(value: object) -> None:
    """Whatever JSON it is."""
    assert missing_end(json.dumps(value)) == ""
