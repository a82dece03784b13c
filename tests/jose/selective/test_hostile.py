"""However large or crooked an SD-JWT is, reading it ends, with a sentence for every limit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.reveal import reveal
from jwtdesk.jose.selective.reading import LARGEST, MOST
from jwtdesk.jose.token import Token
from tests.made import part, token
from tests.made_selective import digest, disclosed, holding, sd_jwt


def codes(found: Token) -> list[str]:
    """Return the codes of what is wrong, each once."""
    return list(dict.fromkeys(one.code for one in found.problems if one.severity is Severity.ERROR))


def nested(depth: int) -> tuple[str, ...]:
    """Return disclosures each of which stands in the next."""
    made = [disclosed("a", "end")]
    for _ in range(depth - 1):
        made.append(disclosed("a", holding(made[-1])))
    return tuple(made)


def test_a_thousand_disclosures_are_read() -> None:
    """Each finds its place."""
    made = [disclosed(f"n{at}", at) for at in range(1_000)]
    found = read_token(sd_jwt(holding(*made), *made))
    assert codes(found) == []
    assert found.selective is not None
    assert len(found.selective.payload or {}) == 1_000


def test_more_than_can_be_read_are_counted() -> None:
    """The limit is said; what lies beyond is still part of the token."""
    made = [disclosed(None, 1)] * (MOST + 3)
    found = read_token(sd_jwt({}, *made))
    assert codes(found)[0] == "disclosures-too-many"
    assert found.selective is not None
    assert len(found.selective.disclosures) == MOST
    assert len(found.disclosures) == MOST + 3


def test_thousands_of_faults_are_told_briefly() -> None:
    """The first few of a kind, and how many more there are."""
    found = read_token(sd_jwt({"a": [{"...": "x", "b": at} for at in range(10_000)]}))
    assert codes(found) == ["dots-not-alone"]
    assert len(found.problems) == 21
    assert "9,980" in found.problems[-1].message


def test_names_that_occur_twice_in_a_value_are_told_a_few_times() -> None:
    """Not each of two hundred."""
    twice = part('["s","n",{%s}]' % ",".join(['"x":1'] * 200))
    found = read_token(sd_jwt(holding(twice), twice))
    told = [one for one in found.problems if one.severity is Severity.WARNING]
    assert len(told) == 3
    assert all("“x” was already used" in one.message for one in told)


def test_a_digest_that_is_repeated_counts_once() -> None:
    """Its value is not copied ten thousand times, nor doubled at every level."""
    value = disclosed("a", "long " * 1_000)
    text = digest(value)
    found = read_token(sd_jwt({"l": [{"_sd": [text]}] * 10_000}, value))
    assert codes(found) == ["digest-repeated", "disclosure-digest-repeated"]
    assert len(reveal(found)) < 100_000


def test_too_many_objects_are_not_searched() -> None:
    """The payload then stays as its issuer signed it, and the structure says so."""
    text = '{"_sd":[],"l":[' + "{}," * (LARGEST + 1) + "1]}"
    found = read_token(sd_jwt(text, disclosed("a", 1)))
    assert codes(found) == ["sd-jwt-too-large"]
    assert found.selective is not None
    assert found.selective.payload is None
    assert found.selective.disclosures[0].problem is None


def test_doubling_at_every_level_is_no_bomb() -> None:
    """Each disclosure refers twice to the next."""
    made = [disclosed(None, "end")]
    for _ in range(60):
        inner = {"...": digest(made[-1])}
        made.append(disclosed(None, [inner, inner]))
    found = read_token(sd_jwt({"l": [{"...": digest(made[-1])}]}, *made))
    assert codes(found) == ["digest-repeated", "disclosure-digest-repeated"]
    assert len(reveal(found)) < 1_000


def test_nesting_is_followed_as_deep_as_payloads_may_be() -> None:
    """To level 200; further ones are named, and not put in."""
    made = nested(200)
    assert codes(read_token(sd_jwt(holding(made[-1]), *made))) == []
    made = nested(300)
    found = read_token(sd_jwt(holding(made[-1]), *made))
    assert codes(found) == ["disclosure-too-deep"]
    assert found.selective is not None
    faults = [one.problem is not None for one in found.selective.disclosures]
    assert sum(faults) == 101
    assert reveal(found).count("{") == 200


def test_a_value_may_not_reach_too_deep() -> None:
    """Its own levels count with those it stands in."""
    deep: object = "end"
    for _ in range(150):
        deep = [deep]
    inner = disclosed(None, deep)
    outer: object = [{"...": digest(inner)}]
    for _ in range(60):
        outer = [outer]
    found = read_token(sd_jwt({"a": outer}, inner))
    assert codes(found) == ["disclosure-too-deep"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["_sd", "...", "_sd_alg", "a", ""]), inner, max_size=4
            )
        ),
        max_leaves=20,
    ),
    st.lists(st.text(max_size=20), max_size=4),
)
def test_nothing_makes_it_fail(payload: object, texts: list[str]) -> None:
    """Any payload, any disclosures."""
    text = "~".join([token(json.dumps(payload)), *texts, ""])
    found = read_token(text)
    assert isinstance(reveal(found), str)


@pytest.mark.parametrize(
    "inner", ['{"_sd":{"\\\\":1}}', '{"...":{"\\\\":1}}', '[{"...":["\\\\"]}]']
)
def test_revealing_passes_over_what_is_no_digest(inner: str) -> None:
    """Whatever stands in its place."""
    found = read_token(sd_jwt('{"a":' + inner + ',"_sd":[{"\\\\":2}]}'))
    assert json.loads(reveal(found)).keys() == {"a"}
