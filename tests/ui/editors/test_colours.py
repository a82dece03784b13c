"""JSON and tokens are coloured a displayed line at a time, across folds, sound or broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.ui.editors.colourist import Colourist
from jwtdesk.ui.editors.exact_view import view_of
from jwtdesk.ui.editors.json_colours import JsonColourist
from jwtdesk.ui.editors.long_lines import Folding
from jwtdesk.ui.editors.token_colours import TokenColourist

SHORT = {"json_key": "k", "json_string": "s", "json_number": "n", "json_literal": "l", "muted": "."}
SHORT |= {"header": "h", "payload": "p", "signature": "g", "wrapped": "w", "beside": "b"}


def letters(colourist: Colourist, line: str, state: int = 0) -> str:
    """Return one letter for each character: the role it is coloured in."""
    drawn = [" "] * len(line)
    for start, length, role in colourist.formats(line, state)[0]:
        drawn[start : start + length] = SHORT[role] * length
    return "".join(drawn)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ('{"a": "b"}', ".kkk. sss."),
        ('"a" : 1,', "kkk . n."),
        ("[-1.5e+3, 30]", ".nnnnnnn. nn."),
        ("true,false,null", "llll.lllll.llll"),
        ("truely nul", "          "),
        ('{"a": tru', ".kkk.    "),
        ('"open', "sssss"),
        (r'"a\"b": 1', "kkkkkk. n"),
        (r'"a\\": 1', "kkkkk. n"),
        ("a1: 2", "  . n"),
        ('"\U0001f600": 1', "kkk. n"),
    ],
)
def test_json_is_coloured(line: str, roles: str) -> None:
    """Keys, strings, numbers, literals and marks are told apart, also where the text is broken."""
    assert letters(JsonColourist(), line) == roles


def test_a_forgotten_mark_spoils_one_line_only() -> None:
    """The line after an unclosed string begins outside of it."""
    text = '{"a": "b,\n"c": 1}'

    assert JsonColourist().state_before(text, text.index('"c"')) == 0


INSIDE = st.lists(st.sampled_from(["a", ":", " ", "1", "\\\\", '\\"', "\\n"]), max_size=8).map(
    "".join
)
OUTSIDE = st.text(alphabet="{}[]:, 1a", max_size=4)
WORDS = st.lists(st.tuples(OUTSIDE, INSIDE), max_size=5)


def joined(words: list[tuple[str, str]], cut: int) -> str:
    """Return a text of strings with other things between, without its last `cut` characters."""
    text = "".join(f'{outside}"{inside}"' for outside, inside in words)
    return text[: max(0, len(text) - cut)]


@given(WORDS, st.integers(0, 4))
def test_counting_goes_on_where_it_was(words: list[tuple[str, str]], cut: int) -> None:
    """Asked line by line or all at once, the state before a place is the same."""
    text = joined(words, cut)
    known = JsonColourist()

    for offset in range(len(text) + 1):
        assert known.state_before(text, offset) == JsonColourist().state_before(text, offset)


@given(WORDS, st.integers(0, 4))
def test_folds_do_not_change_strings(words: list[tuple[str, str]], cut: int) -> None:
    """Inside strings and out of them, a folded line is coloured as the whole line is."""
    text = joined(words, cut)
    whole = letters(JsonColourist(), text).replace("k", "s")
    view = view_of(text, Folding(longest=3, piece=2))
    colourist = JsonColourist()
    position = 0
    drawn = ""
    for line in view.text.split("\n"):
        offset = view.offset(position)
        drawn += letters(colourist, line, colourist.state_before(text, offset))
        position += len(line) + 1

    for folded, unfolded in zip(drawn.replace("k", "s"), whole, strict=True):
        assert (folded == "s") == (unfolded == "s")


@pytest.mark.parametrize(
    ("token", "roles"),
    [
        ("aa.bb.cc", "hh.pp.gg"),
        ("aa", "hh"),
        ("a..c", "h..g"),
        ("a.b.c.d.e", "h.w.b.p.g"),
        ("a.b.c.d", "h.p.g.g"),
        ("a.b.c~d~e~", "h.p.g.w.w."),
        ("a.b.c~d~e.f.g", "h.p.g.w.b.b.b"),
        ("~a", ".b"),
    ],
)
def test_each_part_of_a_token_has_its_colour(token: str, roles: str) -> None:
    """The three parts of a JWS, the five of a JWE, disclosures, and a key binding."""
    colourist = TokenColourist()
    assert letters(colourist, token, colourist.state_before(token, 0)) == roles


@given(st.text(alphabet="a.~", max_size=30), st.integers(1, 5))
def test_a_folded_token_keeps_its_colours(token: str, piece: int) -> None:
    """Wherever a token is folded, its parts are told apart by what stands before."""
    colourist = TokenColourist()
    drawn = ""
    for start in range(0, len(token), piece):
        state = colourist.state_before(token, start)
        drawn += letters(colourist, token[start : start + piece], state)

    whole = TokenColourist()
    assert drawn == letters(whole, token, whole.state_before(token, 0))


def test_the_json_form_of_a_token_is_coloured_as_json() -> None:
    """A JWS in a JSON serialisation has no parts to tell apart by dots."""
    text = ' {"a.b": "c'
    colourist = TokenColourist()

    assert letters(colourist, text, colourist.state_before(text, 0)) == " .kkkkk. ss"
    assert letters(colourist, 'd"}', colourist.state_before(text, len(text))) == "ss."
