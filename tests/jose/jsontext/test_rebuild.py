"""Members are taken out, replaced and added, and everything else keeps its characters."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext.rebuild import ROOT, Rebuilding


def changed(text: str, change: Callable[[Rebuilding, int], None]) -> str:
    """Return `text` after `change` was offered every member of it."""
    rebuilt = Rebuilding(text)
    for index in rebuilt.inwards():
        change(rebuilt, index)
    return rebuilt.whole()


def dropping(*paths: str) -> Callable[[Rebuilding, int], None]:
    """Return a change that takes members out."""

    def change(rebuilt: Rebuilding, index: int) -> None:
        if index != ROOT and rebuilt.members[index].path in paths:
            rebuilt.drop(index)

    return change


@pytest.mark.parametrize(
    ("text", "paths", "left"),
    [
        ('{"a":1,"b":2,"c":3}', ["$.a"], '{"b":2,"c":3}'),
        ('{"a":1,"b":2,"c":3}', ["$.b"], '{"a":1,"c":3}'),
        ('{"a":1,"b":2,"c":3}', ["$.c"], '{"a":1,"b":2}'),
        ('{"a":1,"b":2,"c":3}', ["$.b", "$.c"], '{"a":1}'),
        ('{"a":1,"b":2}', ["$.a", "$.b"], "{}"),
        (' { "a" : 1 ,\n "b" : 2 } ', ["$.a"], ' { "b" : 2 } '),
        ("[1, 2 ,3]", ["$[1]"], "[1 ,3]"),
        ('{"a":{"b":[1,{"c":2}]}}', ["$.a.b[1].c"], '{"a":{"b":[1,{}]}}'),
        ('{"a":{"b":1}}', ["$.a.b", "$.a"], "{}"),
        ('{"a":1E2}', [], '{"a":1E2}'),
        ("7", [], "7"),
    ],
)
def test_what_is_dropped_takes_its_comma_along(text: str, paths: list[str], left: str) -> None:
    """However it is laid out, and however deep."""
    assert changed(text, dropping(*paths)) == left


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{}", '{"n":1}'),
        ("{ }", '{ "n":1}'),
        ('{"a":1}', '{"a":1,"n":1}'),
        ('{ "a" : 1 }', '{ "a" : 1, "n" : 1 }'),
        ('{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "n": 1\n}\n'),
    ],
)
def test_what_is_added_is_laid_out_like_the_rest(text: str, made: str) -> None:
    """At the end of its object."""

    def change(rebuilt: Rebuilding, index: int) -> None:
        if index == ROOT:
            rebuilt.add(ROOT, '"n"', "1")

    assert changed(text, change) == made


def test_a_value_is_settled_before_what_holds_it() -> None:
    """So it can be used there as it is now."""
    seen = []

    def change(rebuilt: Rebuilding, index: int) -> None:
        seen.append((rebuilt.members[index].path if index != ROOT else "$", rebuilt.value(index)))
        if index != ROOT and rebuilt.members[index].name == "b":
            rebuilt.replace(index, '"new"')

    assert changed('{"a":[{"b":1,"c":2}]}', change) == '{"a":[{"b":"new","c":2}]}'
    assert seen == [
        ("$.a[0].c", "2"),
        ("$.a[0].b", "1"),
        ("$.a[0]", '{"b":"new","c":2}'),
        ("$.a", '[{"b":"new","c":2}]'),
        ("$", '{"a":[{"b":"new","c":2}]}'),
    ]


def test_of_equal_names_the_last_is_found() -> None:
    """It is the one that counts."""
    rebuilt = Rebuilding('{"a":1,"a":2}')
    assert rebuilt.child(ROOT, "a") == 1
    assert rebuilt.child(ROOT, "b") is None


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=4),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    ),
    st.sampled_from([None, 0, 3]),
    st.integers(0, 7),
)
def test_any_text_stays_sound(value: object, indent: int | None, every: int) -> None:
    """Whatever is dropped; and nothing changes when nothing is."""
    text = json.dumps(value, indent=indent)

    def change(rebuilt: Rebuilding, index: int) -> None:
        if every and index != ROOT and index % every == 0:
            rebuilt.drop(index)

    made = changed(text, change)
    json.loads(made)
    assert made == text or every
