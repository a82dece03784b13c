"""A long text is read in strides to the very value that reading it at once gives."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.jsontext import fast
from jwtdesk.jose.jsontext.fast import fast_value

FLAT = {f"claim_{at}": f"value {at}" for at in range(2_000)}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=30,
)


def _both(text: str, depth: int, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    with monkeypatch.context() as patched:
        patched.setattr(fast, "LONG", len(text))
        at_once = fast_value(text, depth)
        patched.setattr(fast, "LONG", -1)
        return at_once, fast_value(text, depth)


@pytest.mark.parametrize("depth", [200, 2, 1])
@pytest.mark.parametrize(
    "text",
    [
        json.dumps(FLAT),
        json.dumps({"inside": FLAT, "list": [*range(3_000), FLAT]}),
        json.dumps([FLAT, [[1], {"a": [2]}], list(range(3_000))]),
        '{"a":1,"b":2,"a":3}',
        '{"a":{"b":[],"b":[[]]},"c":{}}',
        ' [ 1 , "x,]" , {} ] ',
        "[]",
        "{}",
        "12",
        '"only a text"',
        "",
        "[1,]",
        '{"a":1,}',
        '{"a":1',
        "{5}",
        "{[1]}",
        '{"a":}',
        '{"a" 1}',
        "[01]",
        "[NaN]",
        "[1] 2",
        "[1}",
        '{"a":[[1]]]',
        '["\x01"]',
    ],
)
def test_a_text_means_the_same_in_strides(
    text: str, depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Value, repeated names, and that a text is not sound or too deep: nothing differs."""
    at_once, in_strides = _both(text, depth, monkeypatch)

    assert in_strides == at_once


@given(value=VALUES, indent=st.sampled_from([None, 1]), cut=st.integers(0, 400))
def test_any_value_and_any_piece_of_one(value: object, indent: int | None, cut: int) -> None:
    """Whole texts and texts that end early are read alike."""
    whole = json.dumps(value, indent=indent)
    for text in (whole, whole[:cut]):
        with pytest.MonkeyPatch.context() as patched:
            at_once, in_strides = _both(text, 200, patched)
        assert in_strides == at_once


def test_a_text_of_many_brackets_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each bracket would be a step in Python: beyond a bound the text is read in one go."""
    monkeypatch.setattr(fast, "LONG", 1)
    monkeypatch.setattr(fast, "MOST_BRACKETS", 1)

    assert fast_value("[[1],[2]]", 200) is not None
