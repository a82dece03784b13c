"""The name a key has by its content alone (RFC 7638)."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping


def base64url(octets: bytes) -> str:
    """Return `octets` as base64url without padding (RFC 7515 section 2)."""
    return urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")


def unsigned(number: int, octets: int = 0) -> str:
    """Return a non-negative `number` as base64url, big-endian, in at least `octets` octets.

    RFC 7518 section 2 (Base64urlUInt); zero is one octet.
    """
    length = max(octets, (number.bit_length() + 7) // 8, 1)
    return base64url(number.to_bytes(length, "big"))


def thumbprint(members: Mapping[str, str]) -> str:
    """Return the SHA-256 thumbprint of a key's required members (RFC 7638 section 3), base64url."""
    import hashlib  # it loads OpenSSL, which the first frame does not wait for

    text = json.dumps(members, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return base64url(hashlib.sha256(text.encode()).digest())


def thumbprint_uri(of: str) -> str:
    """Return the URI form of the SHA-256 thumbprint `of` (RFC 9278)."""
    return f"urn:ietf:params:oauth:jwk-thumbprint:sha-256:{of}"


def identity(of: str, private: bytes) -> bytes:
    """Return a digest over all key material: the thumbprint and the `private` octets.

    Two keys with the same public part are told apart by whether, and how, they can sign.
    """
    import hashlib

    return hashlib.sha256(of.encode() + b"\0" + private).digest()
