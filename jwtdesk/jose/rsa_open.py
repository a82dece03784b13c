"""What an RSA signature says when its public key opens it (RFC 8017 sections 8 and 9).

Verifying answers yes or no; opening shows the structure inside, and so tells a changed content
(the structure is whole, its hash is another) from a wrong key (there is no structure at all).
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key

# DigestInfo before the digest (RFC 8017 section 9.2, note 1), with and without the NULL.
OIDS = {
    "sha256": "608648016503040201",
    "sha384": "608648016503040202",
    "sha512": "608648016503040203",
    "sha224": "608648016503040204",
    "sha1": "2b0e03021a",
    "md5": "2a864886f70d0205",
    "sha3_256": "608648016503040208",
    "sha3_384": "608648016503040209",
    "sha3_512": "60864801650304020a",
}
PSS_HASHES = ("sha256", "sha384", "sha512", "sha1", "sha224")
TRAILER = 0xBC
LEAST_FILL = 8


@dataclass(frozen=True, slots=True)
class Pkcs1:
    """A PKCS#1 v1.5 structure: the hash it names and the digest that was signed."""

    hash_name: str
    digest: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pss:
    """A PSS structure as far as it shows without the message.

    `hash_name` and `mask_hash` fit the mask; `salt` is what was mixed in; `zeros` counts the octets
    of fill that prove the structure; `inner` is the hash that depends on the message.
    """

    hash_name: str
    mask_hash: str
    salt: bytes = field(repr=False)
    zeros: int
    inner: bytes = field(repr=False)

    def covers(self, message: bytes) -> bool:
        """Tell whether this structure was made over `message` (RFC 8017 section 9.1.2, step 12)."""
        hashed = digest_of(self.hash_name, message)
        return digest_of(self.hash_name, bytes(8) + hashed + self.salt) == self.inner


def digest_of(name: str, octets: bytes) -> bytes:
    """Return the digest of `octets` by the hashlib name `name`."""
    made: Callable[..., Any] = getattr(hashlib, name)
    return bytes(made(octets, usedforsecurity=False).digest())


def modulus_octets(key: Key) -> int:
    """Return how many octets every signature of the RSA `key` has."""
    return (key.size + 7) // 8


def opened(key: Key, signature: bytes) -> bytes | None:
    """Return what the public key makes of `signature`: as many octets as the modulus has.

    None when the key is no RSA key or the number is not below the modulus.
    """
    if key.type is not KeyType.RSA:
        return None
    numbers = key.public.public_numbers()  # type: ignore[attr-defined]  # an RSAPublicKey
    value = int.from_bytes(signature, "big")
    if value >= numbers.n or len(signature) != modulus_octets(key):
        return None
    return int(pow(value, numbers.e, numbers.n)).to_bytes(modulus_octets(key), "big")


def read_pkcs1(block: bytes) -> Pkcs1 | None:
    """Read an opened block as EMSA-PKCS1-v1_5 (RFC 8017 section 9.2); None when it is none."""
    if not block.startswith(b"\0\1\xff"):
        return None
    fill, zero, info = block[2:].partition(b"\0")
    if not zero or len(fill) < LEAST_FILL or fill.strip(b"\xff"):
        return None
    for name, oid in OIDS.items():
        size = hashlib.new(name, usedforsecurity=False).digest_size
        if len(info) > size and info[:-size] in _prefixes(bytes.fromhex(oid), size):
            return Pkcs1(name, info[-size:])
    return None


def _prefixes(oid: bytes, size: int) -> tuple[bytes, ...]:
    named = b"\x06" + bytes([len(oid)]) + oid
    found = []
    for identifier in (named + b"\5\0", named):
        inner = b"\x30" + bytes([len(identifier)]) + identifier + b"\4" + bytes([size])
        found.append(b"\x30" + bytes([len(inner) + size]) + inner)
    return (*found, b"")


def read_pss(block: bytes, bits: int) -> tuple[Pss, ...]:
    """Read an opened block as EMSA-PSS under each hash it may have (RFC 8017 section 9.1.2).

    `bits` is the size of the modulus. Of several readings the one with the most fill comes first.
    """
    length = (bits - 1 + 7) // 8
    body = block[-length:]
    if len(block) > length and block[:-length].strip(b"\0"):
        return ()
    if body[-1] != TRAILER:
        return ()
    unused = 8 * length - (bits - 1)
    found = [
        one
        for name in PSS_HASHES
        for mask in dict.fromkeys((name, "sha1"))
        if (one := _unmasked(body, name, mask, unused)) is not None
    ]
    return tuple(sorted(found, key=lambda one: -one.zeros))


def _unmasked(body: bytes, name: str, mask_hash: str, unused: int) -> Pss | None:
    size = hashlib.new(name, usedforsecurity=False).digest_size
    width = len(body) - size - 1
    if width < 1 or body[0] >> (8 - unused):
        return None
    masked, inner = body[:width], body[width:-1]
    mask = mask_of(inner, width, mask_hash)
    block = bytearray(one ^ other for one, other in zip(masked, mask, strict=True))
    block[0] &= 0xFF >> unused
    rest = bytes(block).lstrip(b"\0")
    if rest[:1] != b"\1":
        return None
    return Pss(name, mask_hash, rest[1:], width - len(rest), inner)


def mask_of(seed: bytes, length: int, hash_name: str) -> bytes:
    """Return `length` octets of the mask that `seed` grows (MGF1, RFC 8017 appendix B.2.1)."""
    made, counter = b"", 0
    while len(made) < length:
        made += digest_of(hash_name, seed + counter.to_bytes(4, "big"))
        counter += 1
    return made[:length]
