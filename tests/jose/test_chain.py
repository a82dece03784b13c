"""Certificates of `x5c`, one by one and as a chain."""

import base64
import hashlib
import ipaddress
import json
from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtdesk.jose.base64url import encode
from jwtdesk.jose.certificate_details import LARGEST, details
from jwtdesk.jose.chain import MOST, Issued, issued, read_chain, right_order
from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from tests.certificates import BEGIN, END, LEAF, MIDDLE, ROOT, Made, made
from tests.jose.containers.der_of import bit_string, integer, oid, sequence, tagged
from tests.vectors.locate import vectors

NAMED = made(
    "named",
    ROOT,
    names=(
        x509.DNSName("a.example"),
        x509.UniformResourceIdentifier("https://b.example/\x1b"),
        x509.RFC822Name("c@d.example"),
        x509.IPAddress(ipaddress.ip_address("192.0.2.1")),
        x509.RegisteredID(x509.ObjectIdentifier("1.2.3")),
    ),
)
FOREIGN = made("foreign", curve=ec.BrainpoolP256R1())


def test_the_details_of_a_certificate() -> None:
    """Names, dates, key, algorithm, thumbprints, and whether it may issue others."""
    found = details(LEAF.der)
    assert found
    assert (found.facts.subject, found.facts.issuer) == ("CN=leaf", "CN=middle")
    assert (found.facts.not_before, found.facts.not_after) == (BEGIN, END)
    assert (found.serial, found.algorithm) == ("abc", "ECDSA with SHA-256")
    assert isinstance(found.key, Key)
    assert (found.key.curve, found.key.size) == ("P-256", 256)
    assert found.sha1 == encode(hashlib.sha1(LEAF.der, usedforsecurity=False).digest())
    assert found.sha256 == encode(hashlib.sha256(LEAF.der).digest())
    assert (found.authority, found.names, found.self_issued) == (False, (), False)


def test_an_authority() -> None:
    """A root says that it may issue others, and that it issued itself."""
    found = details(ROOT.der)
    assert found
    assert (found.authority, found.self_issued) == (True, True)


def test_alternative_names() -> None:
    """Texts and addresses are told, printable; other kinds of names are not."""
    found = details(NAMED.der)
    assert found
    names = ("a.example", "https://b.example/\ufffd", "c@d.example", "192.0.2.1")
    assert found.names == names


def test_at_most_twenty_names() -> None:
    """A certificate may be for hundreds of hosts; the first tell enough."""
    names = tuple(x509.DNSName(f"{at}.example") for at in range(30))
    found = details(made("many", names=names).der)
    assert found
    assert len(found.names) == 20


def test_a_key_that_serves_no_token() -> None:
    """The certificate is told all the same, with the reason."""
    found = details(FOREIGN.der)
    assert found
    assert isinstance(found.key, Problem)


def tbs(*rest: bytes) -> bytes:
    """Return an unsigned certificate of the first version, with what stands behind its key."""
    times = sequence(tagged(0x17, b"260101000000Z"), tagged(0x17, b"360101000000Z"))
    key = sequence(sequence(oid("1.3.101.112")), bit_string(bytes(31) + b"\x01"))
    name = sequence()
    inner = sequence(integer(7), sequence(oid("1.2.3")), name, times, name, key, *rest)
    return sequence(inner, sequence(), bit_string(b""))


@pytest.mark.parametrize(
    ("rest", "sound"),
    [
        ((), True),
        ((tagged(0x81, b"\0"), tagged(0xA3, sequence())), True),
        ((tagged(0xA3, sequence(sequence(oid("2.5.29.19"), tagged(0x04, sequence())))),), True),
        ((tagged(0xA3, sequence(sequence(tagged(0x04, b"")))),), True),
        ((tagged(0xA3, sequence(sequence(oid("1.2.3"), tagged(0x05, b"")))),), False),
        ((tagged(0xA3, sequence(sequence(oid("2.5.29.17"), tagged(0x04, b"x")))),), False),
    ],
)
def test_old_and_odd_certificates(rest: tuple[bytes, ...], sound: bool) -> None:
    """A certificate without extensions is one; damaged extensions make it none."""
    found = details(tbs(*rest))
    assert (found is not None) is sound
    assert found is None or (found.algorithm, found.authority) == ("1.2.3", False)


def test_no_certificate() -> None:
    """Other octets, and more than any certificate has, are none."""
    assert details(b"") is None
    assert details(b"x") is None
    assert details(LEAF.der + bytes(LARGEST)) is None


@given(st.integers(0, len(LEAF.der) - 1), st.integers(0, 255))
@settings(deadline=None)
def test_damage_never_raises(at: int, octet: int) -> None:
    """One changed octet anywhere gives details or none, and is never said to be well issued."""
    damaged = LEAF.der[:at] + bytes([octet]) + LEAF.der[at + 1 :]
    found, above = details(damaged), details(MIDDLE.der)
    assert above
    if found and octet != LEAF.der[at]:
        assert issued(found, above) is not Issued.YES
        issued(above, found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LEAF.x5c, None),
        (encode(LEAF.der), "x5c-encoding"),
        ("\n".join(LEAF.x5c[at : at + 64] for at in range(0, len(LEAF.x5c), 64)), "x5c-encoding"),
        (f"-----BEGIN CERTIFICATE-----\n{LEAF.x5c}\n-----END CERTIFICATE-----\n", "x5c-encoding"),
        (made("unpadded", begin=BEGIN).x5c + "=", "x5c-encoding"),
    ],
)
def test_how_an_entry_is_written(text: str, code: str | None) -> None:
    """Standard base64 is right; what else can be read is read, and said to be wrong."""
    (found,) = read_chain([text])
    assert found.certificate
    assert (found.problem.code if found.problem else None) == code


def test_each_fault_of_writing_has_its_sentence() -> None:
    """The alphabet, the lines, the frame and the padding are told apart."""
    lines = f"-----BEGIN CERTIFICATE-----\n{LEAF.x5c}\n-----END CERTIFICATE-----"
    texts = [encode(made("url", ROOT).der).rstrip("=") + "-", LEAF.x5c + "\n", lines]
    texts.append(LEAF.x5c.rstrip("=") + "===")
    messages = {link.problem.message for link in read_chain(texts) if link.problem}
    assert len(messages) == 4


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (7, "x5c-not-text"),
        (None, "x5c-not-text"),
        ("", "x5c-no-certificate"),
        ("MIIB", "x5c-no-certificate"),
        ("\u00e9", "x5c-no-certificate"),
        ("A" * (2 * LARGEST + 1), "x5c-too-large"),
    ],
)
def test_entries_without_a_certificate(entry: object, code: str) -> None:
    """Each says what it is instead."""
    (found,) = read_chain([entry])
    assert found.certificate is None
    assert found.problem
    assert found.problem.code == code


@pytest.mark.parametrize("listed", [None, "MIIB", {}, 7, []])
def test_no_chain(listed: object) -> None:
    """What is no list has no certificates."""
    assert read_chain(listed) == ()


def test_a_long_chain_is_cut() -> None:
    """The first twenty are read."""
    assert len(read_chain([LEAF.x5c] * 100)) == MOST


FALSE = made("leaf", made("root"), issued_as="middle")


@pytest.mark.parametrize(
    ("child", "parent", "expected"),
    [
        (LEAF, MIDDLE, Issued.YES),
        (MIDDLE, ROOT, Issued.YES),
        (ROOT, ROOT, Issued.YES),
        (LEAF, ROOT, Issued.OTHER_NAME),
        (MIDDLE, LEAF, Issued.OTHER_NAME),
        (FALSE, MIDDLE, Issued.WRONG_SIGNATURE),
        (FOREIGN, FOREIGN, Issued.UNKNOWN),
    ],
)
def test_who_issued_whom(child: Made, parent: Made, expected: Issued) -> None:
    """The name and the signature must fit; what cannot be computed is not said to be wrong."""
    below, above = details(child.der), details(parent.der)
    assert below
    assert above
    assert issued(below, above) is expected


def test_what_the_library_does_not_take_is_unknown() -> None:
    """Octets that only this program reads are checked by nobody."""
    above = details(ROOT.der)
    odd = details(tbs())
    assert above
    assert odd
    facts = replace(odd.facts, issuer=above.facts.subject)
    assert issued(replace(odd, facts=facts), above) is Issued.UNKNOWN


def test_a_chain_whose_hash_is_too_old_is_unknown() -> None:
    """The example of RFC 7517 is signed with SHA-1, which is not computed any more."""
    example = json.loads(vectors("rfc-examples/rfc7517.json").read_text())["B x5c"]
    found = details(base64.b64decode(example["x5c"][0]))
    assert found
    assert found.algorithm == "RSA with SHA-1"
    assert issued(found, found) is Issued.UNKNOWN


@pytest.mark.parametrize(
    ("certificates", "order"),
    [
        ([LEAF, MIDDLE, ROOT], (0, 1, 2)),
        ([ROOT, MIDDLE, LEAF], (2, 1, 0)),
        ([MIDDLE, LEAF], (1, 0)),
        ([LEAF, ROOT], (0,)),
        ([ROOT], (0,)),
        ([ROOT, ROOT], ()),
        ([], ()),
    ],
)
def test_the_right_order(certificates: list[Made], order: tuple[int, ...]) -> None:
    """From the one that issued none to the last that can be reached."""
    read = [one for one in (details(one.der) for one in certificates) if one]
    assert right_order(read) == order


def test_certificates_of_one_name_have_no_order() -> None:
    """Each could have issued each other: they are not tried by the hundred."""
    found = [details(made("same", begin=BEGIN + at).der) for at in range(9)]
    read = [one for one in found if one]

    assert right_order(read[:3]) == (0,)
    assert right_order(read) == ()
