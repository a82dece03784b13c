"""The token inside a token, examined as if it had come alone."""

import json

import pytest

from jwtdesk.analysis.examine import Asked
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.nested import LIMIT, nested
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


def test_the_same_keys_are_tried() -> None:
    """Another secret does not verify the inner one."""
    text = token(token(secret=b"another"), NESTED)

    assert inside(report(text))[0].verdict.signature.code == "mismatch"
    assert inside(report(text, None))[0].verdict.signature.code == "no-key"


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


def test_whoever_is_deep_already_follows_less() -> None:
    """The limit counts the tokens around the one that is given."""
    asked = Asked(None, None, None, Rules(), NOW, diagnose=False)

    for depth, left in ((0, LIMIT), (LIMIT - 1, 1), (LIMIT, 0)):
        found = nested(read_token(deep(15)), asked, depth)
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
