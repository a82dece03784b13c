"""Reading: values exact to the lexeme, soundness as RFC 8259 has it, depth bounded."""

import inspect
import json
import sys

import pytest
from hypothesis import given

from jwtdesk.jose.jsontext import Document, Number, Value, members, quote, read
from jwtdesk.jose.jsontext.fast import fast_value
from jwtdesk.jose.jsontext.value import value_of
from jwtdesk.jose.jsontext.walk import is_sound
from tests.jose.jsontext.texts import ANY, PYTHON_VALUES, SOUND, dumped


def plain(value: Value) -> object:
    """Return `value` as the standard library would read it."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.plain if isinstance(value, Number) else value


@given(ANY)
def test_the_fast_way_and_the_own_walk_agree(text: str) -> None:
    """Whatever the text: the same soundness and, where it is sound, the same value in both ways."""
    fast = fast_value(text, 200)
    assert is_sound(text) is (fast is not None)
    if fast is not None:
        assert repr(value_of(text, 200)) == repr(fast.value)


@given(SOUND)
def test_sound_texts_are_sound(text: str) -> None:
    """A text made after the grammar has no problem."""
    assert read(text).problem is None
    assert read(text).sound


@given(PYTHON_VALUES)
def test_values_are_those_of_the_standard_library(value: object) -> None:
    """What json.dumps writes is read back as the same value."""
    assert plain(read(dumped(value)).value) == value


@given(ANY)
def test_a_problem_has_a_place(text: str) -> None:
    """Sound or not, the text is kept, and the problem of a broken one stands within it."""
    document = read(text)
    assert document.text == text
    if document.problem is not None:
        span = document.problem.span
        assert document.value is None
        assert span is not None
        assert 0 <= span.start < max(span.end, 1) <= max(len(text), 1)
        assert document.problem.message.startswith("Line ")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1E2", Number("1E2")),
        (" -0.10 ", Number("-0.10")),
        ("9" * 5000, Number("9" * 5000)),
        ("[1.000000000000000005]", [Number("1.000000000000000005")]),
        (r'"\ud83d\ude00"', "\U0001f600"),
        (r'"\ud83d"', "\ud83d"),
        ('"\ud83d\\ude00"', "\ud83d\ude00"),
        ('{"a":1,"a":2}', {"a": Number("2")}),
        ('{"b":1,"a":true,"b":null}', {"b": None, "a": True}),
        ("null", None),
        ("[false, {}]", [False, {}]),
    ],
)
def test_values_are_exact(text: str, value: Value) -> None:
    """Numbers keep their lexeme, lone surrogates stay, the last of a name counts."""
    assert read(text).value == value
    assert value_of(text, 200) == value


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "-Infinity", "\ufeff1", "[1,]", "'a'", ""])
def test_what_the_standard_library_or_others_take_is_refused(text: str) -> None:
    """RFC 8259 is the measure, not what a library happens to accept."""
    assert not read(text).sound


def nested(levels: int) -> str:
    """Return arrays within arrays."""
    return "[" * levels + "]" * levels


@pytest.mark.parametrize(
    ("text", "depth", "sound"),
    [
        (nested(200), 200, True),
        (nested(201), 200, False),
        (nested(3), 3, True),
        (nested(3), 2, False),
        ("[" + "{}," * 300 + "{}]", 200, True),
        ('["' + "[" * 300 + '"]', 200, True),
        ('{"a":' + nested(200) + ',"a":' + "[[]," * 5 + "1" + "]" * 5 + "}", 200, False),
        ("[]", 0, False),
        ("1", 0, True),
        ("[" * 100_000, 200, False),
        ('{"a":' * 100_000, 200, False),
        (nested(3000), 5000, True),
    ],
)
def test_depth_is_bounded(text: str, depth: int, sound: bool) -> None:
    """A text has at most so many levels, hidden ones too; beyond any stack it is still read."""
    document = read(text, depth)
    assert document.sound is sound
    if document.problem is not None:
        assert document.problem.code == "json-too-deep"
        assert document.problem.span is not None
        assert text[document.problem.span.start] in "[{"


def test_a_nearly_full_stack_does_not_matter() -> None:
    """A text is read with its value even where the standard library runs out of stack."""
    text = "[" * 150 + "7" + "]" * 150
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 60)
    try:
        with pytest.raises(RecursionError):
            json.loads(text)
        document = read(text)
    finally:
        sys.setrecursionlimit(limit)
    assert document.sound
    assert members(text)[-1].path == "$" + "[0]" * 150


@pytest.mark.parametrize(
    ("number", "exact", "plain_value"),
    [
        ("12", "12", 12),
        ("-0.10", "-0.10", -0.1),
        ("1E2", "1E+2", 100.0),
        ("1e400", "1E+400", "1e400"),
        ("-1e99999999999999999999", "-Infinity", "-1e99999999999999999999"),
        ("1e99999999999999999999", "Infinity", "1e99999999999999999999"),
        ("1e-99999999999999999999", "0", 0.0),
        ("0e99999999999999999999", "0", 0.0),
        ("9" * 4000, "9" * 4000, "9" * 4000),
    ],
)
def test_numbers_keep_their_value(number: str, exact: str, plain_value: object) -> None:
    """A number has its exact value, and the nearest one that json.dumps takes."""
    assert str(Number(number).exact) == exact
    assert Number(number).plain == plain_value


@pytest.mark.parametrize("text", ['{"a":1}', "[", '"x"'])
def test_documents_are_values(text: str) -> None:
    """Reading twice gives equal documents."""
    assert read(text) == read(text)
    assert isinstance(read(text), Document)


@given(ANY)
def test_a_quoted_text_reads_as_itself(text: str) -> None:
    """Quoting gives a sound lexeme; only a split surrogate pair comes back joined."""
    lexeme = quote(text)
    assert lexeme.encode("utf-8")
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert read(lexeme).value == joined


def test_quoting_escapes_only_what_must_be() -> None:
    """Quoted text stays readable."""
    assert quote('é "\n\\/\ud800') == '"é \\"\\n\\\\/\\ud800"'
