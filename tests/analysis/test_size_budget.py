"""What a token takes of a cookie and of a header line, and which claim costs what."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.size_budget import size_budget
from jwtdesk.jose.read_token import read_token
from tests.made import token


def test_the_parts_add_up() -> None:
    """Header, payload and the rest are the whole token."""
    text = token('{"a":1}')
    found = size_budget(read_token(text))

    assert found.total == len(text) == found.header + found.payload + found.signature
    assert found.header == text.index(".")
    assert found.cookie.left == 4096 - len(text)
    assert found.header_line.left == 8192 - len(text) - len("Authorization: Bearer ")


def test_the_name_of_a_cookie_counts() -> None:
    """Browsers count name, equals sign and value."""
    read = read_token(token("{}"))

    assert size_budget(read, "session").cookie.used == size_budget(read).cookie.used + 8


def test_claims_by_cost() -> None:
    """The dearest comes first; names, commas and octets of UTF-8 count."""
    found = size_budget(read_token(token('{"a":1,"long":"xxxxxxxxxx","ü":[1,{"b":2}]}'))).claims

    assert [(one.name, one.octets) for one in found] == [("long", 20), ("ü", 16), ("a", 6)]
    assert found[0].characters == pytest.approx(20 * 4 / 3)


@pytest.mark.parametrize("payload", ["[]", "text", b"\xff", "", '{"a":'])
def test_no_claims_cost_nothing(payload: str | bytes) -> None:
    """A payload that is no claims set has only a size."""
    assert size_budget(read_token(token(payload))).claims == ()


def test_no_token() -> None:
    """A text that is none has a length all the same."""
    found = size_budget(read_token("nothing"))

    assert (found.total, found.header, found.payload, found.claims) == (7, 0, 0, ())


def test_very_many_claims() -> None:
    """Beyond the first two thousand, what is not listed counts for nobody."""
    payload = json.dumps({f"k{at:05}": at for at in range(3000)}, separators=(",", ":"))
    found = size_budget(read_token(token(payload))).claims

    assert len(found) == 2000
    assert max(one.octets for one in found) < 20


@given(st.dictionaries(st.text(), st.integers() | st.text() | st.lists(st.integers()), max_size=8))
def test_claims_and_braces_are_the_whole_payload(claims: dict[str, object]) -> None:
    """Every octet but the two braces belongs to a claim."""
    payload = json.dumps(claims, separators=(",", ":"))
    found = size_budget(read_token(token(payload))).claims

    assert sum(one.octets for one in found) == len(payload.encode()) - 2
