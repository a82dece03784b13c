"""The lamp of the key binding: everything RFC 9901 sections 4.3 and 7.3 ask, one check each."""

import json
from dataclasses import replace

import pytest

from jwtdesk.analysis.disclosures import has_key_binding
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.key_binding import key_binding
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import Lamp, State
from jwtdesk.jose.read_token import read_token
from tests.jose.jwk_of import jwk_of
from tests.made import SECRET, part, token
from tests.made_selective import confirmed, disclosed, holder, holding, kb_jwt, sd_jwt

NAME = disclosed("name", "Ada")
SIGNED = part('{"alg":"ES256","typ":"kb+jwt"}')
UNSIGNED = part('{"alg":"none","typ":"kb+jwt"}')
NOW = 2_000
EXPECTED = Rules(kb_aud="us", kb_nonce="n")
BOUND = sd_jwt(holding(NAME, cnf=confirmed()), NAME)


def lamp(text: str, rules: Rules = EXPECTED, now: int = NOW) -> Lamp:
    """Return the lamp; there must be one."""
    found = key_binding(read_token(text), rules, now)
    assert found is not None
    return found


def judged(text: str, rules: Rules = EXPECTED, now: int = NOW) -> tuple[State, str]:
    """Return state and code."""
    found = lamp(text, rules, now)
    return found.state, found.code


def test_a_right_key_binding_is_bound() -> None:
    """All checks hold, and audience and nonce are the expected ones."""
    assert judged(BOUND + kb_jwt(BOUND)) == (State.OK, "bound")


@pytest.mark.parametrize("text", [token(), f"{token()}~", BOUND, "nonsense"])
def test_without_one_there_is_no_lamp(text: str) -> None:
    """Whether one is needed is for the policy to say."""
    read = read_token(text)
    assert key_binding(read, EXPECTED, NOW) is None
    assert not has_key_binding(read)


@pytest.mark.parametrize(
    ("rules", "named"),
    [
        (Rules(), "“aud” and “nonce”"),
        (Rules(kb_aud="us"), "“nonce”"),
        (Rules(kb_nonce="n"), "“aud”"),
    ],
)
def test_what_was_not_expected_leaves_it_unknown(rules: Rules, named: str) -> None:
    """The sentence says what was not compared."""
    found = lamp(BOUND + kb_jwt(BOUND), rules)
    assert (found.state, found.code) == (State.UNKNOWN, "not-expected")
    assert f" of {named}: " in found.text


@pytest.mark.parametrize("name", ["ec-p256", "ec-p384", "ed25519", "rsa-2048"])
def test_any_signature_of_the_holder_will_do(name: str) -> None:
    """The algorithm is the holder's choice."""
    algs = {"ec-p256": "ES256", "ec-p384": "ES384", "ed25519": "EdDSA", "rsa-2048": "PS256"}
    text = sd_jwt({"cnf": confirmed(name)})
    assert judged(text + kb_jwt(text, holder(name), alg=algs[name])) == (State.OK, "bound")


def test_a_private_member_in_cnf_is_not_used() -> None:
    """It does not belong there, but the public part is what counts."""
    text = sd_jwt({"cnf": {"jwk": jwk_of("ec-p256")}})
    assert judged(text + kb_jwt(text)) == (State.OK, "bound")


def test_a_disclosed_key_counts() -> None:
    """`cnf` is looked for in the processed payload."""
    hidden = disclosed("cnf", confirmed())
    text = sd_jwt(holding(hidden), hidden)
    assert judged(text + kb_jwt(text)) == (State.OK, "bound")


@pytest.mark.parametrize("name", ["sha-384", "sha-512"])
def test_the_digest_is_made_with_the_issuer_s_hash(name: str) -> None:
    """As `_sd_alg` says (RFC 9901 section 4.3.1)."""
    text = sd_jwt({"cnf": confirmed(), "_sd_alg": name})
    assert judged(text + kb_jwt(text)) == (State.BAD, "kb-sd-hash")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"header": {"typ": "JWT"}}, "kb-typ"),
        ({"header": {"typ": "KB+JWT"}}, "kb-typ"),
        ({"header": {"typ": None}}, "kb-typ"),
        ({"header": {"alg": 5}}, "kb-malformed"),
        ({"header": {"crit": ["exp"]}}, "kb-crit"),
        ({"aud": "them"}, "kb-aud"),
        ({"aud": ["us"]}, "kb-aud"),
        ({"aud": None}, "kb-aud"),
        ({"without": ("aud",)}, "kb-aud"),
        ({"nonce": "m"}, "kb-nonce"),
        ({"nonce": 5}, "kb-nonce"),
        ({"without": ("nonce",)}, "kb-nonce"),
        ({"sd_hash": "x"}, "kb-sd-hash"),
        ({"sd_hash": 5}, "kb-sd-hash"),
        ({"without": ("sd_hash",)}, "kb-sd-hash"),
        ({"iat": "1000"}, "kb-iat"),
        ({"iat": None}, "kb-iat"),
        ({"without": ("iat",)}, "kb-iat"),
        ({"exp": NOW}, "kb-expired"),
        ({"exp": "x"}, "kb-expired"),
        ({"nbf": NOW + 1}, "kb-not-yet-valid"),
        ({"nbf": None}, "kb-not-yet-valid"),
    ],
)
def test_every_fault_is_bad_for_its_own_reason(changed: dict[str, object], code: str) -> None:
    """One fault at a time."""
    binding = kb_jwt(BOUND, **changed)  # type: ignore[arg-type]  # a table of changes
    assert judged(BOUND + binding) == (State.BAD, code)


@pytest.mark.parametrize(
    ("claims", "rules", "code"),
    [
        ({"iat": NOW + 5}, replace(EXPECTED, leeway=5), "bound"),
        ({"iat": NOW + 6}, replace(EXPECTED, leeway=5), "kb-iat-future"),
        ({"iat": NOW - 60}, replace(EXPECTED, max_age=60), "bound"),
        ({"iat": NOW - 61}, replace(EXPECTED, max_age=60), "kb-iat"),
        ({"iat": NOW - 65}, replace(EXPECTED, max_age=60, leeway=5), "bound"),
        ({"iat": 1}, EXPECTED, "bound"),
        ({"exp": NOW, "nbf": NOW + 5}, replace(EXPECTED, leeway=5), "bound"),
    ],
)
def test_leeway_and_age_are_the_reader_s(
    claims: dict[str, object], rules: Rules, code: str
) -> None:
    """Without an age limit an old binding is no fault."""
    binding = kb_jwt(BOUND, **claims)  # type: ignore[arg-type]  # a table of claims
    assert lamp(BOUND + binding, rules).code == code


def test_a_binding_from_the_future_warns_as_a_token_from_the_future_does() -> None:
    """A clock that is a little fast is no fault of the holder's; the headline says it."""
    token = BOUND + kb_jwt(BOUND, iat=NOW + 1)
    found = lamp(token, EXPECTED)
    assert (found.state, found.code) == (State.WARN, "kb-iat-future")
    assert "future" in found.text


def test_another_presentation_is_told() -> None:
    """Taken from, or added to, after the holder signed."""
    binding = kb_jwt(BOUND)
    fewer = BOUND.replace(f"{NAME}~", "")
    assert judged(fewer + binding) == (State.BAD, "kb-sd-hash")


@pytest.mark.parametrize(
    ("binding", "code"),
    [
        ("a.b.c", "kb-malformed"),
        ("..", "kb-malformed"),
        (f"{part('{}')}.e30.AA", "kb-malformed"),
        (f"{SIGNED}.{part('[1]')}.AA", "kb-malformed"),
        (f"{SIGNED}.{part('[1]')}", "kb-malformed"),
        (f"{UNSIGNED}.e30.", "kb-alg-none"),
        (token("{}", '{"alg":"HS256","typ":"kb+jwt"}'), "kb-alg-symmetric"),
    ],
)
def test_what_is_no_signed_jwt_is_refused(binding: str, code: str) -> None:
    """Malformed, unsigned, or made with a shared secret."""
    assert judged(BOUND + binding) == (State.BAD, code)


def test_another_key_did_not_sign() -> None:
    """Nor does a key of another kind."""
    elsewhere = sd_jwt({"cnf": confirmed("ec-p384")})
    assert judged(elsewhere + kb_jwt(elsewhere)) == (State.BAD, "kb-signature")
    binding = kb_jwt(BOUND)
    broken = binding[:-4] + ("AAAA" if not binding.endswith("AAAA") else "BBBB")
    assert judged(BOUND + broken) == (State.BAD, "kb-signature")


@pytest.mark.parametrize(
    ("cnf", "state", "code"),
    [
        (None, State.BAD, "kb-no-key"),
        ("x", State.BAD, "kb-no-key"),
        ({}, State.BAD, "kb-no-key"),
        ({"jwk": "x"}, State.BAD, "kb-no-key"),
        ({"jwk": {"kty": "EC"}}, State.BAD, "kb-key-unusable"),
        ({"jwk": {"kty": "oct", "k": part(SECRET)}}, State.BAD, "kb-key-symmetric"),
        ({"kid": "x"}, State.UNKNOWN, "kb-key-elsewhere"),
        ({"jku": "https://x", "kid": "y"}, State.UNKNOWN, "kb-key-elsewhere"),
        (confirmed(key_ops=["sign", 5]), State.BAD, "kb-key-forbidden"),
        (confirmed(use="enc"), State.BAD, "kb-key-forbidden"),
        (confirmed(alg="ES384"), State.BAD, "kb-key-forbidden"),
        (confirmed(use="sig", alg="ES256", kid="k", key_ops=["verify"]), State.OK, "bound"),
    ],
)
def test_the_key_is_the_one_the_issuer_named(cnf: object, state: State, code: str) -> None:
    """In `cnf` (RFC 7800); one that lies elsewhere cannot be looked up here."""
    text = sd_jwt({} if cnf is None else {"cnf": cnf})
    assert judged(text + kb_jwt(text)) == (state, code)


def test_an_algorithm_that_nobody_knows_is_not_judged() -> None:
    """Unknown, not wrong."""
    binding = kb_jwt(BOUND, header={"alg": "ES257"})
    assert judged(BOUND + binding) == (State.UNKNOWN, "kb-alg-unknown")


def test_a_digest_made_with_an_unknown_hash_is_not_judged() -> None:
    """The structure is bad for it already."""
    text = sd_jwt({"cnf": confirmed(), "_sd_alg": "md5"})
    assert judged(text + kb_jwt(text)) == (State.UNKNOWN, "kb-sd-hash")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("iat", "1000", "“iat” of the key binding must be a number of seconds; it is “1000”."),
        ("iat", None, "“iat” of the key binding must be a number of seconds; it is null."),
        ("exp", ["x"], "“exp” of the key binding must be a number of seconds; it is a list."),
        ("exp", NOW, "The key binding has expired (“exp”)."),
        ("nbf", NOW + 1, "The key binding is not valid yet (“nbf”)."),
        ("aud", ["us"], "“aud” of the key binding must be one text; it is a list."),
        ("nonce", 5, "“nonce” of the key binding must be one text; it is 5."),
        ("nonce", None, "“nonce” of the key binding must be one text; it is null."),
    ],
)
def test_a_claim_of_another_type_is_not_said_to_be_missing(
    name: str, value: object, said: str
) -> None:
    """One sentence, which names what stands there instead."""
    binding = kb_jwt(BOUND, **{name: value})  # type: ignore[arg-type]  # a table of claims
    assert lamp(BOUND + binding).text == said


def test_an_unencoded_payload_is_refused() -> None:
    """With `b64` false the claims would not be what the base64url says (RFC 7797 section 7)."""
    binding = kb_jwt(BOUND, header={"b64": False, "crit": ["b64"]})
    assert judged(BOUND + binding) == (State.BAD, "kb-malformed")


def test_a_malformed_one_is_told_once() -> None:
    """The signature that cannot be checked is no second fault."""
    head, body, _ = kb_jwt(BOUND).split(".")
    assert lamp(f"{BOUND}{head}.{body}").text == (
        "The key binding is not a sound JWT. The signature is missing: a signed token has three "
        "parts with dots between."
    )


def test_what_is_written_oddly_is_a_warning() -> None:
    """As padding is in any token; what was not expected stays unknown."""
    padded = f"{BOUND}{kb_jwt(BOUND)}=="
    assert judged(padded) == (State.WARN, "base64-padding")
    assert "The holder's key signed" in lamp(padded).text
    assert "padding" in lamp(padded).text
    assert judged(padded, Rules()) == (State.UNKNOWN, "not-expected")
    assert "padding" in lamp(padded, Rules()).text


@pytest.mark.parametrize("rules", [Rules(), EXPECTED])
def test_one_that_cannot_be_checked_is_in_the_headline(rules: Rules) -> None:
    """Not every expectation is met when nobody can say who signed."""
    text = sd_jwt({"cnf": {"kid": "x"}})
    report = inspect((text + kb_jwt(text)).encode(), SECRET, now=NOW, rules=rules)
    assert report.verdict.headline == "Signature verified, but its key binding cannot be checked"
    assert "only referred to in “cnf”" in report.verdict.reason


def test_several_faults_are_told_together() -> None:
    """None hides another; the first names the lamp."""
    found = lamp(BOUND + kb_jwt(BOUND, aud="them", nonce="m"))
    assert found.code == "kb-aud"
    assert "“nonce”" in found.text


def test_the_json_form_is_bound_over_its_compact_form() -> None:
    """RFC 9901 section 8.1."""
    head, body, mac = BOUND.partition("~")[0].split(".")
    beside = {"disclosures": [NAME], "kb_jwt": kb_jwt(BOUND)}
    value = {"payload": body, "protected": head, "signature": mac, "header": beside}
    assert judged(json.dumps(value)) == (State.OK, "bound")


def test_a_bad_key_binding_is_in_the_headline() -> None:
    """With its own sentence below."""
    report = inspect((BOUND + kb_jwt(BOUND, nonce="m")).encode(), SECRET, now=NOW, rules=EXPECTED)
    assert report.verdict.headline == "Signature verified, but its key binding is wrong"
    assert "“nonce” of the key binding is “m”" in report.verdict.reason
    assert report.key_binding == report.verdict.key_binding
    assert report.as_json()["key_binding"] == {
        "state": "bad",
        "code": "kb-nonce",
        "text": report.key_binding.text if report.key_binding else "",
    }


@pytest.mark.parametrize("rules", [Rules(kb_aud="us"), Rules(kb_nonce="n"), EXPECTED])
@pytest.mark.parametrize(
    "text", [BOUND, token('{"_sd":[]}'), token(header='{"alg":"HS256","typ":"dc+sd-jwt"}')]
)
def test_an_expected_key_binding_must_be_there(text: str, rules: Rules) -> None:
    """Not even when the tildes were taken away (RFC 9901 section 7.3)."""
    report = inspect(text.encode(), SECRET, now=NOW, rules=rules)
    assert (report.verdict.policy.state, report.verdict.policy.code) == (State.BAD, "kb-missing")
    assert report.verdict.headline.startswith("Signature verified, but its key binding is missing")


def test_an_ordinary_token_needs_none() -> None:
    """The expectation is about SD-JWTs only."""
    report = inspect(token().encode(), SECRET, now=NOW, rules=EXPECTED)
    assert report.verdict.policy.code == "not-checked"


def test_a_key_binding_that_is_there_meets_the_policy() -> None:
    """Whether it is right is its own lamp."""
    report = inspect((BOUND + kb_jwt(BOUND)).encode(), SECRET, now=NOW, rules=EXPECTED)
    assert (report.verdict.policy.state, report.verdict.policy.code) == (State.OK, "holds")


def test_an_unsigned_sd_jwt_must_be_refused() -> None:
    """RFC 9901 section 7.1 step 2."""
    report = inspect(f"{UNSIGNED}.e30.~".encode(), now=NOW)
    assert (report.verdict.policy.state, report.verdict.policy.code) == (
        State.BAD,
        "issuer-alg-none",
    )
