"""The members of one level: the same as those of the whole walk, without what is inside."""

from dataclasses import replace

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import members, outer_members
from tests.jose.jsontext.texts import ANY, SOUND


@given(SOUND)
def test_the_outer_members_are_those_of_depth_one(text: str) -> None:
    """Names, paths and places are those that the whole walk finds."""
    whole = [replace(one, duplicate=False) for one in members(text) if one.depth == 1]
    assert list(outer_members(text)) == whole


@given(ANY)
def test_any_text_has_outer_members(text: str) -> None:
    """A broken text gives what stands before the fault, each inside the text."""
    assert all(one.value.end <= len(text) for one in outer_members(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a":1,"b":[1,2', ["1", "[1,2"]),
        ('{"a":{"b":1} "c":2}', ['{"b":1}']),
        ("[1,]", ["1"]),
        ('{"a":' + "[" * 5000, ["[" * 5000]),
        ("7", []),
        ("", []),
    ],
)
def test_a_broken_text_ends_at_its_fault(text: str, values: list[str]) -> None:
    """What is open at the fault ends with the text."""
    found = [text[one.value.start : one.value.end] for one in outer_members(text)]
    assert found == values


def test_a_level_further_in_is_read_from_its_beginning() -> None:
    """At most as many members as asked for are read."""
    text = '{"list": [10, {"x": 1}, 30]}'
    found = [(one.path, text[one.value.start : one.value.end]) for one in outer_members(text, 9, 2)]
    assert found == [("$[0]", "10"), ("$[1]", '{"x": 1}')]
