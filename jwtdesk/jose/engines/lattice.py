"""ML-DSA (FIPS 204, RFC 9964), in the form of PyJWT's algorithm objects."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jwt.algorithms import Algorithm as Engine


@cache
def lattice_engine(parameter_set: str) -> "Engine":
    """Return an engine for `parameter_set` ("ML-DSA-44", "-65", "-87"): pure, no context."""
    from typing import Any, NoReturn

    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import mldsa
    from jwt.algorithms import Algorithm
    from jwt.exceptions import InvalidKeyError

    stem = parameter_set.replace("-", "")
    kinds = (getattr(mldsa, f"{stem}PublicKey"), getattr(mldsa, f"{stem}PrivateKey"))

    class Lattice(Algorithm):
        def prepare_key(self, key: Any) -> Any:
            if not isinstance(key, kinds):
                raise InvalidKeyError(f"Not an {parameter_set} key")
            return key

        def sign(self, msg: bytes, key: Any) -> bytes:
            return bytes(key.sign(msg))

        def verify(self, msg: bytes, key: Any, sig: bytes) -> bool:
            public = key.public_key() if isinstance(key, kinds[1]) else key
            try:
                public.verify(sig, msg)
            except InvalidSignature:
                return False
            return True

        @staticmethod
        def to_jwk(key_obj: Any, as_dict: bool = False) -> NoReturn:  # noqa: ARG004, FBT001, FBT002 - PyJWT's signature
            raise InvalidKeyError("Keys are written elsewhere")

        @staticmethod
        def from_jwk(jwk: Any) -> NoReturn:  # noqa: ARG004 - PyJWT's signature
            raise InvalidKeyError("Keys are read elsewhere")

    return Lattice()
