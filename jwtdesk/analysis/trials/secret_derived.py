"""A secret filled up with zero bytes, or hashed, before it was used."""

import hashlib
from collections.abc import Iterator
from itertools import chain

from jwtdesk.analysis.trials.reading import Reading, counted
from jwtdesk.jose.words import tr

# HMAC fills keys up to its block with zeros itself: only beyond that do zeros on the right count.
LONGEST_EACH, SIZES = 1024, (1280, 1536, 2000, 2048, 3072, 4000, 4096, 8192)
LEFT = 256
HASHES = ("sha256", "sha512", "sha1", "md5", "sha384", "sha224", "sha3_256", "sha3_512")


def padded_readings(secret: bytes, *, few: bool = False) -> Iterator[Reading]:
    """Yield the secret with zero bytes added or taken away; the usual sizes alone for `few`."""
    ident = "secret-zero-padded"
    usual = (16, 20, 24, 32, 48, 64, 72, 96, 100, 128, 200, 255, 256, 512, 1024)
    lefts = usual[:12] if few else range(1, LEFT + 1)
    rights = usual if few else chain(range(65, LONGEST_EACH + 1), SIZES)
    yield from _without(secret)
    for size in lefts:
        if size > len(secret):
            octets = secret.rjust(size, b"\0")
            what = tr("filled up with zero bytes on the left to {count}", count=counted(octets))
            yield Reading(ident, octets, what)
    for size in rights:
        if size > len(secret):
            octets = secret.ljust(size, b"\0")
            what = tr("filled up with zero bytes on the right to {count}", count=counted(octets))
            yield Reading(ident, octets, what)


def _without(secret: bytes) -> Iterator[Reading]:
    ident = "secret-zero-padded"
    for octets in (secret.rstrip(b"\0"), secret.lstrip(b"\0"), secret.strip(b"\0")):
        if octets and octets != secret:
            what = tr("freed from its zero bytes ({count} are left)", count=counted(octets))
            yield Reading(ident, octets, what)
    front = secret[: len(secret) - len(secret.lstrip(b"\0"))]
    for size in range(1, len(front)):
        octets = secret[size:]
        what = tr("freed from its zero bytes ({count} are left)", count=counted(octets))
        yield Reading(ident, octets, what)
    if secret[-1:] == b"\0":
        for size in (16, 24, 32, 48, 64, 128):
            if not secret[size:].strip(b"\0"):
                octets = secret[:size]
                yield Reading(ident, octets, tr("cut to {count}", count=counted(octets)))


def hashed_readings(secret: bytes) -> Iterator[Reading]:
    """Yield the hashes of the secret: their octets, and their usual texts."""
    import binascii

    ident = "secret-hashed"
    for name in HASHES:
        digest = hashlib.new(name, secret, usedforsecurity=False).digest()
        shown = name.upper().replace("SHA", "SHA-").replace("-3_", "3-")
        yield Reading(ident, digest, tr("hashed with {name}", name=shown))
        hexed = digest.hex()
        based = binascii.b2a_base64(digest, newline=False)
        url = based.replace(b"+", b"-").replace(b"/", b"_")
        for text in (hexed.encode(), hexed.upper().encode(), based, based.rstrip(b"="), url):
            what = tr("hashed with {name} and written as text", name=shown)
            yield Reading(ident, text, what, text)
        yield Reading(ident, url.rstrip(b"="), what, url.rstrip(b"="))
