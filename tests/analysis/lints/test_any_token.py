"""Whatever the token and the key, the lints answer."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.lint import Subject, findings, lints
from jwtdesk.jose.jsontext import members
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.read_token import read_token
from tests.analysis.lints.reviewed import NOW, review
from tests.made import part, token
from tests.vectors.locate import vectors

IDS = """
alg-none alg-none-variant alg-confusion short-hmac-key known-weak-secret short-rsa-key roca-key
weak-exponent embedded-key remote-key-url kid-path kid-injection empty-kid crit-not-understood
duplicate-key duplicate-kid mixed-key-set private-key-in-set key-alg-mismatch key-use-mismatch
key-ops-mismatch key-inconsistent expired-certificate base64-padding base64-standard-alphabet
trailing-bits ms-timestamp float-time time-not-number no-exp long-lived iat-in-future
exp-before-iat aud-type claim-type number-precision not-utf8 lone-surrogate bidi-control
invisible-char mixed-script ecdsa-der ecdsa-zero entra-graph-nonce personal-data sensitive-value
nested-token deprecated-alg oversize-header deep-nesting typ-missing certificate-chain
thumbprint-mismatch high-iteration-count short-tag short-salt kid-mismatch loose-member
""".split()

HEADERS = "alg typ kid jku x5u x5c jwk crit b64 nonce url cty enc zip".split()
CLAIMS = """
iss sub aud exp nbf iat jti auth_time updated_at scope cnf act events vc typ role email name
address password amr nonce email_verified
""".split()
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(
        ["none", "HS256", "ES256", "https://a.example/x", "eyJhIjoxfQ.e30.", "dpop+jwt"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def objects(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Return JSON objects whose names are mostly those that lints look at."""
    return st.dictionaries(st.sampled_from(names) | st.text(max_size=4), VALUES, max_size=6)


def well_told(found: tuple[Finding, ...], text: str) -> None:
    """Check that findings are complete, and that their places lie within their texts."""
    read = read_token(text)
    for one in found:
        assert one.id in IDS
        assert isinstance(one.severity, Severity)
        assert one.title
        assert not one.title.endswith(".")
        assert len(one.title) <= 60
        assert one.detail.endswith(".")
        assert one.reference
        assert one.where.split(".")[0].split("[")[0] in {"header", "payload", "key", "token"}
        if one.span and one.where.startswith("header"):
            assert read.header
            assert read.header.document
            assert 0 <= one.span.start < one.span.end <= len(read.header.document.text)


@given(objects(HEADERS), objects(CLAIMS) | VALUES)
@settings(max_examples=200, deadline=None)
def test_any_json(header: dict[str, Any], payload: object) -> None:
    """Any header over any payload is judged without a fault."""
    text = token(json.dumps(payload), json.dumps(header))

    well_told(review(text), text)
    well_told(review(text, b"secret"), text)


@given(st.text() | st.binary().map(lambda octets: octets.decode("latin-1")))
def test_any_text(text: str) -> None:
    """So is any text that is no token."""
    well_told(review(text), text)


@given(st.binary(), st.binary(), st.binary())
def test_any_octets(header: bytes, payload: bytes, signature: bytes) -> None:
    """And any octets where a token has its parts."""
    text = f"{part(header)}.{part(payload)}.{part(signature)}"

    well_told(review(text), text)


@given(st.binary(max_size=80))
def test_any_key(key: bytes) -> None:
    """And any key."""
    for alg in ("HS256", "RS256"):
        review(token('{"exp":1}', f'{{"alg":"{alg}"}}'), key)


@given(objects(["kty", "n", "e", "d", "k", "crv", "x", "y", "kid", "alg", "use", "key_ops"]))
def test_any_jwk(members_: dict[str, Any]) -> None:
    """And any JWK or set."""
    for value in (members_, {"keys": [members_, {"kty": "oct", "k": "c2VjcmV0"}]}):
        review(token("{}"), json.dumps(value).encode())


def test_hostile_tokens() -> None:
    """The tokens that were written to break readers break none of the lints."""
    for one in json.loads(vectors("hostile/tokens.json").read_text("utf-8")):
        text = one.get("text")
        if isinstance(text, str):
            well_told(review(text, b"secret"), text)


def test_hostile_keys() -> None:
    """Nor do the keys."""
    for one in json.loads(vectors("hostile/jwks.json").read_text("utf-8")):
        review(token("{}", '{"alg":"RS256"}'), json.dumps(one["jwk"]).encode())


def test_the_lints_know_their_ids() -> None:
    """Every lint names an id that is promised, and their order is their own."""
    assert {one.id for one in lints()} <= set(IDS)
    assert [one.order for one in lints()] == sorted(one.order for one in lints())


@pytest.mark.parametrize("payload", ['{"exp":1800000000000,"a":1}', '{\n "aud" : 7 ,"exp":1}'])
def test_places_cover_the_member(payload: str) -> None:
    """The place of a claim covers its name and its value."""
    found = [one for one in review(token(payload)) if one.span]
    starts = {one.key.start for one in members(payload)}

    assert found
    assert all(one.span and one.span.start in starts for one in found)


def test_nothing_depends_on_the_text_of_the_key() -> None:
    """A subject made without it is judged as far as it goes."""
    read = read_token(token("{}", '{"alg":"HS256","typ":"JWT"}'))
    keys = read_key(KeyInput(b"a secret of no less than thirty-two bytes"))

    assert [one.id for one in findings(Subject(read, keys, None, NOW))] == ["no-exp"]


@pytest.mark.parametrize("protected", [{}, {"protected": part(b"\xff")}])
def test_without_a_readable_pane_there_is_no_place(protected: dict[str, str]) -> None:
    """What stands in no protected header is told without a place in it."""
    text = json.dumps(
        {"payload": part("{}"), "header": {"alg": "none"}, "signature": "", **protected}
    )
    found = [one for one in review(text) if one.id == "alg-none"]

    assert [one.span for one in found] == [None]
