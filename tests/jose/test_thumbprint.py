"""Thumbprints of RFC 7638, RFC 8037 and RFC 9964."""

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, mldsa
from hypothesis import given
from hypothesis import strategies as st
from jwt.algorithms import ECAlgorithm

from jwtdesk.jose.key import KeyInput, Keys
from jwtdesk.jose.key_format import read_key
from jwtdesk.jose.thumbprint import thumbprint_uri, unsigned
from tests.keys.locate import PASSPHRASE, key_of
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


def test_examples_of_rfc_7517() -> None:
    """The key sets of RFC 7517 appendix A, public and private, have the same thumbprints."""
    example = json.loads(vectors("rfc-examples/rfc7517.json").read_text())
    for part in ("A.1 public set", "A.2 private set"):
        found = read_key(KeyInput(json.dumps(example[part]).encode()))
        assert isinstance(found, Keys)
        assert [key.thumbprint for key in found.members] == example["A.1 thumbprints (RFC 7638)"]


def _written(private: Any) -> dict[str, bytes]:
    """Return a private key in every form that the library writes."""
    serial = serialization
    plain = serial.NoEncryption()
    pkcs8, pem, der = serial.PrivateFormat.PKCS8, serial.Encoding.PEM, serial.Encoding.DER
    public, spki = private.public_key(), serial.PublicFormat.SubjectPublicKeyInfo
    return {
        "pkcs8 pem": private.private_bytes(pem, pkcs8, plain),
        "pkcs8 der": private.private_bytes(der, pkcs8, plain),
        "encrypted": private.private_bytes(pem, pkcs8, serial.BestAvailableEncryption(PASSPHRASE)),
        "spki pem": public.public_bytes(pem, spki),
        "spki der": public.public_bytes(der, spki),
    }


@pytest.mark.parametrize("curve", [ec.SECP256R1, ec.SECP384R1, ec.SECP521R1, ec.SECP256K1])
@given(d=st.integers(1, 2**255))
def test_ec_thumbprint_survives_every_form(curve: type[ec.EllipticCurve], d: int) -> None:
    """Whatever the key and however it is written, its thumbprint is the same."""
    private = ec.derive_private_key(d, curve())
    written = {**_written(private), "jwk": ECAlgorithm.to_jwk(private).encode()}
    assert len({key_of(one, PASSPHRASE).thumbprint for one in written.values()}) == 1


@given(seed=st.binary(min_size=57, max_size=57))
def test_okp_and_akp_thumbprints_survive_every_form(seed: bytes) -> None:
    """The same for Edwards curves and ML-DSA."""
    keys: list[Any] = [
        ed25519.Ed25519PrivateKey.from_private_bytes(seed[:32]),
        ed448.Ed448PrivateKey.from_private_bytes(seed),
        mldsa.MLDSA65PrivateKey.from_seed_bytes(seed[:32]),
    ]
    for private in keys:
        written = _written(private)
        assert len({key_of(one, PASSPHRASE).thumbprint for one in written.values()}) == 1


@pytest.mark.parametrize(
    ("number", "octets", "text"), [(0, 0, "AA"), (65537, 0, "AQAB"), (1, 4, "AAAAAQ")]
)
def test_numbers_are_written_big_endian(number: int, octets: int, text: str) -> None:
    """A number takes the octets it needs, or as many as the curve has."""
    assert unsigned(number, octets) == text
