"""The driver: in steps, within a budget, ranked, and complete."""

import json
from pathlib import Path

import pytest

from jwtdesk.analysis.case import case_of
from jwtdesk.analysis.diagnose import diagnose, explanations, steps
from jwtdesk.analysis.hypothesis import Confidence, Effort, Explanation, Fix, UseToken, hypotheses
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.ranking import ranked
from jwtdesk.jose.key import KeyInput
from tests.analysis.diagnosis.making import (
    SECRET,
    causes,
    ec_key,
    explained,
    part,
    public,
    riddle,
    rsa_key,
    token,
)

IDS = frozenset(
    """
    secret-base64 secret-base64url secret-hex secret-whitespace secret-newline secret-quoted
    secret-url-encoded secret-json-escaped secret-unicode-form secret-other-charset
    secret-zero-padded secret-hashed known-secret other-algorithm pem-as-hmac-secret
    content-changed wrong-key rs-ps-mixed pss-salt-length ecdsa-der ecdsa-stripped ecdsa-swapped
    signature-hex signature-base64 signature-double-encoded reserialized padded-signing-input
    unencoded-payload detached-payload graph-nonce other-key-in-set kid-is-thumbprint kid-missing
    private-public-mismatch key-type truncated damaged-in-copy trailing-bits ecdsa-recovered-key
    library-verdicts oaep-mask-hash zip-broken
    """.split()
)
DOCS = Path(__file__).resolve().parents[3] / "docs" / "diagnosis.md"


def test_every_stable_id_has_a_family() -> None:
    """And no family has an id of its own making; the last two are for encrypted tokens only."""
    assert {ident for family in hypotheses() for ident in family.ids} == IDS


def test_every_id_is_documented() -> None:
    """One page, one section each."""
    text = DOCS.read_text("utf-8")
    assert [ident for ident in sorted(IDS) if f"`{ident}`" not in text] == []


def test_a_diagnosis_grows_in_small_steps() -> None:
    """So that it can be ended at any time; the last step alone is finished."""
    case = riddle(token("ES256", ec_key()), public(ec_key("ES256", 1)))
    last, spent = None, 0.0
    for last in steps(case):
        assert last.milliseconds - spent < 150
        spent = last.milliseconds
    assert last is not None
    assert last.finished
    assert last.exhausted


def test_a_budget_is_kept() -> None:
    """What was not tried makes the diagnosis not exhausted."""
    case = riddle(token("ES256", ec_key()), public(ec_key("ES256", 1)))
    found = diagnose(case, budget_ms=50)
    assert found.finished
    assert not found.exhausted
    assert found.milliseconds < 250


def test_looking_harder_does_all_that_was_done_before() -> None:
    """And more."""
    case = riddle(token("HS256", SECRET), b"another")
    quick, hard = diagnose(case), diagnose(case, Effort.HARD)
    assert set(quick.excluded) <= set(hard.excluded)
    assert hard.milliseconds >= quick.milliseconds
    assert explanations(case) == quick.explanations


def test_every_family_tells_what_it_ruled_out_or_nothing() -> None:
    """In clauses, never in sentences."""
    case = riddle(token("HS256", SECRET), b"another")
    for clause in diagnose(case).excluded:
        assert clause
        assert not clause.endswith(".")


def test_other_signatures_of_one_token_are_looked_at() -> None:
    """A JSON serialisation, mended in place."""
    head, body, last = token("HS256", b"c2VjcmV0").split(".")
    text = json.dumps({"payload": body, "protected": head, "signature": last})
    found = explained(case_of(text, KeyInput(b"secret"))).explanations
    assert found[0].id == "secret-base64"
    hexed = json.dumps(
        {"payload": body, "signatures": [{"protected": head, "signature": last[:-4] + "AAAA"}]}
    )
    assert "damaged-in-copy" not in {
        one.id for one in explained(case_of(hexed, KeyInput(b"c2VjcmV0"))).explanations
    }


def test_a_selective_disclosure_token_keeps_its_disclosures() -> None:
    """Only the issuer's part is mended."""
    head, body, last = token("HS256", SECRET).split(".")
    case = riddle(
        f"{head}.{body}.{last[:9]}{'A' if last[9] != 'A' else 'B'}{last[10:]}~{part('x')}~", SECRET
    )
    found = explained(case).explanations
    assert found[0].id == "damaged-in-copy"
    assert found[0].fix is not None
    change = found[0].fix.changes[0]
    assert isinstance(change, UseToken)
    assert change.text.endswith(f"~{part('x')}~")


def test_the_report_carries_the_diagnosis() -> None:
    """Also of a text that is no token, and of one whose last bits are odd."""
    secret = b"c2VjcmV0"
    made = token("HS256", b"secret").encode()
    found = inspect(made, secret, now=0, diagnose=True)
    assert found.diagnosis[0].id == "secret-base64"
    broken = inspect(b"x" + made, b"secret", now=0, diagnose=True)
    assert "damaged-in-copy" in {one.id for one in broken.diagnosis}
    assert inspect(made, b"secret", now=0, diagnose=True).diagnosis == ()
    assert inspect(made, secret, now=0).diagnosis == ()


def card(
    ident: str, confidence: Confidence = Confidence.PROVEN, *, mends: bool = True
) -> Explanation:
    """Return a card made up."""
    fix = Fix("", (UseToken(""),)) if mends else None
    return Explanation(ident, "t.", "e.", confidence, fix)


WRONG, CHANGED, CUT, TYPE = (
    card(ident, mends=False) for ident in ("wrong-key", "content-changed", "truncated", "key-type")
)
HEX, DER, OTHER = (card(ident) for ident in ("secret-hex", "ecdsa-der", "other-algorithm"))
MAYBE_CHANGED, MISSING, QUOTED, RECOVERED = (
    card(ident, Confidence.LIKELY, mends=False)
    for ident in ("content-changed", "kid-missing", "library-verdicts", "ecdsa-recovered-key")
)
STANDING = [
    # what was found, and what stands, best first
    ([HEX, WRONG], [HEX]),
    ([WRONG, MAYBE_CHANGED], [WRONG]),
    ([CHANGED, WRONG], [CHANGED]),
    ([CHANGED, card("reserialized")], [card("reserialized"), CHANGED]),
    ([CHANGED, OTHER], [OTHER]),
    ([CUT, DER], [DER]),
    ([CUT, MISSING], [CUT, MISSING]),
    ([TYPE, card("pem-as-hmac-secret")], [card("pem-as-hmac-secret")]),
    ([QUOTED], []),
    ([QUOTED, HEX], [HEX, QUOTED]),
    ([RECOVERED, DER], [DER]),
    ([card("secret-hex", Confidence.LIKELY), HEX], [HEX]),
]


@pytest.mark.parametrize(("found", "standing"), STANDING)
def test_which_explanations_stand_beside_each_other(
    found: list[Explanation], standing: list[Explanation]
) -> None:
    """The stable ids say so."""
    assert list(ranked(found)) == standing
    assert list(ranked(found[::-1])) == standing


def test_libraries_are_quoted_beside_a_cause() -> None:
    """PyJWT is asked, others are known."""
    case = riddle(token("RS256", rsa_key()), public(rsa_key(1)))
    said = {one.id: one for one in explained(case).explanations}["library-verdicts"]
    assert "InvalidSignatureError" in said.evidence
    assert "jjwt" in said.evidence
    assert causes(case) == {"wrong-key"}
