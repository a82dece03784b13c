"""Signatures come and go; whatever is not meant keeps its bytes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.json_signatures import with_parts, with_signature, without_signature
from jwtdesk.jose.problem import Problem
from tests.made import part, token

HS = part('{"alg":"HS256"}')
FLAT = f'{{ "payload" : "e30", "protected": "{HS}", "signature": "AA" }}'
PRETTY = f"""{{
  "payload": "e30",
  "signatures": [
    {{ "protected": "{HS}", "signature": "AA" }},
    {{ "header": {{"alg":"none"}}, "signature": "" }}
  ],
  "note": 1.0
}}"""


def test_a_signature_is_added_behind_the_others() -> None:
    """It is laid out like the first, and the text before and behind it stays."""
    made = with_signature(PRETTY, HS, "BB", '{"kid":"k"}')
    entry = f'{{"protected":"{HS}","header":{{"kid":"k"}},"signature":"BB"}}'
    assert made == PRETTY.replace('"signature": "" }', f'"signature": "" }},\n    {entry}')


@pytest.mark.parametrize("text", [FLAT, token()])
def test_a_single_signature_becomes_general_first(text: str) -> None:
    """Flattened and compact tokens have room for one only."""
    value = json.loads(with_signature(text, "", "BB"))
    assert [one["signature"] for one in value["signatures"]][1:] == ["BB"]
    assert "protected" in value["signatures"][0]
    assert "signature" not in value
    assert "protected" not in value["signatures"][1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "no token",
        '{"signature":"","payload":"","signatures":1}',
        "[1]",
        "{}",
        '{"signatures":1}',
        "a.b",
    ],
)
def test_nothing_is_added_to_what_is_no_token(text: str) -> None:
    """What cannot carry a signature comes back as it is."""
    assert with_signature(text, HS, "BB") == text


def test_the_first_signature_of_an_empty_list_is_added() -> None:
    """A list without an entry is no JWS yet, and becomes one."""
    made = with_signature('{"payload":"e30","signatures":[]}', HS, "BB")
    assert json.loads(made)["signatures"] == [{"protected": HS, "signature": "BB"}]


@pytest.mark.parametrize(("index", "left"), [(0, ""), (1, "AA")])
def test_a_signature_is_removed_and_general_stays_general(index: int, left: str) -> None:
    """Two become one in the same list, and nothing else changes."""
    made = without_signature(PRETTY, index)
    assert isinstance(made, str)
    assert [one["signature"] for one in json.loads(made)["signatures"]] == [left]
    assert made.endswith('\n  ],\n  "note": 1.0\n}')


@pytest.mark.parametrize(
    ("text", "index", "code"),
    [
        (FLAT, 0, "signature-last"),
        ('{"payload":"e30","signatures":[{"signature":"AA"}]}', 0, "signature-last"),
        (PRETTY, 2, "entry-missing"),
        (PRETTY, -1, "entry-missing"),
        (FLAT[:-1], 0, "json-broken"),
        (token(), 0, "json-broken"),
    ],
)
def test_the_last_signature_stays(text: str, index: int, code: str) -> None:
    """A signed token has at least one, and what is not there cannot go."""
    found = without_signature(text, index)
    assert isinstance(found, Problem)
    assert found.code == code


@pytest.mark.parametrize(("text", "index"), [(FLAT, 0), (PRETTY, 0), (PRETTY, 1)])
def test_parts_are_replaced_where_they_stand(text: str, index: int) -> None:
    """Only the values asked for change; None leaves a part alone."""
    assert with_parts(text, index) == text
    made = with_parts(text, index, protected="P", payload="Q", signature="S")
    value = json.loads(made)
    entry = value["signatures"][index] if "signatures" in value else value
    assert (entry["protected"], value["payload"], entry["signature"]) == ("P", "Q", "S")
    if text == FLAT:
        assert made == '{ "payload" : "Q", "protected": "P", "signature": "S" }'


@pytest.mark.parametrize(("text", "index"), [(FLAT, 1), (PRETTY, 2), ("{", 0), (token(), 0)])
def test_parts_of_what_is_not_there_change_nothing(text: str, index: int) -> None:
    """No entry, no JSON: the text is what it was."""
    assert with_parts(text, index, payload="Q", signature="S") == text


@given(st.lists(st.sampled_from(["AA", "BB", "CC"]), min_size=2, max_size=4), st.data())
def test_added_and_removed_is_as_it_was(signatures: list[str], data: st.DataObject) -> None:
    """Removing the signature that was just added gives back the very text."""
    space = data.draw(st.text(" \n", max_size=3))
    rows = [f'{space}{{"protected":{space}"{HS}","signature":"{one}"}}' for one in signatures]
    text = f'{{"payload":"e30",{space}"signatures":[{",".join(rows)}{space}]}}'
    made = with_signature(text, HS, "DD")
    assert without_signature(made, len(signatures)) == text
