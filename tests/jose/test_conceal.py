"""Ticked claims become disclosures, and come back as they were."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.base64url import decode
from jwtdesk.jose.conceal import HASH_NAMES, Concealed, conceal
from jwtdesk.jose.jsontext import members, read
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.reveal import LONGEST, reveal
from jwtdesk.jose.token import Token
from tests.made import token
from tests.made_selective import digest, disclosed, holding, sd_jwt

SALTS = tuple(f"salt{at}" for at in range(1_000))


def concealed(payload: str, *paths: str, decoys: int = 0, hash_name: str = "sha-256") -> Concealed:
    """Conceal what can be concealed."""
    made = conceal(payload, frozenset(paths), SALTS, decoys=decoys, hash_name=hash_name)
    assert isinstance(made, Concealed), made
    return made


def issued(made: Concealed) -> Token:
    """Read it again as a signed token."""
    return read_token("~".join([token(made.payload), *made.disclosures, ""]))


def texts(made: Concealed) -> list[str]:
    """Return the disclosures, decoded."""
    return [decode(one).octets.decode() for one in made.disclosures]


@pytest.mark.parametrize(
    ("payload", "paths", "left", "disclosures"),
    [
        ('{"a":1}', ["$.a"], '{"_sd":[@0],"_sd_alg":"sha-256"}', ['["salt0", "a", 1]']),
        ('{"a":1,"b":2}', ["$.b"], '{"a":1,"_sd":[@0],"_sd_alg":"sha-256"}', ['["salt0", "b", 2]']),
        (
            '{ "a" : 1E2 , "b" : 0.10 }',
            ["$.a"],
            '{ "b" : 0.10, "_sd" : [@0], "_sd_alg" : "sha-256" }',
            ['["salt0", "a", 1E2]'],
        ),
        (
            '{"l":[1, 2.0 ,3]}',
            ["$.l[1]"],
            '{"l":[1, {"...":@0} ,3],"_sd_alg":"sha-256"}',
            ['["salt0", 2.0]'],
        ),
        (
            '{"a":{"b":"\\u00e9"}}',
            ["$.a.b"],
            '{"a":{"_sd":[@0]},"_sd_alg":"sha-256"}',
            ['["salt0", "b", "\\u00e9"]'],
        ),
        (
            '{"a":{"b":1}}',
            ["$.a", "$.a.b"],
            '{"_sd":[@0],"_sd_alg":"sha-256"}',
            ['["salt0", "a", {"_sd":[@1]}]', '["salt1", "b", 1]'],
        ),
        (
            '{"a":[[1]]}',
            ["$.a[0]", "$.a[0][0]"],
            '{"a":[{"...":@0}],"_sd_alg":"sha-256"}',
            ['["salt0", [{"...":@1}]]', '["salt1", 1]'],
        ),
        (
            '{"odd \\" name":1}',
            ['$["odd \\" name"]'],
            '{"_sd":[@0],"_sd_alg":"sha-256"}',
            ['["salt0", "odd \\" name", 1]'],
        ),
        ('{"a":1}', [], '{"a":1}', []),
    ],
)
def test_a_ticked_claim_leaves_its_digest_behind(
    payload: str, paths: list[str], left: str, disclosures: list[str]
) -> None:
    """Everything else keeps its characters, and so does the value in its disclosure."""
    made = concealed(payload, *paths)
    for at, one in enumerate(made.disclosures):
        quoted = f'"{digest(one)}"'
        left = left.replace(f"@{at}", quoted)
        disclosures = [text.replace(f"@{at}", quoted) for text in disclosures]
    assert made.payload == left
    assert texts(made) == disclosures


def test_digests_are_sorted() -> None:
    """Their order tells nothing about the order of the claims (RFC 9901 section 4.2.4.1)."""
    made = concealed(
        json.dumps({f"n{at}": at for at in range(9)}), *(f"$.n{at}" for at in range(9))
    )
    listed = json.loads(made.payload)["_sd"]
    assert listed == sorted(listed)
    assert sorted(digest(one) for one in made.disclosures) == listed


def test_decoys_are_mixed_in() -> None:
    """They are made of the salts that are left."""
    made = concealed('{"a":1}', "$.a", decoys=3)
    found = issued(made)
    assert found.problems == ()
    assert found.selective is not None
    assert found.selective.undisclosed == 3
    assert concealed('{"a":1}', decoys=-1) == concealed('{"a":1}')
    assert len(json.loads(concealed("{}", decoys=2).payload)["_sd"]) == 2


@pytest.mark.parametrize("name", HASH_NAMES)
def test_the_hash_is_named(name: str) -> None:
    """In `_sd_alg`."""
    made = concealed('{"a":1}', "$.a", hash_name=name)
    assert json.loads(made.payload) == {"_sd": [digest(made.disclosures[0], name)], "_sd_alg": name}


def test_a_payload_with_digests_keeps_its_hash_and_them() -> None:
    """More can be concealed in what is selective already."""
    first = concealed('{"a":1,"b":{"c":2},"d":3}', "$.a", hash_name="sha-384")
    second = concealed(first.payload, "$.b.c", "$.d", hash_name="sha-512")
    both = Concealed(second.payload, first.disclosures + second.disclosures)
    found = issued(both)
    assert found.problems == ()
    assert found.selective is not None
    assert found.selective.hash_name == "sha-384"
    assert json.loads(reveal(found)) == {"a": 1, "b": {"c": 2}, "d": 3}
    nested = concealed('{"a":{"_sd":["x"]},"b":1}', "$.b", hash_name="sha-512")
    assert json.loads(nested.payload)["_sd_alg"] == "sha-256"


def test_what_a_verifier_needs_is_concealed_with_a_warning() -> None:
    """Only at the top of the payload."""
    made = concealed('{"iss":1,"vct":2,"a":{"exp":3},"b":4}', "$.iss", "$.vct", "$.a.exp", "$.b")
    assert [one.code for one in made.warnings] == ["open-claim"] * 2
    assert "“iss”" in made.warnings[0].message


@pytest.mark.parametrize(
    ("payload", "paths", "code"),
    [
        ("nonsense", [], "payload-not-object"),
        ("[1]", ["$[0]"], "payload-not-object"),
        ("{}", ["$.a"], "no-such-claim"),
        ('{"a":1}', ["$"], "no-such-claim"),
        ('{"a":1}', ["a"], "no-such-claim"),
        ('{"_sd":["x"]}', ["$._sd"], "is-digest"),
        ('{"_sd":["x"]}', ["$._sd[0]"], "is-digest"),
        ('{"_sd_alg":"sha-256"}', ["$._sd_alg"], "is-digest"),
        ('{"a":[{"...":"x"}]}', ["$.a[0]"], "is-digest"),
        ('{"a":[{"...":"x"}]}', ['$.a[0]["..."]'], "is-digest"),
        ('{"a":1,"a":2}', ["$.a"], "duplicate-member"),
        ('{"a":{"b":1},"a":{"c":2}}', ["$.a.b"], "duplicate-member"),
        ('{"_sd_alg":"md5","a":1}', ["$.a"], "sd-alg-unknown"),
        ('{"_sd_alg":1,"a":1}', ["$.a"], "sd-alg-not-text"),
        ('{"a":"\ud800"}', ["$.a"], "json-lone-surrogate"),
    ],
)
def test_what_cannot_be_concealed_is_told(payload: str, paths: list[str], code: str) -> None:
    """Each with its reason; nothing raises."""
    made = conceal(payload, frozenset(paths), SALTS)
    assert isinstance(made, Problem)
    assert made.code == code


@pytest.mark.parametrize(
    ("payload", "path", "code"),
    [
        ('{"...":1,"a":2}', "$.a", "dots-misplaced"),
        ('{"a":{"b":{"...":1}}}', "$.a", "dots-misplaced"),
        ('{"_sd":5,"l":[1]}', "$.l[0]", "sd-not-list"),
        ('{"_sd":[5],"l":[1]}', "$.l[0]", "sd-digest-not-text"),
        ('{"a":{"_sd_alg":"sha-256"}}', "$.a", "sd-alg-nested"),
        ('{"l":[{"...":"x","b":1}],"a":2}', "$.a", "dots-not-alone"),
        ('{"_sd":["x","x"],"l":[1]}', "$.l[0]", "digest-repeated"),
    ],
)
def test_nothing_is_made_that_every_verifier_refuses(payload: str, path: str, code: str) -> None:
    """Names that are reserved for digests spoil the whole, wherever they stand."""
    made = conceal(payload, frozenset({path}), SALTS)
    assert isinstance(made, Problem)
    assert made.code == code


@pytest.mark.parametrize("salts", [(), ("a",), ("a", "a")])
def test_every_disclosure_needs_a_salt_of_its_own(salts: tuple[str, ...]) -> None:
    """RFC 9901 section 4.2.1."""
    made = conceal('{"a":1}', frozenset(["$.a"]), salts, decoys=1)
    assert isinstance(made, Problem)
    assert made.code == "salts-missing"


def test_an_unknown_hash_is_refused() -> None:
    """Nobody could check it."""
    made = conceal('{"a":1}', frozenset(["$.a"]), SALTS, hash_name="md5")
    assert isinstance(made, Problem)
    assert made.code == "sd-alg-unknown"


def test_digests_need_a_level_of_their_own() -> None:
    """At the bottom of the deepest payload there is no room for them."""
    deep = '{"a":' * 199 + '{"b":1}' + "}" * 199
    made = conceal(deep, frozenset(["$" + ".a" * 199 + ".b"]), SALTS)
    assert isinstance(made, Problem)
    assert made.code == "payload-too-deep"


NAMES = st.sampled_from(["a", "b", "é", "x y", "iss", "", "\\"])
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=25,
)


@st.composite
def payloads(draw: st.DrawFn) -> tuple[str, frozenset[str]]:
    """Draw a payload, in some layout and spelling, and paths to tick in it."""
    value = draw(st.dictionaries(NAMES, JSON_VALUES, max_size=5))
    ascii_only, indent = draw(st.booleans()), draw(st.sampled_from([None, 2]))
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    text = text.replace("7", "7.0e0") if draw(st.booleans()) and '"' not in text else text
    paths = [one.path for one in members(text)]
    chosen = draw(st.sets(st.sampled_from(paths))) if paths else set()
    return text, frozenset(chosen)


@given(payloads(), st.integers(0, 3), st.sampled_from(HASH_NAMES))
def test_what_was_concealed_is_what_is_read(
    drawn: tuple[str, frozenset[str]], decoys: int, hash_name: str
) -> None:
    """Concealed, signed, read: the processed payload is the original, its lexemes included."""
    text, paths = drawn
    made = concealed(text, *paths, decoys=decoys, hash_name=hash_name)
    found = issued(made)
    assert found.problems == ()
    assert found.selective is not None
    assert found.selective.payload == read(text).value
    assert len(made.disclosures) == len(paths)
    assert found.selective.undisclosed == decoys
    revealed = reveal(found)
    assert read(revealed).value == read(text).value
    assert sorted(_lexemes(revealed)) == sorted(_lexemes(text))


def _lexemes(text: str) -> list[str]:
    """Return what every member is called and, when it is flat, says, as written."""
    return [
        text[one.key.start : one.key.end] + text[one.value.start : one.value.end]
        for one in members(text)
        if text[one.value.start] not in "{["
    ]


def test_revealing_keeps_what_is_no_sd_jwt() -> None:
    """An ordinary payload, none at all, and one whose disclosures cannot be placed."""
    assert reveal(read_token(token('{"a": 1E2}'))) == '{"a": 1E2}'
    assert reveal(read_token("nonsense")) == ""
    assert reveal(read_token(sd_jwt('{"_sd_alg":"md5", "a":1}'))) == '{"_sd_alg":"md5", "a":1}'


def test_revealing_a_very_long_payload_keeps_its_numbers() -> None:
    """The rest of its spelling is given up."""
    hidden = disclosed("long", "x" * LONGEST)
    text = json.dumps(holding(hidden)).replace('{"_sd"', '{"n" : 1E2, "_sd"')
    revealed = reveal(read_token(sd_jwt(text, hidden)))
    assert revealed.startswith('{"n":1E2,"long":"xxx')


def test_names_that_occur_twice_stay() -> None:
    """But every `_sd` goes; the last one counts."""
    name = disclosed("n", 1)
    text = '{"a":1,"a":2,"_sd":["x"],"_sd":["%s"]}' % digest(name)
    revealed = reveal(read_token(sd_jwt(text, name)))
    assert revealed == '{"a":1,"a":2,"n":1}'
    assert json.loads(revealed) == {"a": 2, "n": 1}
