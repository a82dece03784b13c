"""The sizes that new keys are made in."""

import pytest

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.generate import generate, key_sizes
from jwtdesk.jose.problem import Problem
from tests.keys.locate import key_of


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("HS256", (256, 384, 512, 1024)),
        ("HS512", (512, 1024)),
        ("RS256", (2048, 3072, 4096, 8192)),
        ("PS512", (2048, 3072, 4096, 8192)),
        ("ES384", (0,)),
        ("EdDSA", (256, 456)),
        ("Ed448", (456,)),
        ("ML-DSA-44", (0,)),
    ],
)
def test_sizes_to_choose_from(name: str, sizes: tuple[int, ...]) -> None:
    """The usual size comes first; what the algorithm decides is no choice."""
    chosen = algorithm(name)
    assert chosen is not None
    assert key_sizes(chosen) == sizes


@pytest.mark.parametrize(
    ("name", "bits", "size"),
    [("RS256", 3072, 3072), ("EdDSA", 456, 456), ("EdDSA", 0, 256), ("ES512", 0, 521)],
)
def test_a_key_of_the_chosen_size(name: str, bits: int, size: int) -> None:
    """What is made is what was chosen."""
    chosen = algorithm(name)
    assert chosen is not None
    made = generate(chosen, bits)
    assert isinstance(made, bytes)
    assert key_of(made).size == size


def test_another_size_is_refused() -> None:
    """Nobody makes an RSA key of 512 bits here."""
    chosen = algorithm("RS256")
    assert chosen is not None
    assert isinstance(generate(chosen, 512), Problem)
