"""Places carried between layouts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import compact, members, pretty, span_between
from jwtdesk.jose.problem import Span
from tests.jose.jsontext.texts import ANY, SOUND

SHORT = '{"a b":[1,"x y"]}'
LONG = '{\n  "a b": [\n    1,\n    "x y"\n  ]\n}'


@pytest.mark.parametrize(
    ("source", "target", "span", "carried"),
    [
        (SHORT, LONG, Span(1, 6), Span(4, 9)),
        (LONG, SHORT, Span(4, 9), Span(1, 6)),
        (LONG, SHORT, Span(2, 11), Span(1, 7)),
        (LONG, SHORT, Span(6, 7), Span(3, 4)),
        (LONG, SHORT, Span(2, 4), Span(1, 1)),
        (SHORT, LONG, Span(7, 17), Span(11, 35)),
        (SHORT, LONG, Span(0, 0), Span(0, 0)),
        (SHORT, LONG, Span(17, 17), Span(35, 35)),
        (SHORT, LONG, Span(-9, 99), Span(0, 35)),
        (SHORT, LONG, Span(9, 3), Span(18, 18)),
        (SHORT, "", Span(1, 6), Span(0, 0)),
        (SHORT, "{", Span(0, 6), Span(0, 1)),
        (SHORT, '{"a', Span(1, 6), Span(1, 3)),
    ],
)
def test_ranges_are_carried(source: str, target: str, span: Span, carried: Span) -> None:
    """The same lexemes are covered; white space at the edges is not; nothing reaches outside."""
    assert span_between(source, target, span) == carried


@given(SOUND)
def test_members_are_found_again(text: str) -> None:
    """Every member's value is at the carried place in the other layout, and back again."""
    for other in (compact(text), pretty(text)):
        for here, there in zip(members(text), members(other), strict=True):
            assert span_between(text, other, here.value) == there.value
            assert span_between(other, text, there.key) == here.key


@given(ANY, ANY, st.integers(-5, 99), st.integers(-5, 99))
def test_any_question_gets_an_answer_within_the_target(
    source: str, target: str, start: int, end: int
) -> None:
    """Nothing raises, whatever is asked of whatever texts."""
    carried = span_between(source, target, Span(start, end))
    assert 0 <= carried.start <= carried.end <= len(target)
