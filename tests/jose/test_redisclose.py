"""A disclosure is changed: the digests that lead to it follow, and nothing else does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jwtdesk.jose.conceal import Concealed, conceal
from jwtdesk.jose.json_form import to_flattened, to_general
from jwtdesk.jose.jsontext import members, read
from jwtdesk.jose.present import with_parents
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.redisclose import (
    Redisclosed,
    redisclosed,
    with_disclosures,
    with_key_binding,
)
from jwtdesk.jose.token import Selective, Token
from tests.made_selective import digest, disclosed, entry, holding, kb_jwt, sd_jwt

STREET = disclosed("street", "1 Main Street")
ADDRESS = disclosed("address", holding(STREET, city="London"))
ROLE = disclosed(None, "admin")
PAYLOAD = json.dumps(
    {**holding(ADDRESS), "roles": ["reader", entry(ROLE)], "note": digest(ADDRESS)}, indent=1
)
PERSON = sd_jwt(PAYLOAD, ADDRESS, STREET, ROLE)
MOVED = '["other", "street" , "2 Side Street"]'


def selective(text: str) -> Selective:
    """Return what the disclosures of a token amount to."""
    found = read_token(text).selective
    assert found is not None
    return found


def changed(text: str, payload: str, number: int, disclosure: str) -> tuple[Redisclosed, Token]:
    """Return what becomes of a disclosure, and the token that is then signed anew."""
    made = redisclosed(selective(text), payload, number, disclosure)
    assert isinstance(made, Redisclosed)
    texts = with_disclosures(text, made.changes).split("~")[1:-1]
    return made, read_token(sd_jwt(made.payload, *texts))


def test_the_digests_follow_outwards() -> None:
    """A street changes the address that holds its digest, and that one the payload."""
    made, token = changed(PERSON, PAYLOAD, 1, MOVED)
    assert [old for old, _ in made.changes] == [STREET, ADDRESS]
    assert token.problems == ()
    assert token.selective is not None
    payload = token.selective.payload
    assert payload is not None
    assert payload["address"] == {"city": "London", "street": "2 Side Street"}


def test_all_else_keeps_its_characters() -> None:
    """The payload differs only in the digest: the same text in another claim is only a text."""
    made, _ = changed(PERSON, PAYLOAD, 1, MOVED)
    new = digest(made.changes[-1][1])
    assert made.payload == PAYLOAD.replace(digest(ADDRESS), new, 1)
    assert made.payload.count(digest(ADDRESS)) == 1


def test_an_entry_of_a_list_is_followed() -> None:
    """Its digest stands alone in an object in its place."""
    made, token = changed(PERSON, PAYLOAD, 2, '["s","owner"]')
    assert len(made.changes) == 1
    assert token.selective is not None
    payload = token.selective.payload
    assert payload is not None
    assert payload["roles"] == ["reader", "owner"]


@pytest.mark.parametrize("form", [to_flattened, to_general])
def test_in_json_the_disclosures_stand_in_the_header(form: object) -> None:
    """Both serialisations keep them beside the first signature."""
    assert callable(form)
    text = form(read_token(PERSON))
    made = redisclosed(selective(text), PAYLOAD, 1, MOVED)
    assert isinstance(made, Redisclosed)
    replaced = with_disclosures(text, made.changes)
    expected = text
    for old, new in made.changes:
        expected = expected.replace(json.dumps(old), json.dumps(new))
    assert replaced == expected != text


def test_a_key_binding_is_put_in_its_place() -> None:
    """Behind the last tilde, or in the member `kb_jwt`."""
    token = kb_jwt(PERSON)
    bound = f"{PERSON}{token}"
    assert with_key_binding(bound, "a.b.c") == f"{PERSON}a.b.c"
    text = to_flattened(read_token(bound))
    assert isinstance(text, str)
    assert with_key_binding(text, "a.b.c") == text.replace(token, "a.b.c")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (sd_jwt({"sub": "a"}, STREET), 0),
        (sd_jwt({"sub": "a", "_sd_alg": "md5", **holding(STREET)}, STREET), 0),
        (sd_jwt(holding(STREET), STREET, STREET), 1),
        (PERSON, 9),
    ],
    ids=["no digest of it", "unknown hash", "given twice", "no such one"],
)
def test_what_has_no_place_cannot_be_changed(text: str, number: int) -> None:
    """No digest could follow."""
    found = redisclosed(selective(text), "{}", number, MOVED)
    assert isinstance(found, Problem)
    assert found.code == "disclosure-astray"


def test_half_a_character_cannot_be_disclosed() -> None:
    """A disclosure is UTF-8 text."""
    found = redisclosed(selective(PERSON), PAYLOAD, 1, '["s","street","\ud800"]')
    assert isinstance(found, Problem)
    assert found.code == "json-lone-surrogate"


VALUES = some.recursive(
    some.integers() | some.text(max_size=5) | some.none(),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from("abcde"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    some.dictionaries(some.sampled_from("abcde"), VALUES, min_size=1, max_size=4),
    some.data(),
)
def test_any_disclosure_can_be_changed(value: dict[str, object], data: some.DataObject) -> None:
    """Whatever is concealed in whatever: the new value is the only difference in what is shown."""
    text = json.dumps(value)
    paths = [one.path for one in members(text)]
    ticked = data.draw(some.sets(some.sampled_from(paths), min_size=1))
    salts = [f"salt-{at}" for at in range(len(paths))]
    made = conceal(text, frozenset(ticked), salts)
    assert isinstance(made, Concealed)
    whole = sd_jwt(made.payload, *made.disclosures)
    before = selective(whole)
    number = data.draw(some.integers(0, len(made.disclosures) - 1))
    row = before.disclosures[number]
    new = json.dumps(["s", "new"] if row.name is None else ["s", row.name, "new"])
    _, token = changed(whole, made.payload, number, new)
    after = token.selective
    assert after is not None
    gone = [one for one in before.disclosures if _inside(before, one.digest, row.digest)]
    assert len([one for one in after.disclosures if one.problem]) == len(gone)
    assert after.payload == _with_value(value, str(row.path), "new")


def _inside(selective: Selective, digest: str, outer: str) -> bool:
    return digest != outer and outer in with_parents(selective, frozenset({digest}))


def _with_value(value: dict[str, object], path: str, new: object) -> object:
    """Return `value` with what stands at `path` replaced."""
    text = json.dumps(value)
    place = next(one.value for one in members(text) if one.path == path)
    return read(text[: place.start] + json.dumps(new) + text[place.end :]).value
