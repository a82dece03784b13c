"""The same JSON value in the spellings of other writers."""

import pytest

from jwtdesk.analysis.trials.json_spellings import spellings
from jwtdesk.jose.jsontext import read

NUMBERS = {
    '{"a":1e2}': '{"a":100}',
    '{"a":1.0}': '{"a":1}',
    '{"a":1.50}': '{"a":1.5}',
    '{"a":1e300}': '{"a":1e+300}',
    '{"a":[2E0]}': '{"a":[2]}',
}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_written_as_most_programs_would(text: str) -> None:
    """Without a fraction or an exponent that it does not need."""
    assert NUMBERS[text] in {one.text for one in spellings(text, read(text).value)}


def test_each_spelling_is_there_once_and_none_is_the_text() -> None:
    """Whatever is tried is tried once."""
    text = '{"b":1,"a":[true,null]}'
    found = [one.text for one in spellings(text, read(text).value, shuffled=True)]
    assert len(found) == len({*found, text}) - 1
    assert '{"a":[true,null],"b":1}' in found
