"""Why nothing refers to a disclosure: a digest made of it in another way may well be there."""

import hashlib
from binascii import b2a_base64
from collections.abc import Collection, Iterator

from jwtdesk.jose import base64url
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.selective.hashes import HASHES, digest_of
from jwtdesk.jose.words import tr


def near_miss(encoded: str, hash_name: str, digests: Collection[str]) -> str:
    """Return how its issuer seems to have made the digest of a disclosure, "" when not found.

    `hash_name` is the hash that the token names, one of `HASHES`; `digests` are all that the
    payload and its disclosures hold (RFC 9901 section 4.2.3).
    """
    return next((said for made, said in _tried(encoded, hash_name) if made in digests), "")


def _tried(encoded: str, hash_name: str) -> Iterator[tuple[str, str]]:
    """Yield digests that are made in wrong ways, each with the sentence about it."""
    for other in HASHES:
        if other != hash_name:
            message = tr(
                "Its digest is there, but made with {other}; the token says {named}.",
                other=other,
                named=hash_name,
            )
            yield digest_of(encoded, other), message
    octets = hashlib.new(HASHES[hash_name], octets_of(encoded)).digest()
    spelled = tr("Its digest is there, but not written in base64url without padding.")
    padded = b2a_base64(octets, newline=False).decode("ascii")
    yield padded, spelled
    yield padded.translate(str.maketrans("+/", "-_")), spelled
    yield padded.rstrip("="), spelled
    yield octets.hex(), spelled
    message = tr(
        "Its digest is there, but made of what it decodes to, and not of its base64url text."
    )
    inside = hashlib.new(HASHES[hash_name], base64url.decode(encoded).octets).digest()
    yield base64url.encode(inside), message
