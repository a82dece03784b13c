"""PyJWT's own algorithm objects, loaded when the first signature needs one."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jwt.algorithms import Algorithm as Engine


@cache
def pyjwt_engine(name: str) -> "Engine":
    """Return PyJWT's `Algorithm` object for the `alg` value `name`.

    Its `sign` and `verify` take raw octets and a `cryptography` key (or the octets of a secret).
    """
    from jwt.algorithms import get_default_algorithms

    return get_default_algorithms()[name]
