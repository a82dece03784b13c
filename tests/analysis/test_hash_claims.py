"""Hashes of what travels beside a token."""

import hashlib
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.analysis.hash_claims import NAMES, Comparison, compare, compute, present
from jwtdesk.jose.base64url import encode
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.read_token import read_token
from jwtdesk.jose.token import Token
from tests.keys.locate import key_file
from tests.made import token

ACCESS = b"jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"
CODE = b"Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk"
BOUND = b"Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"
KEY = (
    b'{"kty":"EC","crv":"P-256","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",'
    b'"y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"}'
)
DER = key_file("rsa-2048-certificate.der")
NONE: Mapping[str, object] = {}


def carrying(claims: object, alg: str = "RS256", header: Mapping[str, object] = NONE) -> Token:
    """Return a token with these claims, and more in its header."""
    return read_token(token(json.dumps(claims), json.dumps({"alg": alg, **header})))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("at_hash", ACCESS, "77QmUPtjPfzWtF2AnpK9RQ"),
        ("c_hash", CODE, "LDktKdoQak3Pk0cnXxCltA"),
        ("ath", BOUND, "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo"),
        ("jkt", KEY, "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
    ],
)
def test_the_examples_of_the_specifications(name: str, value: bytes, expected: str) -> None:
    """OpenID Connect Core appendix A, RFC 9449 sections 4.1, 6.1 and 7."""
    assert compute(name, value, "RS256") == expected
    assert compute(name, value + b"\n", "RS256") == expected


@pytest.mark.parametrize(
    ("alg", "digest"),
    [
        ("HS256", hashlib.sha256(ACCESS).digest()),
        ("ES384", hashlib.sha384(ACCESS).digest()),
        ("PS512", hashlib.sha512(ACCESS).digest()),
        ("EdDSA", hashlib.sha512(ACCESS).digest()),
        ("Ed25519", hashlib.sha512(ACCESS).digest()),
        ("Ed448", hashlib.shake_256(ACCESS).digest(114)),
    ],
)
def test_halves_follow_the_algorithm_of_the_token(alg: str, digest: bytes) -> None:
    """The left half of the hash that the token itself is signed with."""
    assert compute("s_hash", ACCESS, alg) == encode(digest[: len(digest) // 2])


@pytest.mark.parametrize(
    ("name", "value", "alg", "code"),
    [
        ("at_hash", ACCESS, None, "hash-unknown"),
        ("at_hash", ACCESS, "none", "hash-unknown"),
        ("at_hash", ACCESS, "ML-DSA-44", "hash-unknown"),
        ("other", ACCESS, "RS256", "hash-unknown"),
        ("jkt", b"{", "RS256", None),
        ("jkt", b"-----BEGIN X-----", "RS256", "pem-no-block"),
        ("x5t", b"text", "RS256", "no-certificate"),
        ("x5t#S256", b"", "RS256", "no-certificate"),
    ],
)
def test_what_cannot_be_computed(
    name: str, value: bytes, alg: str | None, code: str | None
) -> None:
    """The reason comes back in words."""
    found = compute(name, value, alg)

    assert isinstance(found, Problem if code else str)
    assert code is None or (isinstance(found, Problem) and found.message.endswith("."))


@pytest.mark.parametrize("certificate", [DER, key_file("rsa-2048-certificate.pem")])
def test_fingerprints_of_certificates(certificate: bytes) -> None:
    """They are over the DER octets, however the certificate was given."""
    assert compute("x5t#S256", certificate, None) == encode(hashlib.sha256(DER).digest())
    assert compute("x5t", certificate, None) == encode(hashlib.sha1(DER).digest())  # noqa: S324  # its definition


@pytest.mark.parametrize(
    ("claims", "header", "name", "value"),
    [
        ({"at_hash": "77QmUPtjPfzWtF2AnpK9RQ"}, {}, "at_hash", ACCESS),
        ({"cnf": {"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}}, {}, "jkt", KEY),
        ({"cnf": {"x5t#S256": encode(hashlib.sha256(DER).digest())}}, {}, "x5t#S256", DER),
        ({}, {"x5t#S256": encode(hashlib.sha256(DER).digest())}, "x5t#S256", DER),
    ],
)
def test_a_match(
    claims: dict[str, object], header: dict[str, object], name: str, value: bytes
) -> None:
    """Wherever the hash stands, it is found and compared."""
    one = carrying(claims, header=header)
    found = compare(one, name, value)

    assert present(one) == (name,)
    assert isinstance(found, Comparison)
    assert found.matches
    assert found.found == found.computed


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("77QmUPtjPfzWtF2AnpK9Rg", "differs"),
        ("77QmUPtjPfzWtF2AnpK9RQ==", "standard base64 or padded"),
    ],
)
def test_a_difference(own: str, said: str) -> None:
    """Another hash differs; the same in another spelling is told as that."""
    found = compare(carrying({"at_hash": own}), "at_hash", ACCESS)

    assert isinstance(found, Comparison)
    assert found.matches is False
    assert said in found.sentence


@pytest.mark.parametrize("claims", [{}, {"at_hash": 7}, [], {"cnf": 7}])
def test_nothing_to_compare_with(claims: object) -> None:
    """The hash is computed all the same."""
    one = carrying(claims)
    found = compare(one, "at_hash", ACCESS)

    assert present(one) == ()
    assert isinstance(found, Comparison)
    assert (found.matches, found.found) == (None, None)
    assert found.computed == "77QmUPtjPfzWtF2AnpK9RQ"


@given(st.sampled_from(NAMES), st.binary(max_size=60), st.text(max_size=6))
def test_any_value_is_answered(name: str, value: bytes, alg: str) -> None:
    """No value makes the calculator fail."""
    assert isinstance(compute(name, value, alg), str | Problem)
    assert isinstance(compare(carrying({}, alg), name, value), Comparison | Problem)
