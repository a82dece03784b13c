"""The disclosures of an SD-JWT as rows."""

import pytest

from jwtdesk.analysis.verdict import State
from jwtdesk.model.disclosure_rows import (
    LONGEST,
    MOST,
    DisclosureRow,
    DisclosureTable,
    disclosure_table,
)
from tests.disclosed import ADDRESS, NAME, PERSON, digest, disclosure, issued
from tests.model.desk import CLASSIC, Desk


def table(token: str) -> DisclosureTable:
    """Return the table of `token`."""
    found = disclosure_table(Desk().paste(token))
    assert found is not None
    return found


def row(token: str) -> DisclosureRow:
    """Return the only row of `token`."""
    (found,) = table(token).rows
    return found


def test_an_ordinary_token_has_none() -> None:
    """There is no table for what is no SD-JWT."""
    assert disclosure_table(Desk().paste(CLASSIC)) is None


def test_names_values_and_places() -> None:
    """Each row says what it is called, what it holds and where that stands; children follow."""
    found = [(one.name, one.value, one.place, one.depth) for one in table(PERSON).rows]

    assert found == [
        ("given_name", '"Ada"', "$.given_name", 0),
        ("address", table(PERSON).rows[1].value, "$.address", 0),
        ("street", '"1 Main Street"', "$.address.street", 1),
        ("list entry", '"admin"', "$.roles[1]", 0),
    ]
    assert table(PERSON).rows[2].parent == digest(ADDRESS)
    assert (table(PERSON).badge, table(PERSON).state) == ("4 disclosed", State.UNKNOWN)


def test_what_is_kept_back_is_counted() -> None:
    """Digests without a disclosure are counted, one and many."""
    assert table(PERSON).rest == "1 digest has no disclosure: kept back, or a decoy."
    found = table(issued({"_sd": [digest("a"), digest("b")]}))
    assert found.rest == "2 digests have no disclosure: kept back, or decoys."
    assert table(issued({"_sd": [digest(NAME)]}, NAME)).rest == ""
    assert table(issued({})).rest == "Nothing is disclosed."


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (disclosure("name", "x"), "name", '"x"'),
        ("!!!", "unreadable", "!!!"),
        (disclosure(1, "x"), "list entry", '"x"'),
        (disclosure("", None), "(no name)", "null"),
        (disclosure("a" * 400, 1), "a" * LONGEST, "1"),
    ],
)
def test_what_has_no_place_is_wrong(text: str, name: str, value: str) -> None:
    """A disclosure that nothing refers to is told, as far as it can be read."""
    found = row(issued({}, text))

    assert (found.name, found.value, found.place) == (name, value, "")
    assert found.trouble
    assert table(issued({}, text)).state is State.BAD
    assert table(issued({}, text)).badge == "1 wrong"


def test_without_a_payload_nothing_is_checked() -> None:
    """An unknown hash leaves every disclosure unchecked, and says so."""
    found = table(issued({"_sd_alg": "md5", "_sd": [digest(NAME)]}, NAME))

    assert (found.badge, found.state) == ("1 not checked", State.WARN)


def test_long_values_are_cut() -> None:
    """A value is shown by its beginning."""
    text = disclosure("long", "x" * 10_000)
    assert row(issued({"_sd": [digest(text)]}, text)).value == '"' + "x" * (LONGEST - 1) + "…"


def test_hidden_characters_are_named() -> None:
    """A name that turns the writing is shown with its number."""
    text = disclosure("na\u202eme", "x\u200b")
    found = row(issued({"_sd": [digest(text)]}, text))
    assert found.name == "na⟨U+202E⟩me"
    assert found.value == '"x⟨U+200B⟩"'


def test_many_are_not_all_listed() -> None:
    """Beyond a bound the rest is only counted."""
    texts = [disclosure(f"c{count}", count) for count in range(MOST + 2)]
    found = table(issued({"_sd": [digest(one) for one in texts]}, *texts))

    assert len(found.rows) == MOST
    assert found.rest == "2 further disclosures are not listed."
    assert found.badge == f"{MOST + 2} disclosed"


def test_a_long_chain_is_no_recursion() -> None:
    """A chain of disclosures, each in the one before, is listed to its end."""
    texts = [disclosure("end", 1)]
    for _ in range(150):
        texts.append(disclosure("more", {"_sd": [digest(texts[-1])]}))
    found = table(issued({"_sd": [digest(texts[-1])]}, *texts))
    assert [one.depth for one in found.rows] == list(range(151))
