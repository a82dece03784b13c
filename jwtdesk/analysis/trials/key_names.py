"""The names that a key has by its content: thumbprints and fingerprints that serve as `kid`."""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from jwtdesk.analysis.trials.key_texts import public_members
from jwtdesk.jose.algorithm import KeyType
from jwtdesk.jose.key import Key, KeyInput
from jwtdesk.jose.thumbprint import base64url, thumbprint_uri
from jwtdesk.jose.words import tr

HASHES = (("sha256", "SHA-256"), ("sha1", "SHA-1"), ("sha512", "SHA-512"), ("sha384", "SHA-384"))


def key_names(key: Key) -> Iterator[tuple[str, str]]:
    """Yield each name of `key` with words for it: JWK thumbprints, digests of its DER."""
    yield key.thumbprint, tr("the JWK thumbprint (RFC 7638)")
    yield thumbprint_uri(key.thumbprint), tr("the JWK thumbprint as a URI (RFC 9278)")
    members = public_members(key)
    if members is None:
        return
    needed = {name: one for name, one in members.items() if name != "kid"}
    text = json.dumps(needed, sort_keys=True, separators=(",", ":")).encode()
    for name, shown in HASHES:
        for spelled in spellings(hashlib.new(name, text, usedforsecurity=False).digest()):
            yield spelled, tr("the JWK thumbprint with {hash}", hash=shown)
    der = public_der(key)
    for name, shown in HASHES:
        digest = hashlib.new(name, der, usedforsecurity=False).digest()
        for spelled in spellings(digest):
            yield spelled, tr("the {hash} of the public key", hash=shown)
    first = base64.b32encode(hashlib.sha256(der).digest()[:30]).decode()
    grouped = ":".join(first[at : at + 4] for at in range(0, len(first), 4))
    yield grouped, tr("the fingerprint of the public key in groups of four")


def public_der(key: Key) -> bytes:
    """Return the SubjectPublicKeyInfo of `key`; empty for a shared secret."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public: Any = key.public
    if key.type is KeyType.OCT:
        return b""
    return bytes(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def spellings(digest: bytes) -> tuple[str, ...]:
    """Return how a digest is written as a name: base64url, base64, hexadecimal, with colons."""
    standard = binascii.b2a_base64(digest, newline=False).decode()
    hexed = digest.hex()
    return (
        base64url(digest),
        standard,
        hexed,
        hexed.upper(),
        digest.hex(":"),
        digest.hex(":").upper(),
    )


def certificate_names(given: KeyInput) -> Iterator[tuple[str, str]]:
    """Yield the fingerprints of every certificate in the key text (RFC 7515 4.1.7, 4.1.8)."""
    for der in certificates(given):
        for name, shown in HASHES[:2]:
            for spelled in spellings(hashlib.new(name, der, usedforsecurity=False).digest()):
                yield spelled, tr("the {hash} fingerprint of the certificate", hash=shown)


def certificates(given: KeyInput) -> Iterator[bytes]:
    """Yield the DER of each certificate in a PEM text or in the `x5c` of a JWK or JWK Set."""
    text = given.octets.decode("utf-8", "replace")
    if "-----BEGIN CERT" in text:
        for piece in text.split("-----BEGIN CERTIFICATE-----")[1:]:
            yield from _der(piece.partition("-----END")[0])
    if '"x5c"' not in text:
        return
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    listed = value.get("keys", [value]) if isinstance(value, dict) else value
    for one in listed if isinstance(listed, list) else []:
        chain = one.get("x5c") if isinstance(one, dict) else None
        if isinstance(chain, list) and chain and isinstance(chain[0], str):
            yield from _der(chain[0])


def _der(letters: str) -> Iterator[bytes]:
    try:
        yield base64.b64decode("".join(letters.split()))
    except ValueError:
        return
