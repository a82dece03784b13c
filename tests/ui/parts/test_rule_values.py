"""Values of the rules as they are typed and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.ui.parts.length import LONGEST, length_words, parse_length
from jwtdesk.ui.parts.value_list import list_text, parse_list


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", ()),
        ("  ", ()),
        ("a", ("a",)),
        (" a , b,a ", ("a", "b")),
        ("my api, yours", ("my api", "yours")),
        ('"a, b", c', ("a, b", "c")),
        ('"say ""hi"""', ('say "hi"',)),
        (",,a,", ("a",)),
        ('"open', ('"open',)),
    ],
)
def test_several_values_in_one_field(text: str, values: tuple[str, ...]) -> None:
    """Commas part the values, quotation marks keep a comma, and each value counts once."""
    assert parse_list(text) == values


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True))
def test_what_is_written_is_read_back(values: list[str]) -> None:
    """Whatever an issuer calls itself survives the field."""
    assert parse_list(list_text(tuple(values))) == tuple(values)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("60", 60),
        ("60 s", 60),
        ("5min", 300),
        ("5 m", 300),
        ("1 h 30 min", 5400),
        ("2 days", 172_800),
        ("1W", 604_800),
        ("0", 0),
        ("", None),
        ("soon", None),
        ("5 parsecs", None),
        ("-5", None),
        ("999999999999 d", None),
    ],
)
def test_lengths_of_time_are_understood(text: str, seconds: int | None) -> None:
    """A number and a unit, several of them, or bare seconds; nothing else."""
    assert parse_length(text) == seconds


@given(st.integers(0, LONGEST))
def test_a_length_is_written_exactly(seconds: int) -> None:
    """No second is lost between the rules and the field."""
    assert parse_length(length_words(seconds)) == seconds
