"""Curves in plain arithmetic, held against the library."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from jwtdesk.jose.ec_math import CURVES, combined, hash_number, lifted, recovered

GROUPS: dict[str, ec.EllipticCurve] = {
    "P-256": ec.SECP256R1(),
    "P-384": ec.SECP384R1(),
    "P-521": ec.SECP521R1(),
    "secp256k1": ec.SECP256K1(),
}


@pytest.mark.parametrize("name", CURVES)
def test_the_base_point_is_a_point_of_its_order(name: str) -> None:
    """And lies above its x."""
    curve = CURVES[name]
    base = (curve.x, curve.y)
    assert base in (lifted(curve, curve.x) or ())
    assert combined(curve, curve.n - 1, base, 1, base) is None
    assert combined(curve, curve.n, base, 0, base) is None
    assert combined(curve, curve.n, base, 1, base) == base


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("number", [1, 2, 3, 0xFEDCBA9876543210])
def test_multiples_agree_with_the_library(name: str, number: int) -> None:
    """A private number times the base point is its public key."""
    curve = CURVES[name]
    right = ec.derive_private_key(number, GROUPS[name]).public_key().public_numbers()
    found = combined(curve, number, (curve.x, curve.y), 0, (curve.x, curve.y))
    assert found == (right.x, right.y)


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("hash_name", ["sha256", "sha512"])
def test_the_signing_key_is_among_the_recovered(name: str, hash_name: str) -> None:
    """Also where the hash is longer than the order."""
    key, curve = ec.generate_private_key(GROUPS[name]), CURVES[name]
    made = {"sha256": hashes.SHA256(), "sha512": hashes.SHA512()}[hash_name]
    r, s = decode_dss_signature(key.sign(b"message", ec.ECDSA(made)))
    half = (curve.p.bit_length() + 7) // 8
    octets = r.to_bytes(half, "big") + s.to_bytes(half, "big")
    found = recovered(curve, octets, hash_number(curve, hash_name, b"message"))
    right = key.public_key().public_numbers()
    assert (right.x, right.y) in found
    assert all(one in (lifted(curve, one[0]) or ()) for one in found)


@pytest.mark.parametrize("octets", [b"", b"\0" * 64, b"\xff" * 64, b"\0" * 63])
def test_no_key_is_recovered_from_nonsense(octets: bytes) -> None:
    """R or s out of range, or the wrong length."""
    assert recovered(CURVES["P-256"], octets, 1) == ()


def test_the_point_at_infinity_is_no_key() -> None:
    """Of the two points above r one leads to infinity, and only the other to a key."""
    curve = CURVES["P-256"]
    octets = curve.x.to_bytes(32, "big") + (5).to_bytes(32, "big")
    (found,) = recovered(curve, octets, 5)
    base = (curve.x, curve.y)
    factor = -10 * pow(curve.x, -1, curve.n) % curve.n
    assert found == combined(curve, factor, base, 0, base)


def test_not_every_number_lies_below_a_point() -> None:
    """About half do not."""
    assert any(lifted(CURVES["P-256"], x) is None for x in range(20))
