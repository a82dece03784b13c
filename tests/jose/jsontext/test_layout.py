"""White space put in and taken out, with every lexeme left as it was."""

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import compact, is_compact, pretty
from tests.jose.jsontext.texts import ANY, PYTHON_VALUES, SOUND, dumped, lexemes


@given(PYTHON_VALUES)
def test_it_lays_out_as_the_standard_library_does(value: object) -> None:
    """Pretty and compact are those of json.dumps where both can write the value."""
    assert pretty(dumped(value)) == dumped(value, 2)
    assert pretty(dumped(value, 3), 4) == dumped(value, 4)
    assert compact(dumped(value, 3)) == dumped(value)


@given(SOUND)
def test_no_lexeme_changes(text: str) -> None:
    """The lexemes and their order are the same in every layout."""
    assert lexemes(pretty(text)) == lexemes(compact(text)) == lexemes(text)
    assert compact(pretty(text)) == compact(text) == "".join(lexemes(text))
    assert pretty(compact(text)) == pretty(text)


@given(SOUND)
def test_once_is_enough(text: str) -> None:
    """What was compacted is compact, and nothing else is."""
    done = compact(text)
    assert compact(done) == done
    assert is_compact(done)
    assert is_compact(text) is (done == text)


@given(ANY)
def test_only_white_space_goes(text: str) -> None:
    """Broken texts keep every other character, though a forgotten quotation mark may pair up."""
    done = compact(text)
    assert [c for c in done if c not in " \t\n\r"] == [c for c in text if c not in " \t\n\r"]
    assert is_compact(text) is (done == text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ('{ "a b" : [ 1 , "x \\" y" ] }\r\n', '{"a b":[1,"x \\" y"]}'),
        ('{ "a": "not closed \n, "b c" : 1 }', '{"a":"not closed ,"b c":1}'),
        ('[ "cut \\', '["cut \\'),
        ("[1,\xa02]", "[1,\xa02]"),
        ("", ""),
        (" \t\n\r", ""),
    ],
)
def test_white_space_within_strings_stays(text: str, short: str) -> None:
    """Only what JSON calls white space goes, and only outside strings, closed or not."""
    assert compact(text) == short


@pytest.mark.parametrize(
    ("text", "indent", "laid_out"),
    [
        ("{ }", 2, "{}"),
        ('[ [ ] ,{"a":1E2}]', 1, '[\n [],\n {\n  "a": 1E2\n }\n]'),
        ("[0.10]", 0, "[\n0.10\n]"),
        ("[0.10]", -3, "[\n0.10\n]"),
        (" 1 ", 2, "1"),
        ("[1,]", 2, "[1,]"),
        ("", 2, ""),
    ],
)
def test_pretty_examples(text: str, indent: int, laid_out: str) -> None:
    """Empty containers stay on their line; broken texts stay as they are."""
    assert pretty(text, indent) == laid_out


def test_indentation_stops_growing() -> None:
    """Deep texts do not drown in spaces."""
    text = "[" * 200 + "1" + "]" * 200
    assert max(len(line) for line in pretty(text).split("\n")) < 100
    assert compact(pretty(text)) == text
