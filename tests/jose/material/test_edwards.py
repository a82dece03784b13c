"""Points of Edwards curves, held against the curve equation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtdesk.jose.material.edwards import CURVES, SMALL_ORDER, point_fault
from tests.keys.locate import key_named

OCTETS = {"Ed25519": 32, "Ed448": 57}


def _doubled(curve: str, y: int) -> int:
    """Return the y of twice the point, which depends on y alone."""
    group = CURVES[curve]
    ax2 = group.a * (1 - y * y) * pow(group.a - group.d * y * y, -1, group.p)
    return (y * y - ax2) * pow(2 - ax2 - y * y, -1, group.p) % group.p


@pytest.mark.parametrize(
    ("curve", "y"), [(curve, y) for curve, ys in SMALL_ORDER.items() for y in ys]
)
def test_points_of_small_order_are_told(curve: str, y: int) -> None:
    """Doubled three times, each listed point is the neutral one; such a key gets a warning."""
    assert _doubled(curve, _doubled(curve, _doubled(curve, y))) == 1
    problem = point_fault(curve, y.to_bytes(OCTETS[curve], "little"))
    assert problem is not None
    assert problem.code == "okp-small-order"


@pytest.mark.parametrize("curve", OCTETS)
@given(seed=st.binary(min_size=57, max_size=57))
def test_every_real_key_is_a_point(curve: str, seed: bytes) -> None:
    """What the library derives from any private octets is a point."""
    from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = (
        Ed448PrivateKey.from_private_bytes(seed)
        if curve == "Ed448"
        else Ed25519PrivateKey.from_private_bytes(seed[:32])
    )
    assert point_fault(curve, made.public_key().public_bytes_raw()) is None


@pytest.mark.parametrize("curve", OCTETS)
def test_about_half_of_all_numbers_are_no_point(curve: str) -> None:
    """A y without an x is told; so is one that is not below the prime."""
    told = [point_fault(curve, y.to_bytes(OCTETS[curve], "little")) for y in range(2, 202)]
    assert 60 < sum(one is not None for one in told) < 140
    beyond = point_fault(curve, CURVES[curve].p.to_bytes(OCTETS[curve], "little"))
    assert beyond is not None
    assert beyond.code == "okp-off-curve"


def test_other_curves_are_not_judged() -> None:
    """An X25519 key is taken as it is: every 32 octets are one."""
    assert key_named("x25519-public-spki.pem").problems == ()
    assert point_fault("X25519", bytes(32)) is None
