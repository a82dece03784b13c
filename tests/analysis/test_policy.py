"""The policy lamp: everything expected is checked, and every broken rule is told."""

import json
from dataclasses import replace

import pytest

from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Lamp, State
from tests.made import SECRET, part, token

NOW = 1_800_000_000
CLAIMS: dict[str, object] = {
    "iss": "https://a.example",
    "sub": "ada",
    "aud": ["x", "y"],
    "nonce": "n",
    "iat": NOW - 100,
    "exp": NOW + 500,
    "nothing": None,
}
TYPED = '{"alg":"HS256","typ":"at+jwt"}'


def policy(
    rules: Rules, *, header: str = TYPED, key: bytes | None = None, **claims: object
) -> Lamp:
    """Return the policy lamp of a token with these rules."""
    return judged(rules, claims, header, key)


def judged(
    rules: Rules, claims: dict[str, object], header: str = TYPED, key: bytes | None = None
) -> Lamp:
    """Return the policy lamp of a token with these claims."""
    text = token(json.dumps(CLAIMS | claims), header)
    return inspect(text.encode(), key, now=NOW, rules=rules).verdict.policy


@pytest.mark.parametrize(
    "rules",
    [
        Rules(algorithms=("RS256", "HS256")),
        Rules(issuers=("b", "https://a.example")),
        Rules(audiences=("z", "y")),
        Rules(subject="ada"),
        Rules(type="application/AT+JWT"),
        Rules(nonce="n"),
        Rules(required=("iss",)),
        Rules(max_age=100),
        Rules(max_age=90, leeway=10),
        Rules(max_lifetime=600),
    ],
)
def test_what_holds_is_ok(rules: Rules) -> None:
    """One expectation that holds makes the lamp green."""
    lamp = policy(rules)
    assert (lamp.state, lamp.code, lamp.text) == (State.OK, "holds", "The one expectation is met.")


@pytest.mark.parametrize(
    ("rules", "code", "text"),
    [
        (
            Rules(algorithms=("RS256", "ES256")),
            "alg-not-allowed",
            "The algorithm is “HS256”, but only “RS256” or “ES256” is accepted.",
        ),
        (
            Rules(issuers=("b",)),
            "issuer-mismatch",
            "“iss” is “https://a.example”; “b” is expected.",
        ),
        (Rules(audiences=("z",)), "audience-mismatch", "The token is for “x”, “y”, not for “z”."),
        (Rules(subject="bob"), "subject-mismatch", "“sub” is “ada”; “bob” is expected."),
        (Rules(type="JWT"), "type-mismatch", "The type is “at+jwt”; “JWT” is expected."),
        (Rules(nonce="m"), "nonce-mismatch", "“nonce” is “n”; “m” is expected."),
        (Rules(required=("jti",)), "claim-missing", "The claim “jti” is missing."),
        (Rules(required=("nothing",)), "claim-missing", "The claim “nothing” is missing."),
        (Rules(max_age=99), "too-old", "The token is older than 1 min 39 s."),
        (Rules(max_lifetime=599), "lifetime-too-long", "The token lives longer than 9 min 59 s."),
    ],
)
def test_what_is_broken_is_told(rules: Rules, code: str, text: str) -> None:
    """The sentence names what was found and what was expected."""
    lamp = policy(rules)
    assert (lamp.state, lamp.code, lamp.text) == (State.BAD, code, text)
    assert lamp.short


@pytest.mark.parametrize(
    ("rules", "claims", "text"),
    [
        (Rules(audiences=("z",)), {"aud": "x"}, "The token is for “x”, not for “z”."),
        (Rules(audiences=("z",)), {"aud": []}, "The token is for an empty list, not for “z”."),
        (Rules(audiences=("z",)), {"aud": None}, "The token names no audience, not even “z”."),
        (
            Rules(audiences=("z",)),
            {"aud": ["a", "b", "c", "d"]},
            "The token is for “a”, “b”, “c”…, not for “z”.",
        ),
        (Rules(subject="1"), {"sub": 1}, "“sub” is 1; “1” is expected."),
        (Rules(subject="1"), {"sub": {}}, "“sub” is something that is no text; “1” is expected."),
        (Rules(subject="a"), {"sub": "a\u202e"}, "“sub” is “a\\u202e”; “a” is expected."),
        (Rules(subject="a"), {"sub": "x" * 99}, f"“sub” is “{'x' * 80}…”; “a” is expected."),
        (
            Rules(max_age=9),
            {"iat": "x"},
            "Its age cannot be told: “iat” is missing or not a number.",
        ),
        (Rules(max_age=9), {"auth_time": NOW - 10}, "The token is older than 9 s."),
        (
            Rules(max_lifetime=9),
            {"exp": None},
            "Its lifetime cannot be told: “iat” and “exp” are needed, as numbers.",
        ),
    ],
)
def test_odd_values_are_named_in_words(rules: Rules, claims: dict[str, object], text: str) -> None:
    """Whatever stands where a text belongs, the sentence can be read."""
    assert judged(rules, claims).text == text


def test_a_lifetime_beyond_counting_is_too_long() -> None:
    """An expiry that no calendar knows is later than any limit."""
    text = token('{"iat":1,"exp":1e400}')
    lamp = inspect(text.encode(), now=NOW, rules=Rules(max_lifetime=9)).verdict.policy
    assert lamp.code == "lifetime-too-long"


def test_all_broken_rules_are_told() -> None:
    """None hides another; the first gives the code."""
    rules = Rules(algorithms=("none",), issuers=("b",), required=("jti", "acr"))
    lamp = policy(rules)
    assert (lamp.code, lamp.short) == ("alg-not-allowed", "4 rules broken")
    assert lamp.text.count(".") >= 4


def test_several_that_hold_are_counted() -> None:
    """A reader sees how much was checked."""
    assert policy(Rules(issuers=("https://a.example",), nonce="n")).text == (
        "All 2 expectations are met."
    )


def test_nothing_expected_is_not_checked() -> None:
    """Not checked is not wrong, and not right either."""
    lamp = policy(Rules(), key=SECRET)
    assert (lamp.state, lamp.code) == (State.UNKNOWN, "not-checked")


@pytest.mark.parametrize(
    ("members", "state", "code"),
    [
        ({"alg": "HS256", "use": "sig", "key_ops": ["verify"]}, State.OK, "holds"),
        ({"alg": "HS512"}, State.BAD, "key-alg-mismatch"),
        ({"use": "enc"}, State.BAD, "key-use-mismatch"),
        ({"key_ops": ["encrypt"]}, State.BAD, "key-ops-mismatch"),
    ],
)
def test_the_key_s_own_members_bind(members: dict[str, object], state: State, code: str) -> None:
    """The signature is right all the same: mathematics and policy are judged apart."""
    key = json.dumps({"kty": "oct", "k": part(SECRET), **members}).encode()
    verdict = inspect(token().encode(), key, now=NOW).verdict
    assert verdict.signature.code == "verified"
    assert (verdict.policy.state, verdict.policy.code) == (state, code)


@pytest.mark.parametrize(
    ("header", "payload", "members"),
    [
        ('{"alg":"HS256"}', '{"exp":4000000000}', {"use": "sig"}),
        ('{"alg":"HS256"}', '{"a":1}', {"alg": "HS256"}),
        ('{"alg":"HS256","crit":["b64"],"b64":true}', "text", {}),
        ('{"alg":"HS256","crit":["b64"],"b64":true}', "text", {"key_ops": ["verify"]}),
    ],
)
def test_what_is_allowed_is_no_expectation_met(
    header: str, payload: str, members: dict[str, object]
) -> None:
    """Key and header may allow what is done: that nothing was expected is said all the same."""
    key = json.dumps({"kty": "oct", "k": part(SECRET), **members}).encode()
    verdict = inspect(token(payload, header).encode(), key, now=NOW).verdict
    assert (verdict.policy.state, verdict.policy.code) == (State.OK, "holds")
    assert "Nothing is expected" in verdict.policy.text
    assert verdict.headline.startswith("Signature verified")
    assert "expectation" not in verdict.headline


def test_only_expectations_are_counted() -> None:
    """What the key allows is not counted among them."""
    key = json.dumps({"kty": "oct", "k": part(SECRET), "use": "sig"}).encode()
    rules = Rules(algorithms=("HS256",))
    verdict = inspect(token().encode(), key, now=NOW, rules=rules).verdict
    assert verdict.policy.text == "The one expectation is met."
    assert "expectation" in verdict.headline


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ('{"alg":"HS256","crit":["x"],"x":1}', "crit-not-understood"),
        ('{"alg":"HS256","crit":[]}', "crit-malformed"),
        ('{"alg":"HS256","crit":["b64"],"b64":true}', "holds"),
    ],
)
def test_crit_binds(header: str, code: str) -> None:
    """A token that demands what is not understood must be refused, right signature or not."""
    verdict = inspect(token(header=header).encode(), SECRET, now=NOW).verdict
    assert (verdict.signature.code, verdict.policy.code) == ("verified", code)


def test_an_unreadable_text_has_no_policy() -> None:
    """There is nothing to hold against it."""
    verdict = inspect(b"hello", now=NOW, rules=replace(Rules(), nonce="n")).verdict
    assert verdict.policy.code == "not-checked"


def test_crit_outside_of_the_protected_header_binds_too() -> None:
    """It must not stand there, so the token is refused."""
    text = json.dumps(
        {"payload": "e30", "header": {"alg": "HS256", "crit": ["x"]}, "signature": "AA"}
    )
    assert inspect(text.encode(), now=NOW).verdict.policy.code == "crit-not-protected"


def test_a_token_not_valid_yet_is_told_with_its_distance() -> None:
    """And one expired beyond counting without."""
    text = token(json.dumps({"nbf": NOW + 3 * 86_400}))
    assert inspect(text.encode(), SECRET, now=NOW).verdict.headline == (
        "Signature verified, but the token is not valid for another 3 days"
    )
    never = inspect(token('{"exp":-1e400}').encode(), SECRET, now=NOW).verdict
    assert never.headline == "Signature verified, but the token has expired"
