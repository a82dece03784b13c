"""A private key as the library takes it, loaded once."""

from functools import lru_cache

from jwtdesk.jose.material.rsa_signing import RsaSigning


@lru_cache(maxsize=8)
def _loaded(signing: RsaSigning) -> object:
    return signing.load()


def loaded(signing: object) -> object:
    """Return what computes with the private half `signing` of a key; RSA is loaded when needed."""
    return _loaded(signing) if isinstance(signing, RsaSigning) else signing
