"""JSON texts for properties: sound ones of every shape, and ones broken by an edit or two."""

import json
import re

from hypothesis import strategies as st

NUMBERS = st.from_regex(
    r"-?(0|[1-9][0-9]{0,5})(\.[0-9]{1,4})?([eE][+-]?[0-9]{1,3})?", fullmatch=True
)
ESCAPES = st.sampled_from([r"\n", r"\"", r"\\", r"\/", r"\u00e9", r"\ud83d", r"\uDe00", r"\b"])
PLAIN = st.text(
    st.characters(min_codepoint=0x20, exclude_characters='"\\', exclude_categories=()), max_size=6
)
STRINGS = st.lists(st.one_of(PLAIN, ESCAPES), max_size=4).map(lambda parts: f'"{"".join(parts)}"')
NAMES = st.one_of(st.sampled_from(['"a"', '"b"', '"\\u0061"', '"odd name"']), STRINGS)
SPACES = st.sampled_from(["", "", "", " ", "\n", "\r\n  ", "\t"])


@st.composite
def _objects(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    members = draw(st.lists(st.tuples(SPACES, NAMES, SPACES, SPACES, inner, SPACES), max_size=4))
    return (
        "{" + ",".join(f"{a}{n}{b}:{c}{v}{d}" for a, n, b, c, v, d in members) + draw(SPACES) + "}"
    )


@st.composite
def _arrays(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    elements = draw(st.lists(st.tuples(SPACES, inner, SPACES), max_size=4))
    return "[" + ",".join(f"{a}{v}{b}" for a, v, b in elements) + draw(SPACES) + "]"


SCALARS = st.one_of(NUMBERS, STRINGS, st.sampled_from(["true", "false", "null"]))
VALUES = st.recursive(
    SCALARS, lambda inner: st.one_of(_objects(inner), _arrays(inner)), max_leaves=12
)
SOUND = st.tuples(SPACES, VALUES, SPACES).map("".join)
SOUND_OBJECTS = _objects(VALUES)
# What json.dumps can write: the oracle for layout.
PYTHON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)
PIECES = st.one_of(
    st.sampled_from(
        list("\"{}[]:,'\\/*#-+.0123456789eEtfnulrsaT \n\r\t\x00\xa0\ufeff“”\u200b\ud800")
    ),
    st.sampled_from(
        ["true", "NaN", "None", "//", "/*", "\\u12", "0x1", "1.", "Infinity", "''", '""']
    ),
)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Return a sound text after one to three edits; it may still be sound."""
    text = draw(SOUND)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 3))
        text = text[:at] + draw(st.one_of(st.just(""), PIECES)) + text[at + gone :]
    return text


ANY = st.one_of(
    SOUND, broken(), st.text(st.characters(exclude_categories=())), st.lists(PIECES).map("".join)
)
LEXEME = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^ \t\n\r\[\]{}:,"]+', re.DOTALL)


def lexemes(text: str) -> list[str]:
    """Return the lexemes of a sound text, the plain way."""
    return LEXEME.findall(text)


def dumped(value: object, indent: int | None = None) -> str:
    """Return what the standard library writes for `value`."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
