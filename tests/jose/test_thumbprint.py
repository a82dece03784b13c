"""Thumbprints of RFC 7638, RFC 8037 and RFC 9964."""

import json

import pytest

from jwtdesk.jose.thumbprint import thumbprint_uri, unsigned
from tests.keys.locate import key_of
from tests.vectors.locate import vectors


def test_example_of_rfc_7638() -> None:
    """The RSA key of RFC 7638 section 3.1 has the thumbprint printed there, and RFC 9278's URI."""
    example = json.loads(vectors("rfc-examples/rfc7638.json").read_text())
    key = key_of(json.dumps(example["key"]).encode())
    assert key.thumbprint == example["thumbprint_sha256"]
    assert thumbprint_uri(key.thumbprint) == example["thumbprint_uri_rfc9278"]


def test_example_of_rfc_8037() -> None:
    """The Ed25519 key of RFC 8037 appendix A has the thumbprint of A.3."""
    example = json.loads(vectors("rfc-examples/rfc8037.json").read_text())[0]
    assert key_of(json.dumps(example["key"]).encode()).thumbprint == example["thumbprint_A3"]


def test_examples_of_rfc_9964() -> None:
    """The ML-DSA keys of RFC 9964 have their own thumbprint as kid."""
    examples = json.loads(vectors("rfc-examples/rfc9964_mldsa.json").read_text())
    keys = [one["key"] for one in examples if one.get("key", {}).get("kid")]
    assert keys
    for members in keys:
        assert key_of(json.dumps(members).encode()).thumbprint == members["kid"]


@pytest.mark.parametrize(
    ("number", "octets", "text"), [(0, 0, "AA"), (65537, 0, "AQAB"), (1, 4, "AAAAAQ")]
)
def test_numbers_are_written_big_endian(number: int, octets: int, text: str) -> None:
    """A number takes the octets it needs, or as many as the curve has."""
    assert unsigned(number, octets) == text
