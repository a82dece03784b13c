"""A chain of certificates, in the header of a token or in the JWK that was given as the key."""

import hashlib
import json
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from jwtdesk.analysis.chain_check import Chain
from jwtdesk.analysis.finding import Finding
from jwtdesk.analysis.inspect import inspect
from jwtdesk.analysis.report import Report
from jwtdesk.app.report_text import report_text
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.problem import Severity
from tests.certificates import BEGIN, END, LEAF, MIDDLE, ROOT, Made, made
from tests.made import part
from tests.vectors.locate import vectors

NOW = 1_800_000_000
OTHER = made("other")
CHAIN = [LEAF.x5c, MIDDLE.x5c, ROOT.x5c]
FALSE = made("leaf", made("root"), issued_as="middle")
FOREIGN = made("foreign", curve=ec.BrainpoolP256R1())
BY_FOREIGN = made("leaf of foreign", FOREIGN)


def jwk(one: Made, **members: object) -> dict[str, Any]:
    """Return the public key of a certificate as a JWK."""
    return {**ECAlgorithm.to_jwk(one.key.public_key(), as_dict=True), **members}


def signed(header: dict[str, object], by: Made = LEAF) -> str:
    """Return an ES256 token that the key of a certificate signed."""
    start = f"{part(json.dumps({'alg': 'ES256', 'typ': 'JWT', **header}))}.{part('{}')}"
    return f"{start}.{encode(ECAlgorithm(ECAlgorithm.SHA256).sign(start.encode(), by.key))}"


def report(text: str, key: object = None, now: int = NOW) -> Report:
    """Return the report on a token under a PEM, a JWK or a JWK Set."""
    octets = key if isinstance(key, bytes) else json.dumps(key).encode() if key else None
    return inspect(text.encode(), octets, now=now)


def told(found: Report, *ids: str) -> list[Finding]:
    """Return the findings about certificates."""
    wanted = ids or ("certificate-chain", "thumbprint-mismatch")
    return [one for one in found.findings if one.id in wanted]


def problems(chain: Chain) -> list[str | None]:
    """Return what is wrong with each certificate."""
    return [row.problem for row in chain.rows]


def test_a_right_chain() -> None:
    """Nothing is found; what is to know is said, and that it proves nothing."""
    found = report(signed({"x5c": CHAIN}), LEAF.public)
    (chain,) = found.certificates

    assert told(found) == []
    assert (chain.where, problems(chain)) == ("header.x5c", [None, None, None])
    assert chain.notes[0] == "The first certificate is for the key that was given."
    assert chain.notes[1] == "The last certificate signed itself, as a root does."
    assert "proves nothing by itself" in chain.notes[2]


def test_without_a_key_only_the_chain_is_judged() -> None:
    """Nothing is said about a key that is not there, nor about a root that is not."""
    (chain,) = report(signed({"x5c": CHAIN[:2]})).certificates

    assert len(chain.notes) == 1


@pytest.mark.parametrize(
    ("chain", "title", "detail"),
    [
        ([ROOT, MIDDLE, LEAF], "The certificates are in the wrong order", "3, 2, 1."),
        ([LEAF, ROOT, MIDDLE], "The certificates are in the wrong order", "1, 3, 2."),
        ([LEAF, ROOT], "The chain is broken", "certificate 2 is for “CN=root”."),
        ([FALSE, MIDDLE, ROOT], "The chain is broken", "certificate 2 did not sign it."),
        ([LEAF, LEAF], "The chain is broken", "certificate 2 is for “CN=leaf”."),
    ],
)
def test_a_wrong_chain(chain: list[Made], title: str, detail: str) -> None:
    """The right order is said where there is one, else where it breaks."""
    found = report(signed({"x5c": [one.x5c for one in chain]}))
    (one,) = told(found)

    assert (one.severity, one.title, one.where) == (Severity.WARNING, title, "header.x5c")
    assert one.detail.endswith(detail)
    assert any(problems(found.certificates[0]))


def test_what_cannot_be_computed_is_no_fault() -> None:
    """A curve that is not computed with is said on its row."""
    found = report(signed({"x5c": [BY_FOREIGN.x5c, FOREIGN.x5c]}, BY_FOREIGN), BY_FOREIGN.public)
    (chain,) = found.certificates

    assert told(found) == []
    assert "cannot be checked" in (problems(chain)[0] or "")
    assert "names itself as its issuer" in chain.notes[1]


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        (7, Severity.INFO),
        ("MIIB", Severity.INFO),
        (encode(LEAF.der), Severity.WARNING),
        (LEAF.x5c + "\n", Severity.WARNING),
    ],
)
def test_entries_that_are_not_as_they_should(entry: object, severity: Severity) -> None:
    """One that can be read deserves a change; a stand-in is worth knowing."""
    found = report(signed({"x5c": [entry, MIDDLE.x5c]}))
    (one,) = told(found)

    assert one.severity is severity
    assert one.detail.startswith("Certificate 1: ")
    assert problems(found.certificates[0])[0]


def test_an_unreadable_one_in_the_middle_breaks_nothing() -> None:
    """What stands beside it cannot be compared with it; the rest can."""
    broken = report(signed({"x5c": [LEAF.x5c, "x", MIDDLE.x5c, LEAF.x5c]}))

    assert [one.title for one in told(broken)] == [
        "The chain is broken",
        "A certificate cannot be read",
    ]
    assert len(told(report(signed({"x5c": [LEAF.x5c, "x", ROOT.x5c]})))) == 1


def test_a_long_chain_is_cut() -> None:
    """What was not looked at is counted."""
    titles = [one.title for one in told(report(signed({"x5c": [ROOT.x5c] * 30})))]

    assert titles == ["The chain is very long"]


@pytest.mark.parametrize("key", [OTHER.public, jwk(OTHER)])
def test_the_key_of_another_certificate(key: object) -> None:
    """A key that verifies must be that of the first certificate; one that does not may be any."""
    (one,) = told(report(signed({"x5c": CHAIN}, OTHER), key))

    assert one.title == "The certificate is for another key"
    found = report(signed({"x5c": CHAIN}), key)
    assert told(found) == []
    assert "another key" in found.certificates[0].notes[0]


SHA1 = hashlib.sha1(LEAF.der, usedforsecurity=False)
SHA256 = hashlib.sha256(LEAF.der)
LEAF_SHA1, LEAF_SHA256 = encode(SHA1.digest()), encode(SHA256.digest())


@pytest.mark.parametrize(
    ("name", "value", "title"),
    [
        ("x5t", LEAF_SHA1, None),
        ("x5t#S256", LEAF_SHA256, None),
        ("x5t", "AAAA", "The thumbprint is that of another certificate"),
        ("x5t#S256", LEAF_SHA1, "The thumbprint is that of another certificate"),
        ("x5t#S256", 7, "The thumbprint is that of another certificate"),
        ("x5t", SHA1.hexdigest(), "The thumbprint is written in hexadecimal"),
        ("x5t", SHA1.hexdigest().upper(), "The thumbprint is written in hexadecimal"),
        ("x5t", SHA1.digest().hex(":"), "The thumbprint is written in hexadecimal"),
        (
            "x5t#S256",
            encode(SHA256.hexdigest().encode()),
            "The thumbprint is written in hexadecimal",
        ),
        ("x5t#S256", LEAF_SHA256 + "=", "The thumbprint is not clean base64url"),
    ],
)
def test_thumbprints(name: str, value: object, title: str | None) -> None:
    """Each must be the digest of the first certificate, in clean base64url."""
    found = told(report(signed({"x5c": CHAIN, name: value})))

    assert [one.title for one in found] == ([title] if title else [])
    assert all((one.id, one.where) == ("thumbprint-mismatch", f"header.{name}") for one in found)


def test_a_thumbprint_alone_cannot_be_compared() -> None:
    """Without the certificate, or with one that cannot be read, nothing is said."""
    assert told(report(signed({"x5t": "AAAA"}))) == []
    assert told(report(signed({"x5c": ["MIIB"], "x5t": "AAAA"})), "thumbprint-mismatch") == []


def test_a_jwk_with_certificates() -> None:
    """It is checked like a header's chain; its key must be that of its certificate."""
    right = report(signed({}), jwk(LEAF, x5c=CHAIN, x5t=LEAF_SHA1))
    wrong = report(signed({}), jwk(LEAF, x5c=[OTHER.x5c], x5t="AAAA"))

    assert [one.where for one in right.certificates] == ["key"]
    assert told(right) == []
    assert {(one.id, one.where) for one in told(wrong)} == {
        ("certificate-chain", "key"),
        ("thumbprint-mismatch", "key"),
    }
    assert told(report(signed({}), {"kty": "EC", "x5c": CHAIN})) == []


@pytest.mark.parametrize(
    ("others", "kid", "count"),
    [([], None, 1), ([], "a", 1), ([OTHER], "a", 1), ([OTHER], None, 0)],
)
def test_of_a_set_the_key_that_decides(others: list[Made], kid: str | None, count: int) -> None:
    """Only its certificates matter."""
    keys = [jwk(one, x5c=[one.x5c], kid="b") for one in others]
    keys.append(jwk(LEAF, x5c=CHAIN, **({"kid": kid} if kid else {})))
    header = {"kid": kid} if kid else {}

    assert len(report(signed(dict(header)), {"keys": keys}).certificates) == count


@pytest.mark.parametrize(
    "key",
    [b'{"x5c":', b'"x5c"', b'{"keys":"x5c"}', b'{"keys":["x5c"]}', b'{"x5c":[]}', b"x5c" * 400_000],
)
def test_other_key_texts(key: bytes) -> None:
    """A text that only mentions certificates has none."""
    assert report(signed({}), key).certificates == ()


@pytest.mark.parametrize(
    ("now", "title"),
    [
        (BEGIN - 1, "The certificate is not valid yet"),
        (BEGIN, None),
        (END, None),
        (END + 1, "The certificate has expired"),
    ],
)
def test_the_dates_of_a_jwk_s_certificate(now: int, title: str | None) -> None:
    """The first one's are a warning, as of any certificate that was given as the key."""
    found = report(signed({}), jwk(LEAF, x5c=CHAIN), now)
    expired = told(found, "expired-certificate")

    assert [one.title for one in expired] == ([title] if title else [])
    assert all((one.severity, one.where) == (Severity.WARNING, "key") for one in expired)
    assert all(bool(one) is bool(title) for one in problems(found.certificates[0]))


def test_one_chain_in_several_headers_is_told_once() -> None:
    """All signatures may bring the same; different ones are told up to a bound."""

    def text(chains: list[list[str]]) -> str:
        entries = []
        for one in chains:
            head, _, made_ = signed({"x5c": one}).split(".")
            entries.append({"protected": head, "signature": made_})
        return json.dumps({"payload": part("{}"), "signatures": entries})

    assert len(report(text([CHAIN, CHAIN, CHAIN[:1]])).certificates) == 2
    assert len(report(text([["x"] * at for at in range(1, 12)])).certificates) == 5


def test_certificates_as_json_and_as_text() -> None:
    """Each with subject, issuer, dates, thumbprint and problem; an unreadable one has only that."""
    found = report(signed({"x5c": [LEAF.x5c, "MIIB", FOREIGN.x5c]}))
    rows: Any = found.as_json()["certificates"]

    assert rows[0] == {
        "subject": "CN=leaf",
        "issuer": "CN=middle",
        "not_before": BEGIN,
        "not_after": END,
        "sha256": LEAF_SHA256,
        "problem": None,
    }
    assert {one for name, one in rows[1].items() if name != "problem"} == {None}
    assert rows[1]["problem"] == "This is not a certificate."
    text = report_text(found)
    assert "\nCertificates (header.x5c)\n  1  CN=leaf\n     issued by CN=middle\n" in text
    assert "\n     EC P-256, signed with ECDSA with SHA-256, no authority\n" in text
    assert "\n  2  ! This is not a certificate.\n" in text
    assert "\n     a key that no token uses, " in text


def test_the_names_and_the_problem_are_printed() -> None:
    """Below the dates."""
    named = made("named", ROOT, names=(x509.DNSName("a.example"),))
    text = report_text(report(signed({"x5c": [named.x5c]}), now=END + 1))

    assert "\n     for a.example\n" in text
    assert "\n     ! It has expired.\n" in text


def test_the_example_of_rfc_7517() -> None:
    """Appendix B: a certificate of 2013, for the key of the JWK that holds it."""
    example = json.loads(vectors("rfc-examples/rfc7517.json").read_text("utf-8"))["B x5c"]
    found = report(signed({}), example)

    assert told(found) == []
    assert len(told(found, "expired-certificate")) == 1
