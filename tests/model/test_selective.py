"""Presenting, binding, concealing and revealing, as edits."""

import json
from dataclasses import replace

import pytest

from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.read_token import read_token
from jwtdesk.model.answers import answer
from jwtdesk.model.binding_row import binding_row
from jwtdesk.model.cost import Cost, cost
from jwtdesk.model.edits import (
    Answered,
    Concealed,
    KeyEdited,
    KeyKept,
    Presented,
    Revealed,
    RulesEdited,
    TokenPasted,
    Undone,
)
from jwtdesk.model.questions import Present
from jwtdesk.model.reduce import reduce
from jwtdesk.model.session import Session, wanted
from tests.disclosed import (
    ADDRESS,
    CLAIMS,
    HOLDER,
    NAME,
    PERSON,
    ROLE,
    STREET,
    digest,
    holder_claims,
    issued,
)
from tests.keys.locate import key_file
from tests.made import SECRET, token
from tests.model.desk import CLASSIC, Desk

NOW = 1_795_400_000
BINDABLE = issued(CLAIMS | holder_claims(), NAME, ADDRESS, STREET, ROLE)
SALTS = tuple(f"salt-{count:02}-of-16-octets" for count in range(20))
EXPECTED = Rules(kb_aud="shop", kb_nonce="n-1")


def test_only_what_is_chosen_is_shown() -> None:
    """The other disclosures are gone, the signature still holds, and undo brings them back."""
    desk = Desk(NOW)
    desk.paste(PERSON, SECRET)
    after = desk.do(Presented(frozenset({digest(NAME)})))

    assert after.shown.token == issued(CLAIMS, NAME)
    assert after.verdict.signature.state is State.OK
    assert desk.do(Undone()).shown.token == PERSON


def test_an_ordinary_token_has_nothing_to_present() -> None:
    """It is said, and nothing changes."""
    after = Desk().do(TokenPasted(CLASSIC), Presented(frozenset()))
    assert after.notice is not None
    assert after.shown.token == CLASSIC


def test_presenting_everything_is_no_step() -> None:
    """Nothing changes, so nothing can be undone."""
    desk = Desk()
    desk.paste(PERSON)
    steps = len(desk.session.history.past)
    everything = frozenset(map(digest, (NAME, ADDRESS, STREET, ROLE)))
    assert len(desk.do(Presented(everything)).history.past) == steps


@pytest.mark.parametrize("kept", [True, False])
def test_a_presentation_is_bound_to_its_holder(kept: bool) -> None:
    """By a key that was kept, or by one given on the spot, which is kept from then on."""
    desk = Desk(NOW)
    if kept:
        desk.do(KeyEdited(KeyInput(HOLDER)), KeyKept("holder"))
    desk.paste(BINDABLE, SECRET)
    chosen = frozenset({digest(NAME)})
    if kept:
        wish = Presented(chosen, "holder", "shop", "n-1")
    else:
        wish = Presented(chosen, aud="shop", nonce="n-1", given=KeyInput(HOLDER))
    after = desk.do(wish, RulesEdited(EXPECTED))
    row = binding_row(after)

    assert row is not None
    assert row.state is State.OK, row
    assert [one.given for one in after.keyring] == [KeyInput(HOLDER)]
    assert after.key == KeyInput(SECRET)
    assert after.shown.token.startswith(issued(CLAIMS | holder_claims(), NAME))


@pytest.mark.parametrize(
    "wish",
    [
        Presented(frozenset(), "nobody", "shop", "n-1", expected=True),
        Presented(
            frozenset(),
            aud="shop",
            nonce="n-1",
            given=KeyInput(b"-----BEGIN nothing"),
            expected=True,
        ),
        Presented(frozenset(), aud="a", nonce="n", given=KeyInput(b'{"kty":"RSA"}')),
        Presented(
            frozenset(), aud="a", nonce="n", given=KeyInput(key_file("ec-p256-public-spki.pem"))
        ),
    ],
)
def test_a_key_that_cannot_sign_is_refused(wish: Presented) -> None:
    """It is said why, the token stays, and no key is kept."""
    desk = Desk(NOW)
    desk.paste(BINDABLE)
    after = desk.do(wish)

    assert after.notice is not None
    assert after.shown.token == BINDABLE
    assert after.keyring == ()
    assert after.rules == Rules()


@pytest.mark.parametrize("expected", [True, False])
def test_what_it_is_bound_to_can_be_expected_from_then_on(expected: bool) -> None:
    """The verifier that it was made for would do the same."""
    desk = Desk(NOW)
    desk.paste(BINDABLE, SECRET)
    given = KeyInput(HOLDER)
    wish = Presented(frozenset(), aud="shop", nonce="n-1", given=given, expected=expected)
    rules = desk.do(wish).rules
    assert (rules.kb_aud, rules.kb_nonce) == (("shop", "n-1") if expected else (None, None))


def test_a_late_presentation_does_not_replace_another_token() -> None:
    """When another token lies on the desk by then, it stays."""
    desk = Desk()
    session = reduce(desk.paste(PERSON), Presented(frozenset()))
    (question,) = (one for one in wanted(session) if isinstance(one, Present))
    desk.session = replace(session, asks=())
    later = reduce(session, TokenPasted(CLASSIC))
    after = reduce(later, Answered(question, answer(question)))
    assert after.shown.token == CLASSIC
    assert after.presenting is None


def test_an_answer_of_another_kind_presents_nothing() -> None:
    """The token stays, and the wish is over."""
    session = reduce(Desk().paste(PERSON), Presented(frozenset()))
    (question,) = (one for one in wanted(session) if isinstance(one, Present))
    after = reduce(session, Answered(question, ()))
    assert after.shown.token == PERSON
    assert after.presenting is None


def test_a_heavy_key_is_read_where_it_can_be_stopped() -> None:
    """A private RSA key would hold the window; any other presentation only needs a thread."""
    heavy = KeyInput(key_file("rsa-2048-private-pkcs8.pem"))
    read = read_token(PERSON)
    assert cost(Present(read, frozenset(), given=heavy)) is Cost.STUBBORN
    assert cost(Present(read, frozenset())) is Cost.SLOW


def concealed(claims: object, *paths: str) -> tuple[Desk, Session]:
    """Return a desk on which `paths` of a signed token over `claims` were made selective."""
    desk = Desk(NOW)
    desk.paste(token(json.dumps(claims)), SECRET)
    return desk, desk.do(Concealed(frozenset(paths), SALTS))


def test_claims_become_disclosures() -> None:
    """The token is signed anew, says the same as before, and undo takes it back."""
    claims = {"iss": "me", "name": "Ada", "address": {"city": "London"}, "roles": ["a", "b"]}
    desk, after = concealed(claims, "$.name", "$.address", "$.address.city", "$.roles[1]")
    selective = after.known.token.selective

    assert selective is not None
    assert selective.payload == read_token(token(json.dumps(claims))).payload.document.value  # type: ignore[union-attr]  # it is there
    assert len(selective.disclosures) == 4
    assert all(one.problem is None for one in selective.disclosures)
    assert after.verdict.signature.state is State.OK
    assert desk.do(Undone()).known.token.selective is None


def test_what_is_disclosed_goes_back() -> None:
    """An ordinary token again, with the same claims, signed anew."""
    claims = {"iss": "me", "name": "Ada"}
    desk, _ = concealed(claims, "$.name")
    after = desk.do(Revealed())

    assert after.known.token.selective is None
    assert json.loads(after.shown.payload) == claims
    assert after.verdict.signature.state is State.OK
    assert desk.do(Undone()).known.token.selective is not None


@pytest.mark.parametrize("text", [CLASSIC, issued({"_sd_alg": "md5"}, NAME)])
def test_nothing_goes_back_where_nothing_is_disclosed(text: str) -> None:
    """It is said, and the token stays."""
    after = Desk().do(TokenPasted(text), Revealed())
    assert after.notice is not None
    assert after.shown.token == text


def test_what_cannot_be_concealed_is_said() -> None:
    """A claim that is not there, or a payload that is no object in a compact token."""
    _, absent = concealed({"name": "Ada"}, "$.absent")
    assert absent.notice is not None
    assert absent.known.token.selective is None
    header, payload, signature = token("{}").split(".")
    flattened = json.dumps({"protected": header, "payload": payload, "signature": signature})
    after = Desk().do(TokenPasted(flattened), Concealed(frozenset({"$.a"}), SALTS))
    assert after.notice is not None
    assert after.shown.token == flattened
