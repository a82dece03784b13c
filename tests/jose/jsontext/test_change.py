"""One value replaced or removed, everything else left."""

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import Number, read, replace_value
from jwtdesk.jose.jsontext.change import without_member
from tests.jose.jsontext.texts import ANY, SOUND_OBJECTS


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ('{"alg":"RS256","typ":"JWT"}', '{"alg":7,"typ":"JWT"}'),
        ('{ "alg" : {"a":[1]} }', '{ "alg" : 7 }'),
        ('{"alg":1,"b":{"alg":2},"alg":3}', '{"alg":1,"b":{"alg":2},"alg":7}'),
        ('{"\\u0061lg":1}', '{"\\u0061lg":7}'),
        ('{"b":{"alg":2}}', '{"alg":7,"b":{"alg":2}}'),
        ('{\n  "typ": "JWT"\n}\n', '{\n  "alg": 7,\n  "typ": "JWT"\n}\n'),
        ("{}", '{"alg":7}'),
        (" { } ", ' {"alg":7 } '),
        ("[1]", "[1]"),
        ("5", "5"),
        ("", ""),
        ('"{"', '"{"'),
        ('{"alg":1', '{"alg":1'),
    ],
)
def test_replacing(text: str, changed: str) -> None:
    """The last such member changes; an absent one comes first, laid out like the next one."""
    assert replace_value(text, "alg", "7") == changed


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('{"alg":1}', "{}"),
        ('{ "alg": 1, "typ": "JWT" }', '{ "typ": "JWT" }'),
        ('{"typ":"JWT" , "alg":{"a":[1]} }', '{"typ":"JWT" }'),
        ('{"alg":1,"b":{"alg":2},"alg":3}', '{"b":{"alg":2}}'),
        ('{"typ":"JWT"}', '{"typ":"JWT"}'),
        ('["alg"]', '["alg"]'),
        ('{"alg":1', '{"alg":1'),
    ],
)
def test_removing(text: str, left: str) -> None:
    """Every top-level member of that name goes with one comma beside it; else nothing changes."""
    assert without_member(text, "alg") == left


@given(SOUND_OBJECTS)
def test_the_new_value_counts_and_nothing_else_changes(text: str) -> None:
    """After replacing, the text is sound, the name has the value, all other names keep theirs."""
    before = read(text).value
    after = read(replace_value(text, "a", "7")).value
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after == {**before, "a": Number("7")}


@given(ANY)
def test_any_text_gets_an_answer(text: str) -> None:
    """Nothing raises, and a sound text stays sound."""
    assert read(replace_value(text, 'a"', "7")).sound is read(text).sound
