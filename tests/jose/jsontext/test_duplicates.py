"""Duplicate members: each later one is told, with both places."""

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import members, read
from jwtdesk.jose.problem import Severity
from tests.jose.jsontext.texts import SOUND


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"a":1,"b":2}', []),
        ('{"a":1,"a":2}', ['"a"']),
        ('{"a":1,"\\u0061":2}', ['"\\u0061"']),
        ('{"a":{"a":1},"b":["a","a"]}', []),
        ('{"a":{"b":1,"b":2},"a":{"b":3,"b":4}}', ['"b"', '"a"', '"b"']),
        ('[{"a":1},{"a":2},{"a":"a","a":": {","a":[]}]', ['"a"', '"a"']),
        ('{"a":1,"a":', []),
    ],
)
def test_each_repeated_name_is_told(text: str, names: list[str]) -> None:
    """Names are compared as read, within their own object; broken texts have other worries."""
    problems = read(text).duplicates
    assert [text[p.span.start : p.span.end] for p in problems if p.span] == names
    assert all(p.code == "duplicate-member" for p in problems)
    assert all(p.severity is Severity.WARNING for p in problems)


def test_both_places_are_told() -> None:
    """The sentence names the later place first, then the earlier one."""
    (problem,) = read('{"a":1,\n "a":2}').duplicates
    assert problem.message == (
        "Line 2, column 2: the name “a” was already used at line 1, column 2; "
        "most readers take the last one."
    )


@given(SOUND)
def test_duplicates_and_members_agree(text: str) -> None:
    """Every duplicate is a member marked so, and without marks there is none."""
    marked = {one.key for one in members(text) if one.duplicate}
    told = {problem.span for problem in read(text).duplicates}
    assert told <= marked
    assert bool(told) is bool(marked)


@pytest.mark.parametrize(("times", "told"), [(51, 50), (52, 51), (9999, 51)])
def test_many_are_counted(times: int, told: int) -> None:
    """After fifty, one last problem counts the others."""
    problems = read("{" + ",".join(['"a":1'] * times) + "}").duplicates
    assert len(problems) == told
    assert (f"{times - 51:,} more name" in problems[-1].message) is (times > 51)


def test_they_are_found_at_any_depth() -> None:
    """Texts that are too deep for the fast way have their duplicates too."""
    text = "[" * 5000 + '{"a":1,"a":2}' + "]" * 5000
    assert len(read(text, 6000).duplicates) == 1
