"""Members and elements move, and every other byte stays."""

import pytest

from jwtdesk.jose.json_object import appended, inside, lexeme_of, removed, rewritten


@pytest.mark.parametrize(
    ("text", "moved", "instead", "made"),
    [
        ("{}", "a", '"z":1', '{"z":1}'),
        ('{ "a" : 1 }', "a", "", "{  }"),
        ('{"a":1, "b":2 ,"c":3}', "a", "", '{"b":2 ,"c":3}'),
        ('{"a":1, "b":2 ,"c":3}', "b", "", '{"a":1 ,"c":3}'),
        ('{"a":1, "b":2 ,"c":3}', "c", "", '{"a":1, "b":2}'),
        ('{"a":1,\n"b":2,"c":3}', "bc", '"z":1', '{"a":1,\n"z":1}'),
        ('{"a":1,"a":2,"b":3}', "a", '"z":1', '{"z":1,"b":3}'),
        ('{\n  "a":1\n}', "x", '"z":1', '{\n  "a":1,\n  "z":1\n}'),
    ],
)
def test_members_are_taken_out_and_others_put_in(
    text: str, moved: str, instead: str, made: str
) -> None:
    """What is new stands where the first of the moved stood, or else last."""
    assert rewritten(text, set(moved), instead) == made


@pytest.mark.parametrize(
    ("text", "index", "made"),
    [("[ 1 ]", 0, "[  ]"), ("[1, 2]", 0, "[2]"), ("[1, 2 ,3]", 1, "[1 ,3]"), ("[1,2]", 1, "[1]")],
)
def test_an_element_is_removed_with_its_comma(text: str, index: int, made: str) -> None:
    """The others keep their white space."""
    assert removed(text, index) == made


@pytest.mark.parametrize(
    ("text", "made"), [("[]", "[9]"), ("[1]", "[1,9]"), ("[\n 1\n]", "[\n 1,\n 9\n]")]
)
def test_an_element_is_added_like_the_first(text: str, made: str) -> None:
    """A list of one line stays one, a list of several goes on in the same way."""
    assert appended(text, "9") == made


def test_the_last_of_a_name_counts() -> None:
    """As most readers take it; a name that is not there has no value."""
    assert lexeme_of('{"a":1,"a": [ 2 ]}', "a") == "[ 2 ]"
    assert lexeme_of('{"a":{"b":1}}', "b") is None
    assert inside(' { "a":1 } ') == '"a":1'
