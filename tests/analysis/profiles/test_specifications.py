"""The kinds of tokens that specifications define, by their own examples and by broken ones."""

import json
from typing import Any

import pytest

from jwtdesk.analysis.lint import Subject
from jwtdesk.analysis.rules import Rules
from jwtdesk.jose.read_token import read_token
from tests.analysis.profiles.held import (
    BAD,
    EXP,
    IAT,
    NOW,
    OK,
    UNKNOWN,
    WARN,
    Members,
    checks,
    names,
    sentences,
    subject,
    without,
)
from tests.made import part
from tests.made_selective import disclosed, holding

JWT = {"alg": "RS256", "typ": "JWT"}
LOGOUT = "http://schemas.openid.net/event/backchannel-logout"
RISC = "https://schemas.openid.net/secevent/risc/event-type/account-disabled"

# After the examples of each specification, with times of today.
EXAMPLES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "id-token": (
        JWT,
        {
            "iss": "https://server.example.com",
            "sub": "24400320",
            "aud": "s6BhdRkqt3",
            "nonce": "n-0S6_WzA2Mj",
            "exp": EXP,
            "iat": IAT,
            "auth_time": IAT,
            "acr": "urn:mace:incommon:iap:silver",
        },
    ),
    "access-token": (
        {"typ": "at+JWT", "alg": "RS256", "kid": "RjEwOwOA"},
        {
            "iss": "https://authorization-server.example.com/",
            "sub": "5ba552d67",
            "aud": "https://rs.example.com/",
            "exp": EXP,
            "iat": IAT,
            "jti": "dbe39bf3a3ba4238a513f51d6e1691c4",
            "client_id": "s6BhdRkqt3",
            "scope": "openid profile reademail",
        },
    ),
    "logout-token": (
        {"alg": "RS256", "typ": "logout+jwt"},
        {
            "iss": "https://server.example.com",
            "sub": "248289761001",
            "aud": "s6BhdRkqt3",
            "iat": IAT,
            "exp": EXP,
            "jti": "bWJq",
            "sid": "08a5019c-17e1-4977-8f42-65a12843ea02",
            "events": {LOGOUT: {}},
        },
    ),
    "client-assertion": (
        {"alg": "ES256", "kid": "16", "typ": "client-authentication+jwt"},
        {
            "iss": "s6BhdRkqt3",
            "sub": "s6BhdRkqt3",
            "aud": "https://as.example.com",
            "jti": "a1",
            "iat": IAT,
            "exp": EXP,
        },
    ),
    "request-object": (
        {"alg": "RS256", "kid": "k2bdc", "typ": "oauth-authz-req+jwt"},
        {
            "iss": "s6BhdRkqt3",
            "aud": "https://server.example.com",
            "response_type": "code id_token",
            "client_id": "s6BhdRkqt3",
            "redirect_uri": "https://client.example.org/cb",
            "scope": "openid",
            "state": "af0ifjsldkj",
            "exp": EXP,
        },
    ),
    "jarm": (
        {"alg": "RS256"},
        {
            "iss": "https://accounts.example.com",
            "aud": "s6BhdRkqt3",
            "exp": EXP,
            "code": "PyyFaux2o7Q0YfXBU32jhw.5FXSQpvr8akv9CeRDSd0QA",
            "state": "S8NJ7uqk5fY4EjNvP_G_FtyJu6pUsvH9jsYni9dMAJw",
        },
    ),
    "sd-jwt-vc": (
        {"alg": "ES256", "typ": "dc+sd-jwt"},
        {
            "_sd": ["09vKrJMOlyTWM0sjpu_pdOBVBQ2M1y3KhpH515nXkpY"],
            "_sd_alg": "sha-256",
            "iss": "https://example.com/issuer",
            "iat": IAT,
            "exp": EXP,
            "vct": "https://credentials.example.com/identity_credential",
            "cnf": {"jwk": {"kty": "EC"}},
        },
    ),
    "security-event": (
        {"typ": "secevent+jwt", "alg": "RS256"},
        {
            "iss": "https://idp.example.com/",
            "jti": "756E69717565206964656E746966696572",
            "iat": IAT,
            "aud": "636C69656E745F6964",
            "txn": "8675309",
            "events": {RISC: {"subject": {"subject_type": "iss-sub"}, "reason": "hijacking"}},
        },
    ),
}


def example(name: str, **changes: object) -> Subject:
    """Return the example of a profile, with some claims changed; one given as None is left out."""
    header, claims = EXAMPLES[name]
    changed = {**claims, **changes}
    left = {key: one for key, one in changed.items() if one is not None}
    return subject(header, left, tail="~" if name == "sd-jwt-vc" else "")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_recognised_and_right(name: str) -> None:
    """The specification's own example follows the specification."""
    one = example(name)

    assert names(one)[0] == name
    assert not sentences(name, one, BAD, WARN)
    assert sentences(name, one, OK)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_check_says_where_it_stands(name: str) -> None:
    """Each line is a sentence with a reference."""
    for check in [*checks(name, example(name)), *checks(name, subject({"alg": "none"}, {}))]:
        assert check.sentence.endswith(".")
        assert check.reference


@pytest.mark.parametrize(
    "claims", [{}, [], "text", None, {"iss": 1, "sub": 2, "aud": 3, "events": 4}]
)
@pytest.mark.parametrize("name", [*EXAMPLES, "dpop"])
def test_a_token_of_another_kind_fails_the_checks(name: str, claims: object) -> None:
    """Held against what it is not, any token is answered, and something is broken."""
    one = subject({"alg": "none"}, claims)

    assert name not in names(one) or name == "security-event"
    assert sentences(name, one, BAD)


@pytest.mark.parametrize(
    ("name", "changes", "state", "said"),
    [
        ("id-token", {"sub": None}, BAD, "“sub” is missing"),
        ("id-token", {"iat": "now"}, BAD, "“iat” is of the wrong type"),
        ("id-token", {"iss": "https://a.example/?x=1"}, BAD, "The issuer must be an https"),
        ("id-token", {"iss": "https://user@a.example/"}, BAD, "The issuer must be an https"),
        ("id-token", {"iss": "https://[x"}, BAD, "The issuer must be an https"),
        ("id-token", {"iss": "http://a.example/"}, BAD, "The issuer must be an https"),
        ("id-token", {"sub": "x" * 256}, BAD, "between 1 and 255"),
        ("id-token", {"sub": "ü"}, BAD, "between 1 and 255"),
        ("id-token", {"sub": 7}, BAD, "“sub” is of the wrong type"),
        ("id-token", {"aud": ["a", "b"]}, WARN, "With several audiences"),
        ("id-token", {"aud": ["a", "b"], "azp": "a"}, OK, "Of several audiences"),
        ("id-token", {"azp": "a"}, UNKNOWN, "“azp” is “a”"),
        ("id-token", {"nonce": None}, UNKNOWN, "right only if you sent none"),
        ("id-token", {"at_hash": "x"}, UNKNOWN, "Compare “at_hash”"),
        ("id-token", {"amr": "pwd"}, BAD, "“amr” is of the wrong type"),
        ("access-token", {"client_id": None}, BAD, "“client_id” is missing"),
        ("access-token", {"scope": ["a"]}, BAD, "“scope” is of the wrong type"),
        ("access-token", {"roles": "a"}, BAD, "“roles” is of the wrong type"),
        ("access-token", {"auth_time": IAT}, OK, "“auth_time” is there"),
        ("logout-token", {"nonce": "x"}, BAD, "“nonce” is there, and must not be"),
        ("logout-token", {"sub": None, "sid": None}, BAD, "whose session"),
        ("logout-token", {"events": {LOGOUT: 1}}, BAD, "an object"),
        ("client-assertion", {"sub": "other"}, BAD, "must both be the client's id"),
        ("client-assertion", {"jti": None}, WARN, "“jti” should"),
        ("client-assertion", {"exp": EXP + 7200}, WARN, "It should expire soon"),
        ("request-object", {"request_uri": "urn:x"}, BAD, "“request_uri” is there"),
        ("request-object", {"iss": "other"}, BAD, "“iss” must be the client's id"),
        ("request-object", {"iss": None}, WARN, "“iss” should be there"),
        ("request-object", {"sub": "s6BhdRkqt3"}, WARN, "replayed as a client assertion"),
        ("request-object", {"exp": None}, WARN, "“exp” should limit"),
        ("jarm", {"code": None, "error": "access_denied"}, OK, "It carries the answer"),
        ("jarm", {"code": None}, BAD, "It must carry the answer"),
        ("jarm", {"state": None}, OK, "It expires within ten minutes"),
        ("jarm", {"exp": EXP + 601}, WARN, "It should expire within ten"),
        ("sd-jwt-vc", {"vct": None}, BAD, "“vct” is missing"),
        ("sd-jwt-vc", {"iss": None}, BAD, "must be findable"),
        ("sd-jwt-vc", {"iss": "did:web:example.com"}, OK, "The issuer's key can be found"),
        ("sd-jwt-vc", {"cnf": None}, WARN, "Without “cnf”"),
        ("sd-jwt-vc", {"status": {"status_list": {}}}, UNKNOWN, "It may have been withdrawn"),
        ("security-event", {"events": {}}, BAD, "at least one member"),
        ("security-event", {"events": {"name": {}}}, BAD, "named by a URI"),
        ("security-event", {"events": {RISC: 1}}, BAD, "must be an object"),
        ("security-event", {"aud": None}, WARN, "“aud” should say"),
        ("security-event", {"exp": EXP}, WARN, "“exp” is not recommended"),
        ("security-event", {"toe": "x"}, BAD, "“toe” is of the wrong type"),
    ],
)
def test_one_thing_changed(name: str, changes: Members, state: object, said: str) -> None:
    """Each rule is told by itself when it is broken, and when it holds."""
    found = [
        check.sentence for check in checks(name, example(name, **changes)) if check.state is state
    ]
    assert [one for one in found if said in one], found


@pytest.mark.parametrize(
    ("name", "header", "state", "said"),
    [
        ("id-token", {"alg": "none"}, BAD, "must be signed"),
        ("access-token", {"alg": "RS256", "typ": "JWT"}, BAD, "“typ” must be “at+jwt”"),
        ("access-token", {"alg": "RS256"}, BAD, "it is missing"),
        ("logout-token", {"alg": "RS256"}, WARN, "“typ” should be “logout+jwt”"),
        ("sd-jwt-vc", {"alg": "HS256", "typ": "vc+sd-jwt"}, BAD, "must have a public key"),
        ("sd-jwt-vc", {"alg": "XX", "typ": "vc+sd-jwt"}, BAD, "must have a public key"),
    ],
)
def test_another_header(name: str, header: Members, state: object, said: str) -> None:
    """The header has rules of its own."""
    found = [
        check.sentence
        for check in checks(name, subject(header, EXAMPLES[name][1]))
        if check.state is state
    ]
    assert [one for one in found if said in one], found


@pytest.mark.parametrize(("sent", "state"), [("n-0S6_WzA2Mj", OK), ("other", BAD)])
def test_the_nonce_that_was_sent(sent: str, state: object) -> None:
    """Where the rules have the nonce it is compared."""
    header, claims = EXAMPLES["id-token"]
    found = checks("id-token", subject(header, claims, rules=Rules(nonce=sent)))

    assert [one.state for one in found if "that was sent" in one.sentence] == [state]


PROOF = (
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNo"
    "UklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERW"
    "clUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0"
    "dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-"
    "FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg"
)
PUBLIC = {
    "kty": "EC",
    "crv": "P-256",
    "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
    "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA",
}
REQUEST = {"jti": "a", "htm": "POST", "htu": "https://server.example.com/token", "iat": IAT}


def test_the_proof_of_its_own_specification() -> None:
    """The example of RFC 9449 section 4.1 is right at its time, and binds to the known key."""
    one = Subject(read_token(PROOF), None, None, 1562262616)

    assert names(one) == ["dpop"]
    assert not sentences("dpop", one, BAD, WARN)
    asked = sentences("dpop", one, UNKNOWN)
    assert any("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" in text for text in asked)


@pytest.mark.parametrize(
    ("header", "claims", "state", "said"),
    [
        ({}, {}, BAD, "“jwk” in the header must be"),
        ({"jwk": 7}, {}, BAD, "“jwk” in the header must be"),
        ({"jwk": {**PUBLIC, "d": "AAAA"}}, {}, BAD, "must not have its private part"),
        ({"jwk": PUBLIC}, {}, BAD, "is not right under the key in the header"),
        ({"jwk": PUBLIC, "alg": "XX"}, {}, BAD, "is not right under the key in the header"),
        ({"jwk": PUBLIC, "alg": "HS256"}, {}, BAD, "must have a public key"),
        ({}, {"htu": "https://a.example/x?y=1"}, WARN, "without query and fragment"),
        ({}, {"htu": 7}, BAD, "“htu” is of the wrong type"),
        ({}, {"iat": NOW - 301}, WARN, "not made within five minutes"),
        ({}, {"iat": NOW + 301}, WARN, "not made within five minutes"),
        ({}, {"iat": NOW - 300}, OK, "It was made just now"),
        ({}, {"iat": "now"}, BAD, "“iat” is of the wrong type"),
        ({}, {"ath": "x"}, UNKNOWN, "“ath” must be the hash"),
        ({}, {}, UNKNOWN, "“ath” is missing"),
        ({"typ": "JWT"}, {}, BAD, "“typ” must be “dpop+jwt”"),
        ({}, {"nonce": 1}, BAD, "“nonce” is of the wrong type"),
    ],
)
def test_proofs(header: Members, claims: Members, state: object, said: str) -> None:
    """Each rule of a proof by itself."""
    one = subject({"alg": "ES256", "typ": "dpop+jwt", **header}, {**REQUEST, **claims})
    found = [check.sentence for check in checks("dpop", one) if check.state is state]

    assert "dpop" in names(one)
    assert [text for text in found if said in text], found


@pytest.mark.parametrize(
    ("typ", "tail", "state", "said"),
    [
        ("vc+sd-jwt", "~", WARN, "the older “vc+sd-jwt”"),
        ("dc+sd-jwt", "", BAD, "The tilde (~) behind it is missing"),
        ("dc+sd-jwt", "~", UNKNOWN, "Its holder has not signed this copy"),
    ],
)
def test_a_credential_is_an_sd_jwt(typ: str, tail: str, state: object, said: str) -> None:
    """With the type of today, a tilde, and in the end its holder's signature."""
    header, claims = EXAMPLES["sd-jwt-vc"]
    found = checks("sd-jwt-vc", subject({**header, "typ": typ}, claims, tail=tail))

    assert [one for one in found if one.state is state and said in one.sentence]


def test_a_name_further_inside_may_be_hidden() -> None:
    """Only at the top of the payload it controls the validity."""
    header, claims = EXAMPLES["sd-jwt-vc"]
    inner, outer = disclosed("status", "ok"), disclosed("vct", "x")
    value = {**without(claims, "vct"), **holding(outer), "of": holding(inner)}
    one = subject(header, value, tail=f"~{inner}~{outer}~")
    said = [text for text in sentences("sd-jwt-vc", one, BAD) if "must not be selectively" in text]

    assert said == ["“vct” must not be selectively disclosable."]


def test_what_may_not_be_hidden() -> None:
    """A disclosure of the expiry is against the rules."""
    header, claims = EXAMPLES["sd-jwt-vc"]
    tail = f"~{part(json.dumps(['salt', 'exp', EXP]))}~"
    one = subject(without(header, "typ"), without(claims, "exp"), tail=tail)

    assert "sd-jwt-vc" in names(one)
    assert any("“exp” must not be selectively" in text for text in sentences("sd-jwt-vc", one, BAD))


@pytest.mark.parametrize(
    ("header", "claims", "expected"),
    [
        (JWT, EXAMPLES["id-token"][1] | {"scope": "a"}, []),
        (JWT, without(EXAMPLES["id-token"][1], "nonce", "acr"), []),
        (JWT, without(EXAMPLES["id-token"][1], "nonce") | {"email": "a@b.example"}, ["id-token"]),
        (JWT, without(EXAMPLES["id-token"][1], "nonce", "acr") | {"token_use": "id"}, ["id-token"]),
        ({"alg": "RS256", "typ": "xx+jwt"}, EXAMPLES["id-token"][1], []),
        (JWT, EXAMPLES["access-token"][1], ["access-token"]),
        (JWT, without(EXAMPLES["access-token"][1], "scope"), []),
        (JWT, without(EXAMPLES["access-token"][1], "jti"), []),
        (JWT, EXAMPLES["logout-token"][1], ["logout-token"]),
        (JWT, EXAMPLES["security-event"][1], ["security-event"]),
        (JWT, EXAMPLES["client-assertion"][1], ["client-assertion"]),
        ({"alg": "ES256", "typ": "xx"}, EXAMPLES["client-assertion"][1], []),
        (JWT, EXAMPLES["client-assertion"][1] | {"iss": 1, "sub": 1}, []),
        (JWT, EXAMPLES["request-object"][1], ["request-object"]),
        ({"alg": "ES256", "typ": "xx"}, EXAMPLES["jarm"][1], []),
        (JWT, EXAMPLES["jarm"][1] | {"sub": "x"}, []),
        (JWT, {}, []),
    ],
)
def test_recognised_by_shape(header: Members, claims: Members, expected: list[str]) -> None:
    """Without a type of its own a token is told by what it holds, or not at all."""
    assert names(subject(header, claims)) == expected
