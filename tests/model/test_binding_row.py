"""The key binding in words."""

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.model.binding_row import BindingRow, binding_row, holder_pair
from jwtdesk.model.edits import RulesEdited
from tests.disclosed import CLAIMS, HOLDER, NAME, bound, holder_claims, issued
from tests.keys.locate import key_file
from tests.made import SECRET
from tests.model.desk import CLASSIC, Desk

NOW = 1_795_400_000
ISSUED = issued(CLAIMS | holder_claims(), NAME)
BOUND = bound(ISSUED, "https://shop.example", "n-1", NOW)
EXPECTED = Rules(kb_aud="https://shop.example", kb_nonce="n-1")


def row(token: str, rules: Rules, secret: bytes = SECRET) -> BindingRow:
    """Return the row of `token` when it is held against `rules`."""
    desk = Desk(NOW)
    desk.paste(token, secret)
    found = binding_row(desk.do(RulesEdited(rules)))
    assert found is not None
    return found


def test_an_ordinary_token_has_none() -> None:
    """There is no row for what is no SD-JWT."""
    assert binding_row(Desk().paste(CLASSIC)) is None


@pytest.mark.parametrize(
    ("token", "words"),
    [(ISSUED, "names its holder's key"), (issued(CLAIMS, NAME), "names no key of its holder")],
)
def test_without_a_key_binding(token: str, words: str) -> None:
    """It is said whether anybody could be bound to the token."""
    found = row(token, Rules())

    assert (found.state, found.short) == (State.UNKNOWN, "Not bound")
    assert words in found.text
    assert found.expected.startswith("No audience and no nonce are expected")


def test_a_right_one() -> None:
    """It is right when both expectations were met."""
    found = row(BOUND, EXPECTED)

    assert (found.state, found.short) == (State.OK, "Bound")
    assert found.expected == "Expected: audience “https://shop.example”, nonce “n-1”."


def test_one_for_another_verifier() -> None:
    """A copy that was meant for somebody else is refused."""
    found = row(BOUND, Rules(kb_aud="https://bank.example"))
    assert found.state is State.BAD
    assert found.expected == "Expected: audience “https://bank.example”."


@pytest.mark.parametrize("secret", [b"another secret, long enough for it", b""])
def test_nothing_is_right_without_the_issuers_signature(secret: bytes) -> None:
    """Whose key it is was said by the issuer: without that signature it is not proven."""
    found = row(BOUND, EXPECTED, secret)

    assert (found.state, found.short) == (State.UNKNOWN, "Not proven")
    assert "has not been proven" in found.text


def keys(octets: bytes) -> Keys:
    """Return the keys in `octets`."""
    found = read_key(KeyInput(octets))
    assert isinstance(found, Keys)
    return found


def test_whose_key_it_is() -> None:
    """Before anything is signed it is said whether the key is the holder's."""
    session = Desk().paste(ISSUED)
    other = key_file("ec-p384-private-pkcs8.pem")

    assert holder_pair(session, keys(HOLDER)).matches
    assert not holder_pair(session, keys(other)).matches
    assert "another key" in holder_pair(session, keys(other)).text
    nobody = holder_pair(Desk().paste(issued({})), keys(HOLDER))
    assert not nobody.matches
    assert "names no key" in nobody.text
