"""A shared secret as a key (RFC 7518 section 6.4)."""

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key
from jwtdesk.jose.thumbprint import base64url, identity, thumbprint


def secret_key(octets: bytes) -> Key:
    """Return the key that the secret's `octets` are; an empty secret is a key of 0 bits."""
    print_of = thumbprint({"k": base64url(octets), "kty": "oct"})
    return Key(
        type=KeyType.OCT,
        size=len(octets) * 8,
        curve=None,
        private=True,
        thumbprint=print_of,
        identity=identity(print_of, octets),
        public=octets,
        signing=octets,
    )
