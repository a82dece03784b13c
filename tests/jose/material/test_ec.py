"""Elliptic curve keys, and what is no point of their curve."""

import pytest

from jwtdesk.jose.key import Key
from jwtdesk.jose.material.ec import ec_point, ec_private, ec_public
from jwtdesk.jose.problem import Problem
from tests.keys.locate import key_named

KEY = key_named("ec-p256-private-pkcs8.pem")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (ec_public("P-256", 1, 1), "ec-off-curve"),
        (ec_public("P-256", 1 << 300, 1), "ec-off-curve"),
        (ec_public("P-192", 1, 1), "ec-unknown-curve"),
        (ec_point("P-192", b""), "ec-unknown-curve"),
        (ec_point("P-256", b""), "ec-off-curve"),
        (ec_point("P-256", b"\0"), "ec-off-curve"),
        (ec_private("P-192", 1), "ec-unknown-curve"),
        (ec_private("P-256", 0), "ec-private-range"),
        (ec_private("P-256", 1 << 256), "ec-private-range"),
    ],
)
def test_numbers_that_are_no_key(found: Key | Problem, code: str) -> None:
    """Numbers outside the curve are refused with the reason."""
    assert isinstance(found, Problem)
    assert found.code == code


def test_compressed_point_is_the_same_key() -> None:
    """A point written with one coordinate is the point."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    assert isinstance(KEY.public, EllipticCurvePublicKey)
    short = KEY.public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    found = ec_point("P-256", short)
    assert isinstance(found, Key)
    assert found.thumbprint == KEY.thumbprint
