"""Claims are described: what each means, and what its value says."""

import json
import re

import pytest

from jwtdesk.analysis.claims import MOST, describe, describe_header, meaning
from jwtdesk.analysis.registered_name import Name, Place, Sort, names
from jwtdesk.jose.discover import registered
from jwtdesk.jose.read_token import read_token
from tests.made import part, token

NOW = 1_800_000_000


def test_each_claim_is_described_in_its_order() -> None:
    """Known names have a meaning, times are told, the others say what they hold."""
    payload = {
        "exp": NOW + 60,
        "iss": "me",
        "admin": True,
        "off": False,
        "none": None,
        "list": [1, "a"],
        "object": {"a": 1},
        "two": {"a": 1, "b": 2},
        "n": 7,
    }
    found = describe(read_token(token(json.dumps(payload))), NOW)
    assert [one.name for one in found] == list(payload)
    assert [(one.meaning, one.is_time) for one in found[:3]] == [
        ("When the token expires", True),
        ("Who issued the token", False),
        ("", False),
    ]
    assert [one.text for one in found] == [
        "expires in 1 min (2027-01-15 08:01:00 UTC)",
        "“me”",
        "yes",
        "no",
        "null",
        "1, “a”",
        "an object of 1 member",
        "an object of 2 members",
        "7",
    ]


def test_local_time_is_told_at_an_offset() -> None:
    """The offset is given: below the program's edge there is no clock."""
    (claim,) = describe(read_token(token(f'{{"iat":{NOW}}}')), NOW, 60)
    assert claim.text == "issued just now (2027-01-15 09:00:00 UTC+01:00)"


def test_header_members_have_meanings_of_their_own() -> None:
    """The same name may mean another thing there."""
    read = read_token(part('{"alg":"HS256","nonce":"x"}') + ".e30.AA")
    assert [one.meaning for one in describe_header(read, NOW)] == [
        "How the token is signed, or how its key is encrypted",
        "Ties the token to a request",
    ]
    assert meaning("nonce") != meaning("nonce", Place.HEADER)


@pytest.mark.parametrize("text", ["hello", token("[]"), token("no"), token(b"\xff")])
def test_without_claims_nothing_is_described(text: str) -> None:
    """A payload that is no object holds none."""
    assert describe(read_token(text), NOW) == ()


def test_no_token_has_no_claims() -> None:
    """Nor a header."""
    assert (describe(None, NOW), describe_header(None, NOW)) == ((), ())


def test_a_hostile_number_of_claims_is_cut() -> None:
    """A thousand rows are more than anybody reads."""
    payload = json.dumps({f"c{at}": at for at in range(MOST + 9)})
    assert len(describe(read_token(token(payload)), NOW)) == MOST


ALL = [one for one in registered("jwtdesk.analysis.names", "NAMES") if isinstance(one, Name)]


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.place.value}-{one.name}")
def test_every_meaning_is_a_plain_clause(one: Name) -> None:
    """It begins with a capital, ends without a full stop, and names where it comes from."""
    assert re.fullmatch(r"[A-Z][^{}]{3,}[^.\s]", one.meaning)
    assert one.reference
    assert names(one.place)[one.name].name == one.name


def test_the_registered_times_are_times() -> None:
    """These are told as moments."""
    times = {one.name for one in ALL if one.sort is Sort.TIME}
    assert times == {"exp", "nbf", "iat", "auth_time", "updated_at", "toe"}
