"""`Ed25519` and `Ed448` by their own names (RFC 9864), in the form of PyJWT's algorithm objects."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jwt.algorithms import Algorithm as Engine


@cache
def edwards_engine(curve: str) -> "Engine":
    """Return an engine that computes with keys of `curve` ("Ed25519" or "Ed448") and no other.

    PyJWT's `EdDSA` takes both curves; the names of RFC 9864 promise exactly one.
    """
    from cryptography.hazmat.primitives.asymmetric.types import (
        PrivateKeyTypes,
        PublicKeyTypes,
    )
    from jwt.algorithms import OKPAlgorithm
    from jwt.exceptions import InvalidKeyError

    class OneCurve(OKPAlgorithm):
        def check_crypto_key_type(self, key: PublicKeyTypes | PrivateKeyTypes) -> None:
            super().check_crypto_key_type(key)
            if not type(key).__name__.startswith(curve):
                raise InvalidKeyError(f"Not an {curve} key")

    return OneCurve()
