"""Members: every path, every place, in document order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import Member, Value, member_at, members, read
from jwtdesk.jose.problem import Span
from tests.jose.jsontext.texts import ANY, SOUND

TEXT = '{ "sub": "me", "aud": ["a", {"odd name": 1}], "x5t#S256": null, "aud": {} }'


def shown(found: tuple[Member, ...], text: str) -> list[tuple[str, str, int]]:
    """Return path, value and depth of each member."""
    return [(one.path, text[one.value.start : one.value.end], one.depth) for one in found]


def test_every_member_has_its_path_and_place() -> None:
    """Members and elements come outer before inner, in document order, with JSON paths."""
    found = members(TEXT)
    assert shown(found, TEXT) == [
        ("$.sub", '"me"', 1),
        ("$.aud", '["a", {"odd name": 1}]', 1),
        ("$.aud[0]", '"a"', 2),
        ("$.aud[1]", '{"odd name": 1}', 2),
        ('$.aud[1]["odd name"]', "1", 3),
        ('$["x5t#S256"]', "null", 1),
        ("$.aud", "{}", 1),
    ]
    assert [TEXT[one.key.start : one.key.end] for one in found if one.name is not None] == [
        '"sub"', '"aud"', '"odd name"', '"x5t#S256"', '"aud"',
    ]  # fmt: skip
    assert all(one.key == one.value for one in found if one.name is None)
    assert [one.duplicate for one in found] == [False, True, False, False, False, False, True]


@given(SOUND)
def test_spans_hold_the_values(text: str) -> None:
    """Each value's span, read alone, is a value; depth says how many values surround it."""
    found = members(text)
    for one in found:
        inside = read(text[one.value.start : one.value.end])
        assert inside.sound
        around = [
            o for o in found if o.value.start <= one.key.start and one.value.end <= o.value.end
        ]
        assert one.depth == len({(o.value.start, o.value.end) for o in around} | {one.value}) or (
            one.depth == len(around)
        )
        if one.name is not None:
            assert read(text[one.key.start : one.key.end]).value == one.name


def count(value: Value) -> int:
    """Return how many members and elements a value without repeated names holds."""
    inner = list(value.values()) if isinstance(value, dict) else value
    return len(inner) + sum(map(count, inner)) if isinstance(inner, list) else 0


@given(SOUND)
def test_no_member_is_missing(text: str) -> None:
    """Where no name is repeated there are as many members as the value holds."""
    document = read(text)
    if not document.duplicates:
        assert len(members(text)) == count(document.value)
        assert not any(one.duplicate for one in members(text))
    else:
        assert any(one.duplicate for one in members(text))


@given(ANY)
def test_a_broken_text_gives_what_stands_before_the_fault(text: str) -> None:
    """Nothing raises, and no member reaches beyond the text or out of order."""
    found = members(text)
    assert all(0 <= o.key.start <= o.value.start < o.value.end <= len(text) for o in found)
    assert [one.key.start for one in found] == sorted(one.key.start for one in found)


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", []),
        ("1", []),
        ("{}", []),
        ("[]", []),
        ('{"a":1', ["$.a"]),
        ('{"a":1,"b":tru', ["$.a"]),
        ('{"a":[1,{"b":2', ["$.a", "$.a[0]", "$.a[1]", "$.a[1].b"]),
        ("[1,]", ["$[0]"]),
        ('{"a":[1,],"b":2}', ["$.a", "$.a[0]"]),
        ("[,1]", []),
        ("[[,1]]", ["$[0]"]),
        ("[1}", ["$[0]"]),
        ('{"a":[1}', ["$.a", "$.a[0]"]),
        ('{"a" 1}', []),
    ],
)
def test_what_is_read_of_half_typed_texts(text: str, paths: list[str]) -> None:
    """The members before the fault are there; what is open ends at the fault."""
    assert [one.path for one in members(text)] == paths


@pytest.mark.parametrize(
    ("depth", "limit", "paths"),
    [
        (0, None, []),
        (1, None, ["$[0]"]),
        (2, None, ["$[0]", "$[1]", "$[1][0]", "$[2]"]),
        (2, 2, ["$[0]", "$[1]"]),
        (2, 0, []),
        (2, -1, []),
    ],
)
def test_reading_can_be_bounded(depth: int, limit: int | None, paths: list[str]) -> None:
    """Levels beyond the depth and members beyond the limit are not read."""
    assert [one.path for one in members("[1,[2],3]", depth, limit)] == paths


@pytest.mark.parametrize(
    ("offset", "path"),
    [
        (0, None),
        (2, "$.sub"),
        (10, "$.sub"),
        (13, "$.sub"),
        (14, None),
        (22, "$.aud"),
        (24, "$.aud[0]"),
        (28, "$.aud[1]"),
        (31, '$.aud[1]["odd name"]'),
        (44, "$.aud"),
        (75, None),
        (-1, None),
        (999, None),
    ],
)
def test_the_innermost_member_is_found(offset: int, path: str | None) -> None:
    """A caret within or right behind a member belongs to the innermost one."""
    found = member_at(members(TEXT), offset)
    assert (found.path if found else None) == path


@given(SOUND, st.data())
def test_member_at_is_the_deepest_that_covers(text: str, data: st.DataObject) -> None:
    """The answer is what looking at every member would give."""
    found = members(text)
    offset = data.draw(st.integers(0, len(text)))
    covering = [one for one in found if one.key.start <= offset <= one.value.end]
    assert member_at(found, offset) == max(covering, key=lambda one: one.depth, default=None)


def test_spans_are_code_points() -> None:
    """An emoji before a member counts once."""
    (first, second) = members('["\U0001f600",1]')
    assert (first.value, second.value) == (Span(1, 4), Span(5, 6))
