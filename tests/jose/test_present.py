"""A holder shows what they choose, and nothing that was not touched changes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.key_binding import key_binding
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.bind import bind
from jwtdesk.jose.key import Key, KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.present import present, with_parents
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from tests.made import SECRET, token
from tests.made_selective import confirmed, digest, disclosed, entry, holder, holding, sd_jwt

NAME, AGE = disclosed("name", "Ada"), disclosed("age", 36)
STREET = disclosed("street", "Main")
ADDRESS = disclosed("address", holding(STREET, city="Ulm"))
ROLE = disclosed(None, "admin")
ALL = (NAME, STREET, ADDRESS, ROLE, AGE)
PAYLOAD = {**holding(NAME, ADDRESS, AGE), "roles": [entry(ROLE)], "cnf": confirmed()}
WHOLE = sd_jwt(PAYLOAD, *ALL)
HEAD, BODY, MAC = WHOLE.partition("~")[0].split(".")


def flattened(*disclosures: str, **members: object) -> str:
    """Return the JSON form, laid out in an odd way."""
    header = {"kid": "k", "disclosures": list(disclosures), **members}
    value = {"header": header, "payload": BODY, "protected": HEAD, "signature": MAC}
    return json.dumps(value, indent=3)


def chosen(*disclosures: str) -> frozenset[str]:
    """Return the digests of disclosures."""
    return frozenset(digest(one) for one in disclosures)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (ALL, ALL),
        ((), ()),
        ((NAME,), (NAME,)),
        ((AGE, NAME), (NAME, AGE)),
        ((STREET,), (STREET, ADDRESS)),
        ((ADDRESS,), (ADDRESS,)),
        ((ROLE,), (ROLE,)),
    ],
)
def test_only_what_is_chosen_is_shown(wanted: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """In its order, with what it stands in; the result is sound in both forms."""
    for text, shown in ((WHOLE, sd_jwt(PAYLOAD, *kept)), (flattened(*ALL), None)):
        made = present(read_token(text), chosen(*wanted))
        found = read_token(made)
        assert found.problems == ()
        assert found.disclosures == kept
        assert shown is None or made == shown


def test_a_key_binding_is_left_out() -> None:
    """It would fit no more."""
    assert present(read_token(f"{WHOLE}a.b.c"), chosen(*ALL)) == WHOLE
    bound = read_token(flattened(NAME, kb_jwt="a.b.c"))
    assert present(bound, chosen(NAME)) == flattened(NAME)


def test_the_json_form_keeps_its_characters() -> None:
    """Only the list of disclosures is shortened."""
    assert present(read_token(flattened(*ALL)), chosen(*ALL)) == flattened(*ALL)
    assert present(read_token(flattened(*ALL)), chosen(AGE)) == flattened(AGE)


def test_an_sd_jwt_without_disclosures_stays_one() -> None:
    """Though its key binding was all that said so."""
    value = {"payload": BODY, "protected": HEAD, "signature": MAC, "header": {"kb_jwt": "a.b.c"}}
    made = present(read_token(json.dumps(value)), frozenset())
    assert json.loads(made)["header"] == {"disclosures": []}


def test_the_general_form_has_its_disclosures_beside_the_first_signature() -> None:
    """The others are not touched."""
    first = {"protected": HEAD, "signature": MAC, "header": {"disclosures": [NAME, 5, AGE]}}
    second = {"protected": HEAD, "signature": MAC, "header": {"kid": "2"}}
    made = present(
        read_token(json.dumps({"payload": BODY, "signatures": [first, second]})), chosen(AGE)
    )
    first["header"] = {"disclosures": [AGE]}
    assert json.loads(made) == {"payload": BODY, "signatures": [first, second]}


def test_what_is_no_sd_jwt_comes_back() -> None:
    """As it is."""
    assert present(read_token(token()), chosen(NAME)) == token()


def test_an_unknown_hash_still_lets_one_choose() -> None:
    """The digests only tell the disclosures apart."""
    text = sd_jwt({"_sd_alg": "md5"}, NAME, AGE)
    assert present(read_token(text), chosen(AGE)) == sd_jwt({"_sd_alg": "md5"}, AGE)


def test_parents_come_along_however_far() -> None:
    """Digests that nobody knows do not matter."""
    found = read_token(WHOLE).selective
    assert found is not None
    assert with_parents(found, frozenset({"x", digest(STREET)})) == {
        "x",
        digest(STREET),
        digest(ADDRESS),
    }


@given(st.sets(st.sampled_from(ALL)), st.booleans())
def test_every_choice_makes_a_sound_presentation(wanted: set[str], is_json: bool) -> None:
    """Present, bind, read: nothing is wrong, and the holder is proven."""
    text = flattened(*ALL) if is_json else WHOLE
    made = present(read_token(text), chosen(*wanted))
    bound = bind(made, holder(), aud="us", nonce="n", iat=7)
    assert isinstance(bound, str)
    found = read_token(bound)
    assert found.problems == ()
    assert set(wanted) <= set(found.disclosures)
    lamp = key_binding(found, Rules(kb_aud="us", kb_nonce="n"), 8)
    assert lamp is not None
    assert (lamp.state, lamp.code) == (State.OK, "bound")
    assert present(found, chosen(*wanted)) == made


@pytest.mark.parametrize(
    ("name", "alg"),
    [("ec-p384", None), ("ed25519", None), ("rsa-2048", "PS384"), ("rsa-2048", None)],
)
def test_any_key_pair_can_bind(name: str, alg: str | None) -> None:
    """The algorithm is found for it, or named."""
    text = sd_jwt({"cnf": confirmed(name), "_sd_alg": "sha-512"})
    bound = bind(text, holder(name), aud='"u"', nonce="n", iat=7, alg=alg)
    assert isinstance(bound, str)
    lamp = key_binding(read_token(bound), Rules(kb_aud='"u"', kb_nonce="n"), 8)
    assert lamp is not None
    assert lamp.code == "bound"


def test_binding_again_replaces_the_binding() -> None:
    """In both forms."""
    for text in (WHOLE, flattened(*ALL)):
        once = bind(text, holder("ed25519"), aud="a", nonce="b", iat=1)
        assert isinstance(once, str)
        twice = bind(once, holder("ed25519"), aud="us", nonce="n", iat=2)
        assert twice == bind(text, holder("ed25519"), aud="us", nonce="n", iat=2)


def secret() -> Key:
    """Return a shared secret."""
    keys = read_key(KeyInput(SECRET, "secret"))
    assert isinstance(keys, Keys)
    return keys.members[0]


def public() -> Key:
    """Return a key without its private half."""
    keys = read_key(KeyInput(json.dumps(confirmed()["jwk"]).encode()))
    assert isinstance(keys, Keys)
    return keys.members[0]


@pytest.mark.parametrize(
    ("text", "key", "alg", "code"),
    [
        (WHOLE, secret(), None, "kb-alg-symmetric"),
        (WHOLE, public(), None, "key-public"),
        (WHOLE, holder(), "none", "unsupported-algorithm"),
        (WHOLE, holder(), "nonsense", "unsupported-algorithm"),
        (WHOLE, holder(), "ES384", "key-curve"),
        (WHOLE, holder(), "HS256", "key-type"),
        (WHOLE, holder("x25519"), None, "unsupported-algorithm"),
        (token(), holder(), None, "not-sd-jwt"),
        ("nonsense", holder(), None, "not-sd-jwt"),
        (sd_jwt({"_sd_alg": "md5"}), holder(), None, "not-sd-jwt"),
        (WHOLE.removesuffix("~"), holder(), None, "not-sd-jwt"),
    ],
)
def test_what_cannot_be_bound_is_told(text: str, key: Key, alg: str | None, code: str) -> None:
    """Each with its reason."""
    made = bind(text, key, aud="us", nonce="n", iat=7, alg=alg)
    assert isinstance(made, Problem)
    assert made.code == code
