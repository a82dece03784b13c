"""What is shown of a certificate in the nest: facts, faults, and its key to be used."""

from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from jwtdesk.analysis.chain_check import Chain, Row
from jwtdesk.jose.certificate_details import details
from jwtdesk.model.answer_values import Chains
from jwtdesk.model.certificate_facts import CertificateFacts, certificate_facts, pem_of
from jwtdesk.model.edits import KeyReplaced, NodeChosen
from tests.analysis.test_chain_check import CHAIN, FALSE, signed
from tests.certificates import BEGIN, LEAF, MIDDLE, made
from tests.model.desk import Desk
from tests.model.test_nesting import OUTER_SECRET, wrapped

NOW = 1_795_400_000
_FOUND = details(LEAF.der)
assert _FOUND is not None
LEAF_DETAILS = _FOUND


def shown(chain: list[str], number: int = 0) -> CertificateFacts:
    """Return what is shown of certificate `number` of a token's chain."""
    found = certificate_facts(Desk(NOW).paste(signed({"x5c": chain})), (f"header.x5c[{number}]",))
    assert found is not None
    return found


def fact(found: CertificateFacts, name: str) -> str | None:
    """Return the value of the fact `name`."""
    return next((one.value for one in found.facts if one.name == name), None)


def test_what_a_certificate_says() -> None:
    """Names, dates with how far away they are, key, thumbprints, and whether it may issue."""
    found = shown(CHAIN)
    assert found.title == "Certificate: CN=leaf"
    assert fact(found, "Issuer") == "CN=middle"
    assert fact(found, "Serial number") == "abc"
    assert fact(found, "Valid from") == "2023-11-14 22:13:20 UTC, active since 3 y 8 d"
    assert str(fact(found, "Valid until")).startswith("2033-05-18 03:33:20 UTC, expires in 6 y")
    assert fact(found, "Public key") == "a key of type P-256"
    assert fact(found, "Signed with") == "ECDSA with SHA-256"
    assert len(str(fact(found, "x5t (SHA-1)"))) == 27
    assert len(str(fact(found, "x5t#S256 (SHA-256)"))) == 43
    assert fact(found, "May issue others") == "no"
    assert fact(found, "Issued by") is None
    assert found.problems == ()
    assert any("proves nothing by itself" in one for one in found.notes)


def test_a_root_says_that_it_issued_itself() -> None:
    """It may issue others, and names nobody above it."""
    found = shown(CHAIN, 2)
    assert fact(found, "Issued by") == "itself"
    assert fact(found, "May issue others") == "yes"


def test_other_names_are_listed() -> None:
    """Hosts stand side by side, with what would deceive made visible."""
    one = made("named", names=(x509.DNSName("a.example"), x509.DNSName("b.example")))
    assert fact(shown([one.x5c]), "Other names") == "a.example, b.example"


def test_a_certificate_without_names_says_so() -> None:
    """A certificate for nobody is titled all the same, and its fact is no empty line."""
    nameless = replace(LEAF_DETAILS, facts=replace(LEAF_DETAILS.facts, subject="", issuer=""))
    chain = Chain("header.x5c", (Row(nameless, None),), (), ())
    session = Desk(NOW).paste(signed({"x5c": CHAIN}))
    answers = tuple(
        (question, Chains((chain,)) if isinstance(answer, Chains) else answer)
        for question, answer in session.answers
    )
    found = certificate_facts(replace(session, answers=answers), ("header.x5c[0]",))
    assert found is not None
    assert found.title == "Certificate: no name"
    assert (fact(found, "Subject"), fact(found, "Issuer")) == ("no name", "no name")


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        ([FALSE.x5c, MIDDLE.x5c], "did not sign it"),
        ([made("old", begin=BEGIN, end=BEGIN + 60).x5c], "It has expired."),
        (["AAAA"], "This is not a certificate."),
    ],
)
def test_what_is_wrong_is_said_first(chain: list[str], words: str) -> None:
    """A fault of the certificate or of its chain is among its problems."""
    assert any(words in one for one in shown(chain).problems)


def test_an_unreadable_entry_has_no_facts_and_no_key() -> None:
    """There is nothing to copy and nothing to use."""
    found = shown(["AAAA"])
    assert (found.title, found.facts, found.pem, found.key) == ("Certificate", (), "", None)


def test_a_key_that_no_token_uses_cannot_be_taken() -> None:
    """Its facts are shown all the same."""
    found = shown([made("foreign", curve=ec.BrainpoolP256R1()).x5c])
    assert found.key is None
    assert found.pem


def test_its_public_key_checks_the_token() -> None:
    """The certificate in PEM is a key text like any other."""
    desk = Desk(NOW)
    session = desk.paste(signed({"x5c": CHAIN}))
    found = certificate_facts(session, ("header.x5c[0]",))
    assert found is not None
    assert found.key is not None
    assert desk.do(KeyReplaced(found.key, "")).verdict.signature.code == "verified"


def test_pem_is_what_every_reader_expects() -> None:
    """Sixty-four letters to a line, between BEGIN and END."""
    text = pem_of(LEAF.der)
    assert x509.load_pem_x509_certificate(text.encode()) == LEAF.certificate
    assert max(map(len, text.split("\n"))) == 64


def test_a_certificate_of_an_inner_token_is_found_from_anywhere() -> None:
    """From the outer token, and from the inner one itself."""
    desk = Desk(NOW)
    session = desk.paste(wrapped(signed({"x5c": CHAIN})), OUTER_SECRET)
    node = ("", "header.x5c[1]")
    found = certificate_facts(session, node)
    assert found is not None
    assert found.owner == ("",)
    assert found.title == "Certificate: CN=middle"
    assert certificate_facts(desk.do(NodeChosen(("",))), node) == found


@pytest.mark.parametrize(
    "node",
    [
        (),
        ("header.x5c[9]",),
        ("header.x5c[x]",),
        ("elsewhere", "header.x5c[0]"),
        ("key[0]",),
        ("",),
    ],
)
def test_what_is_not_there_is_not_shown(node: tuple[str, ...]) -> None:
    """A place that no certificate stands at has no facts."""
    session = Desk(NOW).paste(signed({"x5c": CHAIN}))
    assert certificate_facts(session, node) is None


def test_without_its_answer_nothing_is_shown() -> None:
    """While the chain is awaited there are no facts yet."""
    session = Desk(NOW).paste(signed({"x5c": CHAIN}))
    assert certificate_facts(replace(session, answers=()), ("header.x5c[0]",)) is None
