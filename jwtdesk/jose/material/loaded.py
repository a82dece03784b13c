"""A private key as the library takes it, loaded once."""

from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.material.rsa_signing import RsaSigning


@remembered(8)
def _loaded(signing: RsaSigning) -> object:
    return signing.load()


def loaded(signing: object) -> object:
    """Return what computes with the private half `signing` of a key; RSA is loaded when needed."""
    return _loaded(signing) if isinstance(signing, RsaSigning) else signing
