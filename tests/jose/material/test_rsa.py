"""RSA keys judged by arithmetic, at the borders of what is computed with."""

import pytest

from jwtdesk.jose.key import Key
from jwtdesk.jose.material.rsa import LIMIT_BITS, rsa_public
from jwtdesk.jose.problem import Problem


@pytest.mark.parametrize(
    ("bits", "e", "usable"),
    [
        (256, 3, True),
        (255, 3, False),
        (LIMIT_BITS, 65537, True),
        (LIMIT_BITS + 1, 65537, False),
        (2048, 2**256 - 1, True),
        (2048, 2**256 + 1, False),
        (3072, 2**64 + 1, True),
        (3073, 2**64 + 1, False),
        (3073, 2**64 - 1, True),
        (256, 2**256 - 1, False),
        (2048, 0, False),
    ],
)
def test_borders(bits: int, e: int, usable: bool) -> None:
    """Sizes at each border are used or refused as the table says."""
    assert isinstance(rsa_public((1 << (bits - 1)) + 1, e), Key) == usable


def test_nothing_is_computed_with_an_enormous_modulus() -> None:
    """A modulus of a million bits is refused by its length alone."""
    found = rsa_public((1 << 1_000_000) + 1, 3)
    assert isinstance(found, Problem)
    assert found.code == "rsa-too-large"
