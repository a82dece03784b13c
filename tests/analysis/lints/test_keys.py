"""Findings about the key alone: sizes, numbers, sets, restrictions."""

import base64
import json
from typing import Any

import pytest

from jwtdesk.analysis.lints.rsa_numbers import is_roca
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.problem import Severity
from jwtdesk.jose.thumbprint import unsigned
from tests.analysis.lints.reviewed import ERROR, INFO, NOW, PAYLOAD, WARNING, of, review, severity
from tests.keys.locate import key_file
from tests.made import token

RS256 = token(PAYLOAD, '{"alg":"RS256"}')
MODULUS = (1 << 2047) + 0x1234567
"""No product of two primes, but of the right size; nothing is signed with it."""

EC: dict[str, Any] = {
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
}
PRIVATE = {**EC, "d": "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
OCT = {"kty": "oct", "k": encode(b"a secret that only the tests know")}
OCT2 = {"kty": "oct", "k": encode(b"another secret that only tests know")}


def rsa(modulus: int = MODULUS, exponent: int = 65537) -> bytes:
    """Return an RSA public key as JWK."""
    return json.dumps({"kty": "RSA", "n": unsigned(modulus), "e": unsigned(exponent)}).encode()


def jwks(*keys: dict[str, Any]) -> bytes:
    """Return a key set."""
    return json.dumps({"keys": keys}).encode()


@pytest.mark.parametrize(
    ("bits", "expected"),
    [(2048, None), (2047, WARNING), (1025, WARNING), (1024, ERROR), (512, ERROR)],
)
def test_the_least_size_of_rsa(bits: int, expected: Severity | None) -> None:
    """2,048 bits are the least (RFC 7518 section 3.3); half of that can be broken."""
    assert severity("short-rsa-key", review(RS256, rsa((1 << (bits - 1)) + 1))) is expected


def test_the_shortest_key_of_a_set_counts() -> None:
    """One short key among others is found, and elliptic keys are not measured in RSA's measure."""
    short = json.loads(rsa((1 << 1023) + 1))

    assert of("short-rsa-key", review(RS256, jwks(json.loads(rsa()), EC, short)))
    assert not of("short-rsa-key", review(RS256, jwks(json.loads(rsa()), EC)))


@pytest.mark.parametrize(
    ("exponent", "expected"),
    [(1, ERROR), (3, WARNING), (17, WARNING), (65535, WARNING), (65537, None), (65539, None)],
)
def test_the_least_exponent(exponent: int, expected: Severity | None) -> None:
    """An exponent of 1 forges at once, others below 65,537 invite mistakes."""
    assert severity("weak-exponent", review(RS256, rsa(exponent=exponent))) is expected


def test_an_exponent_of_one_in_a_set() -> None:
    """A member that was refused for its exponent is told of, too."""
    one = json.loads(rsa(exponent=1))

    assert severity("weak-exponent", review(RS256, jwks(one, EC))) is ERROR
    assert severity("weak-exponent", review(RS256, jwks(EC, OCT))) is None


def roca_modulus() -> int:
    """Return a modulus with the mark: a power of 65537 modulo the product of the primes."""
    product = 1
    for prime in (one for one in range(3, 168) if all(one % less for less in range(2, one))):
        product *= prime
    step = product * 2
    first = pow(65537, 1234567, product)
    start = first + product * ((1 << 2047) // product + 1)
    return start if start % 2 else start + step // 2


def test_the_mark_of_the_faulty_chips() -> None:
    """A modulus that is such a power modulo every prime has the mark; a neighbour has not."""
    marked = roca_modulus()

    assert is_roca(marked)
    assert not is_roca(marked + 2)
    assert severity("roca-key", review(RS256, rsa(marked))) is ERROR
    assert not of("roca-key", review(RS256, rsa()))
    assert not of("roca-key", review(RS256, key_file("rsa-2048-public-spki.pem")))


@pytest.mark.parametrize(
    ("identity", "keys", "expected"),
    [
        ("duplicate-kid", ({**OCT, "kid": "1"}, {**OCT2, "kid": "1"}), WARNING),
        ("duplicate-kid", ({**OCT, "kid": "1"}, {**OCT2, "kid": "2"}), None),
        ("duplicate-kid", ({**OCT, "kid": "1"}, {**OCT, "kid": "1"}), None),
        ("duplicate-kid", ({**OCT, "kid": "1"}, {**EC, "kid": "1"}), None),
        ("duplicate-kid", (OCT, OCT2), None),
        ("mixed-key-set", (OCT, EC), WARNING),
        ("mixed-key-set", (OCT, OCT2), None),
        ("mixed-key-set", (EC,), None),
        ("private-key-in-set", (PRIVATE, OCT), WARNING),
        ("private-key-in-set", (PRIVATE,), WARNING),
        ("private-key-in-set", (EC, OCT), None),
    ],
)
def test_sets(identity: str, keys: tuple[dict[str, Any], ...], expected: Severity | None) -> None:
    """Sets are judged by what they hold; alternatives of another type may share a name."""
    assert severity(identity, review(token(PAYLOAD), jwks(*keys))) is expected


def test_several_private_keys_are_counted() -> None:
    """The number of private keys is told."""
    other = {**PRIVATE, "kid": "2"}
    (found,) = of("private-key-in-set", review(RS256, jwks(PRIVATE, other)))

    assert "2 keys" in found.detail


@pytest.mark.parametrize("identity", ["duplicate-kid", "mixed-key-set", "private-key-in-set"])
def test_a_single_key_is_no_set(identity: str) -> None:
    """A private JWK, or a file of PEM texts, is not made to be published."""
    pems = key_file("ec-p256-private-pkcs8.pem") + key_file("rsa-2048-private-pkcs8.pem")

    assert not of(identity, review(RS256, json.dumps(PRIVATE).encode()))
    assert not of(identity, review(RS256, pems))
    assert not of(identity, review(RS256, b"a secret"))


@pytest.mark.parametrize(
    ("identity", "members", "expected"),
    [
        ("key-alg-mismatch", {"alg": "HS512"}, ERROR),
        ("key-alg-mismatch", {"alg": "HS256"}, None),
        ("key-alg-mismatch", {}, None),
        ("key-use-mismatch", {"use": "enc"}, ERROR),
        ("key-use-mismatch", {"use": "sig"}, None),
        ("key-ops-mismatch", {"key_ops": ["encrypt"]}, ERROR),
        ("key-ops-mismatch", {"key_ops": []}, ERROR),
        ("key-ops-mismatch", {"key_ops": ["verify"]}, None),
    ],
)
def test_restrictions(identity: str, members: dict[str, Any], expected: Severity | None) -> None:
    """What the key says about itself is held against what the token does with it."""
    key = json.dumps({**OCT, **members}).encode()

    assert severity(identity, review(token(PAYLOAD), key)) is expected


def test_restrictions_need_a_key_and_an_algorithm() -> None:
    """Without either, nothing is forbidden."""
    key = json.dumps({**OCT, "use": "enc"}).encode()

    assert not of("key-use-mismatch", review(token(PAYLOAD)))
    assert not of("key-use-mismatch", review(token(PAYLOAD, '{"alg":7}'), key))


def test_contradicting_parts() -> None:
    """A private part of another key is found, whether the public part is sound or not."""
    other = {**EC, "d": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}
    unsound = {"kty": "EC", "crv": "P-256", "x": EC["y"], "y": EC["x"], "d": PRIVATE["d"]}

    assert severity("key-inconsistent", review(RS256, json.dumps(other).encode())) is ERROR
    assert severity("key-inconsistent", review(RS256, json.dumps(unsound).encode())) is ERROR
    assert severity("key-inconsistent", review(RS256, jwks(unsound, OCT))) is ERROR
    assert not of("key-inconsistent", review(RS256, json.dumps(PRIVATE).encode()))
    assert not of("key-inconsistent", review(RS256, b"-----BEGIN X-----\n-----END X-----"))


@pytest.mark.parametrize(
    ("now", "title"),
    [
        (1767225599, "The certificate is not valid yet"),
        (1767225600, None),
        (NOW, None),
        (2082758400, None),
        (2082758401, "The certificate has expired"),
    ],
)
def test_the_dates_of_a_certificate(now: int, title: str | None) -> None:
    """A certificate is valid from its first to its last second, both included."""
    found = of("expired-certificate", review(RS256, key_file("rsa-2048-certificate.pem"), now=now))

    assert [one.title for one in found] == ([title] if title else [])
    assert all(one.severity is WARNING for one in found)


CHAIN = base64.b64encode(key_file("rsa-2048-certificate.der")).decode()


@pytest.mark.parametrize(
    ("chain", "now", "count"),
    [
        ([CHAIN], 2082758401, 1),
        ([CHAIN, "x"], 1767225599, 1),
        ([CHAIN], NOW, 0),
        (["x" + CHAIN], 2082758401, 0),
        (["!"], NOW, 0),
        (["A" * 30_000], NOW, 0),
        ([7], NOW, 0),
        ([], NOW, 0),
        (CHAIN, 2082758401, 0),
    ],
)
def test_a_certificate_that_the_token_brings(chain: object, now: int, count: int) -> None:
    """The leaf of a chain in the header has dates, too."""
    text = token(PAYLOAD, json.dumps({"alg": "RS256", "x5c": chain}))
    found = of("expired-certificate", review(text, now=now))

    assert [(one.severity, one.where) for one in found] == [(INFO, "header.x5c")] * count
