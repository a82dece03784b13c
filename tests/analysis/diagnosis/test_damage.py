"""What copying does to a token, found and, where it can be proven, mended."""

from typing import Any

import pytest

from jwtdesk.analysis.hypothesis import Effort
from tests.analysis.diagnosis.making import (
    SECRET,
    card,
    causes,
    ec_key,
    explained,
    part,
    private,
    public,
    riddle,
    rsa_key,
    token,
)

HEAD, BODY, LAST = token("HS256", SECRET).split(".")
WHOLE = f"{HEAD}.{BODY}.{LAST}"
AT = len(HEAD) + 21
KEYS: dict[str, tuple[Any, bytes]] = {
    "HS256": (SECRET, SECRET),
    "RS256": (rsa_key(), public(rsa_key())),
    "PS384": (rsa_key(), public(rsa_key())),
    "ES256": (ec_key(), public(ec_key())),
}
DAMAGED = {
    "soft hyphen": WHOLE[:AT] + "\u00ad" + WHOLE[AT:],
    "zero-width space": WHOLE[:7] + "\u200b" + WHOLE[7:],
    "smart quote inside": WHOLE[:AT] + "\u201d" + WHOLE[AT:],
    "byte order mark": "\ufeff" + WHOLE,
    "percent, twice": WHOLE.replace(".", "%252E"),
    "HTML escapes": WHOLE.replace(".", "&#46;"),
    "escaped dots": WHOLE.replace(".", "\\u002e"),
    "commas": WHOLE.replace(".", ","),
    "blanks for dots": WHOLE.replace(".", " "),
    "hyphenated line": WHOLE[:AT] + "-\n" + WHOLE[AT:],
    "doubled dot": WHOLE.replace(".", "..", 1),
    "no first dot": HEAD + BODY + "." + LAST,
    "no second dot": HEAD + "." + BODY + LAST,
    "no dots": HEAD + BODY + LAST,
    "a full stop behind": WHOLE + ".",
    "a letter before": "x" + WHOLE,
    "a letter behind": WHOLE + "x",
    "first letter lost": WHOLE[1:],
    "letter doubled": WHOLE[:AT] + WHOLE[AT - 1] + WHOLE[AT:],
    "letter lost": WHOLE[:AT] + WHOLE[AT + 1 :],
    "look-alike": WHOLE.replace("e", "\u0435", 1),
    "one foreign letter": WHOLE[:AT] + "\u00e9" + WHOLE[AT + 1 :],
    "pasted twice": WHOLE + WHOLE,
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_found_and_mended(name: str) -> None:
    """The repaired token verifies, which proves the repair."""
    found = card(riddle(DAMAGED[name], SECRET), "damaged-in-copy", mends=True)
    assert found.place is not None


@pytest.mark.parametrize("alg", KEYS)
@pytest.mark.parametrize("where", ["header", "payload", "signature"])
def test_one_wrong_letter_is_found(alg: str, where: str) -> None:
    """Whatever the part, by trying every letter in every place."""
    key, text = KEYS[alg]
    made = token(alg, key)
    head, body, _ = made.split(".")
    at = {"header": len(head) - 2, "payload": len(head) + len(body) // 2, "signature": -5}[where]
    at %= len(made)
    other = "A" if made[at] != "A" else "B"
    found = card(riddle(made[:at] + other + made[at + 1 :], text), "damaged-in-copy", mends=True)
    assert f"{at + 1:,}" in found.evidence


@pytest.mark.parametrize("alg", KEYS)
def test_two_letters_that_changed_places_are_found(alg: str) -> None:
    """A slip of the fingers."""
    key, text = KEYS[alg]
    made = token(alg, key)
    at = next(n for n in range(made.index(".") + 9, len(made)) if made[n] != made[n + 1])
    swapped = made[:at] + made[at + 1] + made[at] + made[at + 2 :]
    card(riddle(swapped, text), "damaged-in-copy", mends=True)


def test_a_private_key_shows_the_damage_of_a_signature() -> None:
    """It makes the right one, and the two are compared."""
    made = token("RS256", rsa_key())
    for bad in (made[:-20] + "AA" + made[-18:], made + "AAA", made[:-30] + made[-29:]):
        card(riddle(bad, private(rsa_key())), "damaged-in-copy", mends=True)


@pytest.mark.parametrize("mark", ["\u2026", "..."])
def test_an_ellipsis_cannot_be_mended(mark: str) -> None:
    """In the middle it is the cause; at the end the token is cut off as well."""
    middle = riddle(WHOLE[:AT] + mark + WHOLE[AT + 9 :], SECRET)
    card(middle, "damaged-in-copy", mends=False)
    end = explained(riddle(WHOLE[:-9] + mark, SECRET)).explanations
    assert {one.id for one in end} >= {"truncated", "damaged-in-copy"}


def test_foreign_characters_are_told_even_when_that_is_not_all() -> None:
    """The key is wrong too."""
    case = riddle(DAMAGED["soft hyphen"], b"another secret")
    card(case, "damaged-in-copy", mends=False, proven=False)


def test_what_is_slow_is_found_by_looking_harder() -> None:
    """A letter in a long payload under a slow curve."""
    claims = '{"text":"' + "abc " * 40 + '","n":12}'
    made = token("ES384", ec_key("ES384"), claims=claims)
    at = made.index(".") + 30
    bad = made[:at] + ("A" if made[at] != "A" else "B") + made[at + 1 :]
    case = riddle(bad, public(ec_key("ES384")))
    found = explained(case, Effort.HARD)
    assert "damaged-in-copy" in {one.id for one in found.explanations}


@pytest.mark.parametrize("alg", KEYS)
def test_a_cut_signature_is_told(alg: str) -> None:
    """Its length is impossible; where the key can sign, the rest is put back."""
    key, text = KEYS[alg]
    card(riddle(token(alg, key)[:-9], text), "truncated", mends=alg == "HS256")


@pytest.mark.parametrize(
    "text", [HEAD, HEAD[:-3], f"{HEAD}.{BODY[:-9]}", f"{HEAD}.{BODY}", f"{HEAD}.{BODY}."]
)
def test_missing_parts_are_told(text: str) -> None:
    """Cut before the signature, or at it."""
    card(riddle(text, SECRET), "truncated", mends=False)


def test_the_usual_cuts_are_named() -> None:
    """A database column of 255 characters."""
    made = token("HS256", SECRET, claims='{"a":"' + "x" * 300 + '"}')[:255]
    assert "255" in card(riddle(made, SECRET), "truncated", mends=False).evidence


def test_nothing_is_repaired_for_nothing() -> None:
    """A whole token under a wrong secret is not called damaged."""
    assert causes(riddle(WHOLE, b"another secret")) == set()


SIGNS = {
    "letters lost": WHOLE[:AT] + WHOLE[AT + 9 :],
    "an impossible length": HEAD[:-3] + HEAD[-2:] + "." + BODY[:-7] + "." + LAST,
    "all in small letters": WHOLE.lower(),
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs_of_damage_are_told_where_nothing_can_be_mended(name: str) -> None:
    """More than one character is gone."""
    found = {one.id: one for one in explained(riddle(SIGNS[name], SECRET)).explanations}
    assert found["damaged-in-copy"].fix is None


def test_an_unencoded_payload_is_not_called_damaged() -> None:
    """Its blanks and quotation marks belong there."""
    head = '{"alg":"HS256","b64":false,"crit":["b64"]}'
    text = f"{part(head)}.a \u201cb\u201d c.{LAST}"
    assert causes(riddle(text, SECRET)) == set()
