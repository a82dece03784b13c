"""Tokens are found in whatever they are pasted with."""

import json
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.not_a_token import LIMIT
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from tests.made import part, token
from tests.made_selective import disclosed, kb_jwt, sd_jwt

ONE = token('{"iss":"https://issuer.example","sub":"ada","n":1234567890}')
TWO = token('{"sub":"bob"}')
NONE = ".".join([part('{"alg":"none"}'), part('{"sub":"eve"}'), ""])
PRETTY = token('{\n  "sub": "ada"\n}', '{\n  "alg": "HS256"\n}')
EMPTY_HEADER = "e30.e30.AAAA"
JSON = json.dumps({"payload": "e30", "protected": part('{"alg":"HS256"}'), "signature": "AA"})
CUT = JSON[:-1]
B64 = part('{"alg":"HS256","b64":false,"crit":["b64"]}') + ".It is raw, with blanks.AAAA"
LINES = textwrap.wrap(ONE, 48, break_on_hyphens=False)


@pytest.mark.parametrize(
    ("text", "tokens", "notes"),
    [
        (ONE, [ONE], []),
        (NONE, [NONE], []),
        (PRETTY, [PRETTY], []),
        (EMPTY_HEADER, [EMPTY_HEADER], []),
        (f"Bearer {ONE}", [ONE], ["“Bearer ” removed"]),
        (f"  bearer   {ONE}\n", [ONE], ["“bearer ” removed"]),
        (f"Authorization: Bearer {ONE}\r\n", [ONE], ["“Authorization: Bearer ” removed"]),
        (f"Bearer+{ONE}", [ONE], ["“Bearer+ ” removed"]),
        (f"DPoP {ONE}", [ONE], ["“DPoP ” removed"]),
        (f'"{ONE}"', [ONE], ["Quotes removed"]),
        (f"\u201c{ONE}\u201d", [ONE], ["Quotes removed"]),
        (f"'{ONE}',", [ONE], ["Taken out of a longer text"]),
        (f"The token {ONE}.", [ONE], ["Taken out of a longer text"]),
        (f"Is it {ONE}?", [ONE], ["Taken out of a longer text"]),
        (f"**{ONE}**", [ONE], ["Taken out of a longer text"]),
        (f"https://a.example/?x=1&token={ONE}&y=2", [ONE], ["Taken from “token”"]),
        (f"https://a.example/#id_token={ONE}", [ONE], ["Taken from “id_token”"]),
        (f"https://a.example/v/{ONE}/x?y", [ONE], ["Taken out of a longer text"]),
        (f"Cookie: a=b; session={ONE}; Path=/", [ONE], ["Taken from “session”"]),
        (f'{{"access_token": "{ONE}", "n": 1}}', [ONE], ["Taken from “access_token”"]),
        (f"line\\n{ONE}", [ONE], ["Taken out of a longer text"]),
        (f"\x1b[31m{ONE}\x1b[0m", [ONE], ["Taken out of a longer text"]),
        (f"t%3D{ONE.replace('.', '%2E')}%26a=b", [ONE], [None, "Percent-encoding undone"]),
        (f" {ONE[:9]} {ONE[9:]}\n", [ONE], ["1 line break and 2 blanks removed"]),
        (f"{ONE[:-5]} {ONE[-5:]}", [ONE], ["1 blank removed"]),
        ("\n".join(LINES), [ONE], [f"{len(LINES) - 1} line breaks removed"]),
        (JSON, [JSON], []),
        (f" {JSON}\n", [JSON], []),
        (f"sent {JSON} today", [JSON], ["Taken out of a longer text"]),
        (CUT, [CUT], []),
        (B64, [B64], []),
        (f"Bearer {B64}\n", [B64], ["“Bearer ” removed"]),
        ("Bearer eyJhbGciOi", ["eyJhbGciOi"], ["“Bearer ” removed"]),
        ('"eyJhbGciOi"', ["eyJhbGciOi"], ["Quotes removed"]),
        ('""', ['""'], []),
        ("ewok.example.com", ["ewok.example.com"], []),
        ("eyJhbGciOi%", ["eyJhbGciOi%"], []),
        ('{"signature": "no token"', ['{"signature": "no token"'], []),
    ],
)
def test_one_token_is_taken_out_of_its_wrapping(
    text: str, tokens: list[str], notes: list[str | None]
) -> None:
    """The token comes out alone, and the notes say what was left behind."""
    found = find(text)
    assert [one.text for one in found] == tokens
    told = [note.message for note in found[0].notes]
    assert len(told) == len(notes)
    assert all(want in {None, note} for want, note in zip(notes, told, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n{TWO}",
        f"{ONE} {TWO}",
        f"{ONE},{TWO}",
        json.dumps({"a": ONE, "b": TWO}),
        f"first {ONE}\n\nthen {TWO} at last",
        f"{LINES[0]}\n" + "\n".join(LINES[1:]) + f"\n\n{TWO}",
    ],
)
def test_several_tokens_come_in_order(text: str) -> None:
    """Each token of a text is one candidate."""
    assert [one.text for one in find(text)] == [ONE, TWO]


@pytest.mark.parametrize("between", ["\n", " ", "\r\n\r\n", "\n> "])
def test_one_sd_jwt_ends_before_the_next_token(between: str) -> None:
    """Its last tilde may stand at the end of a line; only its key binding can follow there."""
    first = sd_jwt({}, disclosed("name", "Ada"))
    assert [one.text for one in find(f"{first}{between}{ONE}")] == [first, ONE]
    assert [one.text for one in find(f"{first}{between}{first}")] == [first, first]
    bound = kb_jwt(first)
    assert [one.text for one in find(f"{first}{between}{bound}")] == [first + bound]
    assert [one.text for one in find(f"{first}{bound}{between}{first}")] == [first + bound, first]


@pytest.mark.parametrize("tail", ["~", "~WyJzIiwxXQ~"])
def test_a_json_form_has_no_tail(tail: str) -> None:
    """What stands behind a tilde would be dropped in silence."""
    (found,) = find(JSON + tail)
    assert found.text == JSON
    assert [one.code for one in found.notes if one.severity is Severity.ERROR] == ["two-forms"]


def test_a_wrapped_token_in_a_mail_is_joined() -> None:
    """Quoting marks and line breaks go; the words after the token are not part of it."""
    quoted = "\n".join(f"> {line}" for line in LINES)
    (found,) = find(f"Hello,\n\n{quoted}\n\nRegards,\nBob")
    assert found.text == ONE


def test_soft_line_breaks_of_quoted_printable_go() -> None:
    """An equals sign at the 76th column of a mail marks a broken line, nothing else."""
    long = token(json.dumps({"sub": "x" * 90}))
    soft = "\n".join(f"{long[at : at + 75]}=" for at in range(0, len(long), 75)).removesuffix("=")
    (found,) = find(soft)
    assert found.text == long


def test_prose_after_a_token_is_not_joined() -> None:
    """A signature that is whole ends the token, whatever word follows."""
    assert [one.text for one in find(f"{ONE} expired")] == [ONE]


@pytest.mark.parametrize("alg", ["RS256", "EdDSA", "nope"])
def test_a_signature_of_unknown_length_is_joined_while_the_text_is_nothing_but_a_token(
    alg: str,
) -> None:
    """Where the length says nothing, all that remains is taken for the token."""
    start = part(json.dumps({"alg": alg})) + ".e30."
    (found,) = find(f"{start}AAAA\nBBBB")
    assert found.text == f"{start}AAAABBBB"


def test_wrapped_lines_of_one_width_are_joined_in_a_longer_text() -> None:
    """Inside a text, a line of the same width goes on with an unfinished signature."""
    start = part('{"alg":"RS256"}') + ".e30."
    line = start + "A" * 40
    (found,) = find(f"see: x\n{line}\n{'B' * 30}\nend of it!")
    assert found.text == line + "B" * 30


@pytest.mark.parametrize("foreign", ["\u200b", "\x00", "\ud800", "\ufeff"])
def test_invisible_characters_before_a_token_are_shown(foreign: str) -> None:
    """They stay part of the token: whoever sends it will send them along."""
    assert [one.text for one in find(foreign + ONE)] == [foreign + ONE]
    assert [one.text for one in find(f"x {foreign}{ONE}")] == [ONE]


@pytest.mark.parametrize("foreign", ["?", "{", "\u200b", "&"])
def test_a_foreign_character_inside_is_never_dropped(foreign: str) -> None:
    """A token that a text opens with is kept whole although a character does not belong."""
    text = ONE[:30] + foreign + ONE[30:]
    assert [one.text for one in find(text)] == [text]


def test_json_with_a_signature_of_another_kind_keeps_its_tokens() -> None:
    """A member called signature does not make an object a JWS."""
    text = json.dumps({"token": ONE, "signature": "x", "data": {"n": 1}})
    assert [one.text for one in find(text)] == [ONE]


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_text_has_no_token(text: str) -> None:
    """There is nothing to show."""
    assert find(text) == ()


def test_a_text_beyond_the_limit_is_not_searched() -> None:
    """It comes back whole, to be refused with a sentence."""
    text = "x" * (LIMIT + 1)
    assert [one.text for one in find(text)] == [text]


@pytest.mark.parametrize(
    "text",
    ['{"a' * 300 + '"signature', '{"signature": ' + "[" * 50_000, '{"signature":1}' * 40],
)
def test_broken_json_does_not_hold_the_search_up(text: str) -> None:
    """Only a bounded number of places is tried."""
    assert [one.text for one in find(text)] == [text]


@given(st.text(max_size=80), st.sampled_from(["", ONE, TWO[:40], JSON, "eyJ.", "%2E"]), st.text())
def test_any_text_is_searched_without_an_exception(before: str, middle: str, after: str) -> None:
    """What is found stands where it says, and notes never claim an error."""
    text = before + middle + after
    for one in find(text):
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert all(note.severity is not Severity.ERROR for note in one.notes)


@given(st.sampled_from([" ", "\n", "\r\n  "]), st.integers(1, len(ONE) - 1))
def test_white_space_anywhere_in_a_token_is_undone(space: str, at: int) -> None:
    """Wherever the token was broken, it is found whole, and read whole."""
    (found,) = find(ONE[:at] + space + ONE[at:])
    assert read_token(found.text).text == ONE
