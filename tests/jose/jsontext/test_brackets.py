"""Brackets: which closes which."""

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import brackets, members
from tests.jose.jsontext.texts import ANY, SOUND


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", ()),
        ("1", ()),
        ("[]", ((0, 1),)),
        ('{"a":[1,{}]}', ((0, 11), (5, 10), (8, 9))),
        ('["[{","\\"]"]', ((0, 11),)),
        ("[[]", ((1, 2),)),
        ("[]]", ((0, 1),)),
        ("[{]}", ((0, 2),)),
        ('{"a: [1]\n, "b": [2]}', ((0, 19), (16, 18))),
    ],
)
def test_pairs(text: str, pairs: tuple[tuple[int, int], ...]) -> None:
    """Brackets in strings do not count; what fits nothing has no pair."""
    assert brackets(text) == pairs


@given(SOUND)
def test_pairs_are_the_ends_of_values(text: str) -> None:
    """In a sound text each object and array is a pair and nothing else is."""
    ends = {(o.value.start, o.value.end - 1) for o in members(text) if text[o.value.start] in "[{"}
    whole = (len(text) - len(text.lstrip()), len(text.rstrip()) - 1)
    assert set(brackets(text)) == ends | ({whole} if text[whole[0]] in "[{" else set())


@given(ANY)
def test_pairs_never_cross(text: str) -> None:
    """Of any text, the pairs are of one kind each and nest."""
    found = brackets(text)
    assert all(text[a] + text[b] in ("[]", "{}") for a, b in found)
    assert not any(a < c < b < d for a, b in found for c, d in found)
