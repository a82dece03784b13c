"""SMART Health Cards are read from the text of their QR codes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.inspect import inspect_all
from jwtdesk.jose.find_tokens import find
from jwtdesk.jose.inflate import deflate
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Kind
from tests.made import SECRET, token

ONE = token(deflate(b'{"iss":"https://issuer.example","vc":{}}'), '{"alg":"HS256","zip":"DEF"}')
TWO = token('{"sub":"bob"}')


def digits(text: str) -> str:
    """Return the digits that stand for the characters of a token."""
    return "".join(f"{ord(one) - 45:02}" for one in text)


def parts(text: str, count: int) -> list[str]:
    """Return a token as `count` parts of a card."""
    size = -(-len(text) // count)
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return [f"shc:/{number}/{count}/{digits(one)}" for number, one in enumerate(pieces, 1)]


CARD = f"shc:/{digits(ONE)}"
THREE = parts(ONE, 3)
UNWRAPPED = "Unwrapped from a SMART Health Card"


@pytest.mark.parametrize(
    ("text", "tokens", "note"),
    [
        (CARD, [ONE], UNWRAPPED),
        (f" {CARD}\n", [ONE], UNWRAPPED),
        (CARD.upper(), [ONE], UNWRAPPED),
        (f"the code says {CARD}, he said", [ONE], UNWRAPPED),
        (f"{CARD[:99]}\n  {CARD[99:]}", [ONE], UNWRAPPED),
        ("\n".join(THREE), [ONE], f"{UNWRAPPED} in 3 parts"),
        (" ".join(reversed(THREE)), [ONE], f"{UNWRAPPED} in 3 parts"),
        ("".join(THREE), [ONE], f"{UNWRAPPED} in 3 parts"),
        ("\n".join([*THREE, *parts(TWO, 3)]), [ONE, TWO], f"{UNWRAPPED} in 3 parts"),
        ("\n".join([*parts(TWO, 2), *THREE]), [TWO, ONE], f"{UNWRAPPED} in 2 parts"),
        (f"{CARD} {CARD}", [ONE, ONE], UNWRAPPED),
        (f"{CARD} and {TWO}", [ONE, TWO], UNWRAPPED),
    ],
)
def test_the_token_comes_out_of_the_digits(text: str, tokens: list[str], note: str) -> None:
    """Whatever stands around the card, in whatever order its parts come; and that is said."""
    found = find(text)
    assert [one.text for one in found] == tokens
    assert found[0].notes[-1].message == note


def test_a_card_is_inspected_like_any_token() -> None:
    """Its signature is checked, and its claims are the unpacked ones."""
    (report,) = inspect_all("\n".join(THREE).encode(), SECRET, now=0)
    told: dict[str, Any] = report.as_json()
    assert told["signature"]["code"] == "verified"
    assert told["payload"] == {"iss": "https://issuer.example", "vc": {}}


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (THREE[0], "health-card-incomplete", "in 3 parts, of which parts 2, 3 are not here"),
        (f"{THREE[0]}\n{THREE[2]}", "health-card-incomplete", "of which part 2 is not here"),
        ("shc:/1/9/5676", "health-card-incomplete", "parts 2, 3, 4, 5, 6, \u2026 are"),
        (CARD[:-1], "health-card-broken", "digits"),
        (f"{CARD}99", "health-card-broken", "digits"),
        ("shc:/5676", "health-card-broken", "digits"),
        ("shc:/", "health-card-broken", "digits"),
        ("shc:/0/0/5676", "health-card-broken", "digits"),
    ],
)
def test_what_is_missing_is_said(text: str, code: str, words: str) -> None:
    """Which parts, or that the digits are no token."""
    (found,) = find(text)
    read = read_token(found.text)
    assert (read.kind, read.problems[0].code) == (Kind.UNREADABLE, code)
    assert words in read.problems[0].message


def test_a_whole_card_is_named_where_it_is_not_unwrapped() -> None:
    """Reading takes a token; finding takes a card."""
    assert read_token(CARD).problems[0].code == "is-health-card"


def test_digits_without_end_are_no_card() -> None:
    """A hostile text is not turned into a token of a megabyte."""
    (found,) = find("shc:/" + "56" * 600_000)
    assert read_token(found.text).problems[0].code == "health-card-broken"


def test_a_thousand_parts_are_enough() -> None:
    """What a hostile text has beyond them is not looked at."""
    assert len(find("shc:/1/2/5676 " * 3000)) == 1000


@given(st.text("shcSHC:/0123456789 \n.", max_size=60))
def test_any_text_is_searched(text: str) -> None:
    """Whatever stands there, nothing raises."""
    for one in find(text):
        read_token(one.text)
