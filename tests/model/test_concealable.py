"""Which members of a payload can be made selective."""

import json

import pytest

from jwtdesk.jose.problem import Problem
from jwtdesk.model.concealable import (
    LONGEST,
    MOST,
    can_conceal,
    concealable,
    forecast,
    outermost,
    unlisted,
    unwise,
    with_salts,
)
from jwtdesk.model.edits import CompactSwitched, Concealed, PayloadEdited
from jwtdesk.model.session import Session
from tests.disclosed import PERSON
from tests.made import SECRET, token
from tests.model.desk import Desk

CLAIMS = {"iss": "me", "exp": 1, "name": "Ada", "address": {"city": "London"}, "roles": ["a", {}]}
SALTS = tuple(f"salt-{count:02}-of-16-octets" for count in range(20))


def desk(claims: object = CLAIMS) -> Session:
    """Return a desk with a token over `claims` on it."""
    return Desk().paste(token(json.dumps(claims)), SECRET)


def test_every_member_and_entry_is_a_row() -> None:
    """Outer before inner, named as the edit wants them, indented by their depth."""
    found = concealable(desk())

    assert [(one.path, one.name, one.depth) for one in found] == [
        ("$.iss", "iss", 0),
        ("$.exp", "exp", 0),
        ("$.name", "name", 0),
        ("$.address", "address", 0),
        ("$.address.city", "city", 1),
        ("$.roles", "roles", 0),
        ("$.roles[0]", "[0]", 1),
        ("$.roles[1]", "[1]", 1),
    ]
    assert [one.value for one in found][2:4] == ['"Ada"', '{"city":"London"}']


def test_digests_are_no_claims() -> None:
    """What is selective already is not offered again, nor is what belongs to it."""
    paths = [one.path for one in concealable(Desk().paste(PERSON))]
    assert paths == ["$.iss", "$.roles", "$.roles[0]"]
    nested = {"a": {"_sd": ["x"], "b": 1}, "_sd_alg": "sha-256", "c": [{"...": "y"}, 2]}
    assert [one.path for one in concealable(desk(nested))] == ["$.a", "$.a.b", "$.c", "$.c[1]"]


def test_a_name_that_occurs_twice_is_left_alone() -> None:
    """Nobody could say which of the two is meant."""
    session = Desk().paste(token('{"a":{"x":1},"a":2,"b":3}'))
    assert [one.path for one in concealable(session)] == ["$.b"]


def test_rows_are_bounded() -> None:
    """Neither very many nor very deep members are listed, and values are cut."""
    deep: object = 1
    for _ in range(40):
        deep = {"in": deep}
    assert len(concealable(desk(deep))) == 12
    assert len(concealable(desk(dict.fromkeys(map(str, range(600)), 1)))) == MOST
    (long,) = concealable(desk({"long": "x" * 1000}))
    assert len(long.value) == LONGEST + 1


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, ""), (500, ""), (501, "1 further one"), (777, "277 further ones")],
)
def test_what_has_no_row_is_counted(count: int, said: str) -> None:
    """Nobody is to believe that all is listed."""
    claims = json.dumps({f"c{at}": at for at in range(count)})
    session = Desk().paste(token(claims), SECRET)
    assert said in unlisted(session)
    assert bool(unlisted(session)) is bool(said)


def test_an_empty_name_is_said() -> None:
    """A row without a name would look like a value of nothing."""
    (row,) = concealable(desk({"": 2}))
    assert (row.path, row.name) == ('$[""]', "(no name)")


def test_what_should_stay_open_is_warned_of() -> None:
    """A verifier decides by some claims; inside an object the same name is harmless."""
    rows = concealable(desk({"iss": "me", "a": {"iss": 1}, "vct": "x", "sub": "y"}))

    assert [bool(one.warning) for one in rows] == [True, False, False, True, False]
    assert unwise(rows, frozenset({"$.sub", "$.a.iss"})) == ""
    assert "“iss”, “vct”" in unwise(rows, frozenset({"$.iss", "$.vct"}))
    assert outermost(rows) == {"$.a", "$.sub"}


@pytest.mark.parametrize(
    ("payload", "possible"),
    [("{}", True), ("[]", False), ("text", False), ('{"a":', False), ("", False)],
)
def test_only_objects_have_claims(payload: str, possible: bool) -> None:
    """A payload that is no JSON object has nothing to make selective."""
    assert can_conceal(Desk().paste(token(payload))) is possible


def test_an_empty_desk_and_a_json_form_have_none() -> None:
    """Without a token, or in a JSON serialisation, it cannot be done."""
    assert not can_conceal(Session())
    header, payload, signature = token("{}").split(".")
    flattened = {"protected": header, "payload": payload, "signature": signature}
    assert not can_conceal(Desk().paste(json.dumps(flattened)))


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("decoys", [0, 3])
@pytest.mark.parametrize("edited", [True, False])
def test_the_forecast_is_what_comes(compact: bool, decoys: int, edited: bool) -> None:
    """The number of disclosures and the length are those of the token that is then made."""
    desk = Desk()
    desk.paste(token(json.dumps(CLAIMS)), SECRET)
    if edited:
        desk.do(PayloadEdited(json.dumps(CLAIMS | {"more": 1}, indent=2), 0.0))
    desk.do(CompactSwitched(compact))
    wish = with_salts(Concealed(frozenset({"$.name", "$.roles[0]"}), (), decoys), SALTS)
    said = forecast(desk.session, wish)
    made = desk.do(wish).shown.token

    assert said == f"2 disclosures; the token grows to about {len(made):,} characters."


def test_a_forecast_may_be_a_refusal() -> None:
    """What cannot be concealed is said before it is tried."""
    wish = with_salts(Concealed(frozenset({"$.absent"}), ()), SALTS)
    assert isinstance(forecast(desk(), wish), Problem)


def test_salts_are_as_many_as_needed() -> None:
    """One for each disclosure and decoy."""
    wish = with_salts(Concealed(frozenset({"$.a", "$.b"}), (), 3), SALTS)
    assert wish.salts == SALTS[:5]
