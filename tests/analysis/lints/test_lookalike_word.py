"""Words that only look Latin, where names are compared."""

import json

import pytest

from jwtdesk.analysis.alphabets import disguised_word, latin_twin
from jwtdesk.jose.problem import Severity
from tests.analysis.lints.reviewed import in_header, in_payload, of

# By code point, because the eye cannot tell: "apple", "cosy", "scope" and "xo" of other letters.
APPLE = "\u0430\u0440\u0440\u04cf\u0435"
COSY = "\u0441\u043e\u0455\u0443"
SCOPE = "\u0455\u0441\u043e\u0440\u0435"
GREEK = "\u03c7\u03bf"
BANK = "\u0411\u0430\u043d\u043a"
GREEK_WORD = "\u03bb\u03cc\u03b3\u03bf\u03c2"


@pytest.mark.parametrize(
    ("word", "twin"),
    [
        (APPLE, "apple"),
        (COSY, "cosy"),
        (GREEK, "xo"),
        (BANK, None),
        (GREEK_WORD, None),
        ("apple", None),
        (APPLE + GREEK, None),
        (APPLE + "a", None),
        ("", None),
    ],
)
def test_twins(word: str, twin: str | None) -> None:
    """Every letter must be of one other alphabet and look Latin."""
    assert latin_twin(word) == twin


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"www.{APPLE}.com", (APPLE, "apple")),
        (f"{APPLE}_id {COSY}", (APPLE, "apple")),
        (f"{BANK} {APPLE}", None),
        ("\u0430", None),
        ("apple", None),
        ("", None),
    ],
)
def test_words_in_a_text(text: str, found: tuple[str, str] | None) -> None:
    """The first of at least two letters, unless the text is honestly in that language."""
    assert disguised_word(text) == found


@pytest.mark.parametrize(
    ("claims", "where"),
    [
        ({"iss": f"https://{APPLE}.com/"}, "payload.iss"),
        ({"iss": f"https://{APPLE}.com/{BANK}"}, "payload.iss"),
        ({"aud": ["api", f"{COSY}"]}, "payload.aud[1]"),
        ({"azp": GREEK}, "payload.azp"),
        ({SCOPE: "read"}, f"payload.{SCOPE}"),
        ({"a": {SCOPE: 1}}, f"payload.a.{SCOPE}"),
        ({"email": f"a@{APPLE}.com", "iss": f"https://{APPLE}.com"}, "payload.email"),
        ({"iss": f"https://a.example/{APPLE}"}, None),
        ({"iss": f"https://{BANK}.example"}, None),
        ({"name": COSY, "sub": APPLE}, None),
        ({SCOPE: 1, BANK: 2}, None),
        ({"aud": {"a": APPLE}, "iss": 7}, None),
        ({"iss": "apple"}, None),
    ],
)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_in_claims(claims: dict[str, object], where: str | None, ascii_only: bool) -> None:
    """Names of members and of issuers, receivers and addresses; people are called what they are."""
    found = of("mixed-script", in_payload(json.dumps(claims, ensure_ascii=ascii_only)))

    assert [one.where for one in found] == ([where] if where else [])
    assert all(one.severity is Severity.WARNING for one in found)


def test_it_says_what_it_passes_for() -> None:
    """In quotation marks, with its place."""
    (found,) = of("mixed-script", in_payload(f'{{"exp":1,"iss":"{APPLE}"}}'))

    assert f"“{APPLE}”" in found.detail
    assert "“apple”" in found.detail
    assert found.span


def test_in_the_header() -> None:
    """The name of a key can be disguised, too."""
    (found,) = of("mixed-script", in_header(f'{{"alg":"HS256","kid":"{APPLE}"}}'))

    assert found.where == "header.kid"
    assert found.span


def test_both_a_name_and_a_value() -> None:
    """Each kind is told once."""
    found = of("mixed-script", in_payload(f'{{"{SCOPE}":1,"iss":"{APPLE}","aud":"{APPLE}"}}'))

    assert [one.where for one in found] == [f"payload.{SCOPE}", "payload.iss"]
