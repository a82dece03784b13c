"""The token inside a token, examined as if it had come alone."""

import json

import pytest

from jwtdesk.analysis.examine import Asked
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.layer import layer
from jwtdesk.analysis.nested import LARGEST, LIMIT, nested
from jwtdesk.analysis.report import Report
from jwtdesk.analysis.rules import Rules
from jwtdesk.analysis.verdict import State
from jwtdesk.jose.read_token import read_token
from tests.made import SECRET, part, token
from tests.vectors.locate import vectors

NOW = 1_800_000_000
NESTED = '{"alg":"HS256","typ":"JWT","cty":"JWT"}'


def report(text: str, key: bytes | None = SECRET, rules: Rules | None = None) -> Report:
    """Return the report on a token."""
    return inspect(text.encode(), key, now=NOW, rules=rules)


def inside(outer: Report) -> list[Report]:
    """Return the reports inside `outer`, from outside in."""
    found = []
    while outer.nested is not None:
        outer = outer.nested
        found.append(outer)
    return found


@pytest.mark.parametrize("payload", [token(), json.dumps(token()), f" {token()}\n"])
def test_a_payload_that_is_a_token(payload: str) -> None:
    """The outer one is well formed and says what is inside; the inner one is checked, too."""
    outer = report(token(payload, NESTED))
    (inner,) = inside(outer)

    assert outer.verdict.headline == "Signature verified: a signed token is inside"
    assert outer.verdict.structure.state is State.OK
    assert inner.verdict.signature.code == "verified"
    assert inner.payload_text == '{"sub":"ada"}'


def test_a_payload_that_is_no_token_is_still_a_fault() -> None:
    """A header that promises a JWT must keep its promise."""
    for payload in ("a.b.c", '"a.b.c"', "7"):
        assert report(token(payload, NESTED)).verdict.structure.state is State.BAD


def test_a_claim_that_is_a_token() -> None:
    """The first of the claims is followed, the header's not."""
    header = json.dumps({"alg": "HS256", "trust_chain": [token('{"sub":"no"}')]})
    outer = report(token(json.dumps({"a": 1, "vp": token(), "vc": token("{}")}), header))

    assert [one.payload_text for one in inside(outer)] == ['{"sub":"ada"}']
    assert inside(report(token("{}", header))) == []


def test_a_disclosure_that_holds_a_token() -> None:
    """Is followed; the key binding has its own lamp instead."""
    disclosed = part(json.dumps(["s", "vc", token()]))

    (inner,) = inside(report(f"{token('{}')}~{disclosed}~"))
    assert inner.payload_text == '{"sub":"ada"}'
    assert inside(report(f"{token('{}')}~{token()}")) == []


def test_expectations_are_those_of_the_whole() -> None:
    """What is expected of a token is expected of its whole payload, not of a claim's token."""
    rules = Rules(issuers=("https://a.example",), leeway=5)
    (whole,) = inside(report(token(token(), NESTED), rules=rules))
    (claim,) = inside(report(token(json.dumps({"vc": token()})), rules=rules))

    assert whole.verdict.policy.state is State.BAD
    assert claim.verdict.policy.state is not State.BAD


OTHER = b"another secret that is long enough"
NAMED = '{"alg":"HS256","kid":"k1"}'


def jwk(secret: bytes, kid: str) -> dict[str, str]:
    """Return a shared secret as a JWK with a name."""
    return {"kty": "oct", "k": part(secret), "kid": kid}


def bare(alg: str, signature: str = "AA") -> str:
    """Return a token that names `alg` and the key k1, and which nobody signed."""
    return f"{part(json.dumps({'alg': alg, 'kid': 'k1'}))}.e30.{signature}"


def closed(header: str, key: str) -> str:
    """Return a token that is encrypted for nobody."""
    return ".".join(map(part, (header, key, "i" * 12, "c", "t" * 16)))


def test_what_is_expected_of_claims_is_expected_where_they_are() -> None:
    """A token around another has none of its own: only how it is made is held against it."""
    rules = Rules(issuers=("https://a.example",), required=("exp",), type="x", max_age=60)
    outer = report(token(token(), NESTED), rules=rules)
    assert outer.verdict.policy.state is State.UNKNOWN
    assert "the token inside this one" in outer.verdict.policy.text
    assert inside(outer)[0].verdict.policy.state is State.BAD
    assert report(token(json.dumps({"vc": token()})), rules=rules).verdict.policy.state is State.BAD

    allowed = report(token(token(), NESTED), rules=Rules(algorithms=("RS256",)))
    assert [one.verdict.policy.code for one in (allowed, *inside(allowed))] == [
        "alg-not-allowed"
    ] * 2


def test_the_same_key_is_tried() -> None:
    """A key that verifies the inner token, too, need not be given twice."""
    assert inside(report(token(token(), NESTED)))[0].verdict.signature.code == "verified"


@pytest.mark.parametrize(
    "inner",
    [
        token(secret=OTHER),
        bare("RS256"),
        closed('{"alg":"A128KW","enc":"A128GCM"}', "k" * 24),
        closed('{"alg":"dir","enc":"A256GCM"}', ""),
        token(secret=OTHER, header=NAMED),
    ],
)
def test_a_key_of_the_outer_token_accuses_no_inner_one(inner: str) -> None:
    """One key that proved right outside and does not fit inside is another's: nothing is wrong."""
    for payload in (inner, json.dumps({"vp": inner})):
        (found, *_) = inside(report(token(payload, NESTED)))
        assert found.verdict.signature.state is State.UNKNOWN
        assert found.verdict.signature.code == "no-key"
        assert "belongs to the token around this one" in found.verdict.signature.text
        assert found.key is None


def test_what_no_key_could_change_is_told_as_ever() -> None:
    """An unsigned, a malformed and an unknown inner token are what they are."""
    for inner, code in (
        (bare("none", ""), "unsecured"),
        (bare("HS256", ""), "malformed"),
        (bare("X9"), "unsupported-algorithm"),
    ):
        assert inside(report(token(inner, NESTED)))[0].verdict.signature.code == code


def test_a_key_that_the_inner_token_names_must_fit_it() -> None:
    """So must one of a set, which is all that somebody has."""
    named = json.dumps(jwk(SECRET, "k1")).encode()
    keys = json.dumps({"keys": [jwk(SECRET, "k1")]}).encode()
    for key in (named, keys):
        (inner,) = inside(report(token(token(secret=OTHER, header=NAMED), NESTED), key))
        assert inner.verdict.signature.code == "mismatch"
    (inner,) = inside(report(token(token(secret=OTHER), NESTED), named))
    assert inner.verdict.signature.code == "no-key"
    (inner,) = inside(report(token(bare("RS256"), NESTED), named))
    assert inner.verdict.signature.code == "no-key"


def test_a_key_that_proved_nothing_outside_may_be_the_inner_signers() -> None:
    """Then both lamps say what came of it; without any key nothing is said."""
    outer = report(token(token(secret=OTHER), NESTED, secret=b"third"))
    assert [one.verdict.signature.code for one in (outer, *inside(outer))] == ["mismatch"] * 2
    assert inside(report(token(token(), NESTED), None))[0].verdict.signature.code == "no-key"


def test_a_key_is_tried_on_every_token_further_in() -> None:
    """That it does not fit one says nothing of the next."""
    found = inside(report(token(token(token(), NESTED, secret=OTHER), NESTED)))
    assert [one.verdict.signature.code for one in found] == ["no-key", "verified"]
    found = inside(report(token(token(token(secret=OTHER), NESTED), NESTED, secret=OTHER)))
    assert [one.verdict.signature.code for one in found] == ["verified", "no-key"]


def deep(levels: int) -> str:
    """Return a token with so many tokens inside, each in the one before."""
    text = token()
    for _ in range(levels):
        text = token(text, NESTED)
    return text


@pytest.mark.parametrize(("levels", "told"), [(LIMIT, False), (LIMIT + 1, True), (20, True)])
def test_the_depth_is_bounded(levels: int, told: bool) -> None:
    """Ten are followed; that there are more is a finding of the last one."""
    found = inside(report(deep(levels)))

    assert len(found) == LIMIT
    assert ("deep-nesting" in [one.id for one in found[-1].findings]) is told
    assert not any(one.id == "deep-nesting" for outer in found[:-1] for one in outer.findings)


def test_the_size_is_bounded() -> None:
    """Of a nest of large tokens the outer ones are followed."""
    text = token(json.dumps({"a": "x" * LARGEST}))
    found = inside(report(token(token(token(text, NESTED), NESTED), NESTED)))

    assert len(found) == 1
    assert [one.title for one in found[0].findings if one.id == "deep-nesting"] == [
        "Too large to follow what is inside"
    ]


def test_whoever_is_deep_already_follows_less() -> None:
    """The limit counts the tokens around the one that is given."""
    asked = Asked(None, None, None, Rules(), NOW, diagnose=False)

    for depth, left in ((0, LIMIT), (LIMIT - 1, 1), (LIMIT, 0)):
        found = nested(layer(read_token(deep(15)), asked), asked, depth)
        assert (1 + len(inside(found)) if found else 0) == left


def test_a_report_within_a_report_as_json() -> None:
    """The inner report has the same members."""
    found = report(token(token(), NESTED)).as_json()
    inner = found["nested"]

    assert isinstance(inner, dict)
    assert list(inner) == list(found)
    assert inner["nested"] is None


def test_the_nested_jwt_of_rfc_7519() -> None:
    """Appendix A.2: an encrypted token, and a signed one inside it."""
    example = json.loads(vectors("rfc-examples/rfc7519.json").read_text("utf-8"))[1]
    outer = report(example["compact"], json.dumps(example["key"]).encode())
    (inner,) = inside(outer)

    assert outer.verdict.headline == "Decrypted: a signed token is inside"
    assert inner.token.alg == "RS256"
    assert inner.payload_text
    assert '"iss":"joe"' in inner.payload_text
