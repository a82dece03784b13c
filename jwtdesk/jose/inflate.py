"""DEFLATE with a bound: a few received octets must never fill the memory (RFC 1951, RFC 7516)."""

import zlib

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr

# Eight mebibytes: far more than any token carries, and little enough to hold.
MOST = 8 * 1024 * 1024
# The containers as zlib counts them: none, its own (RFC 1950), gzip's (RFC 1952).
RAW, ZLIB, GZIP = -zlib.MAX_WBITS, zlib.MAX_WBITS, zlib.MAX_WBITS + 16
CODES = frozenset({"zip-broken", "zip-cut-off", "zip-too-large", "zip-trailing"})


def inflate(octets: bytes) -> bytes | Problem:
    """Return what raw DEFLATE `octets` hold, at most eight mebibytes, or why they hold nothing.

    A stream that is cut off or has octets behind its end is refused: libraries that skip either
    accept what others do not (RFC 7516 section 4.1.3, `zip` with the value `DEF`).
    """
    return unpacked(octets, RAW)


def unpacked(octets: bytes, window: int) -> bytes | Problem:
    """Return what `octets` hold in a container: `window` is RAW, ZLIB or GZIP. As `inflate`."""
    stream = zlib.decompressobj(window)
    try:
        found = stream.decompress(octets, MOST + 1)
    except zlib.error:
        return Problem("zip-broken", _broken(octets, window))
    if len(found) > MOST:
        message = tr("The compressed data grows beyond 8 MiB: it is not unpacked any further.")
        return Problem("zip-too-large", message)
    if not stream.eof:
        message = tr("The compressed data is cut off: its end is missing.")
        return Problem("zip-cut-off", message)
    if stream.unused_data:
        message = plural(
            len(stream.unused_data),
            "Behind the end of the compressed data stands {count} byte that does not belong there.",
            "Behind the end of the compressed data stand {count} bytes that do not belong there.",
        )
        return Problem("zip-trailing", message)
    return found


def deflate(octets: bytes) -> bytes:
    """Return `octets` as raw DEFLATE, the smallest that zlib makes (RFC 1951)."""
    stream = zlib.compressobj(level=9, wbits=RAW)
    return stream.compress(octets) + stream.flush()


def _broken(octets: bytes, window: int) -> str:
    """Return the sentence for octets that are no DEFLATE, naming a container they should not be."""
    if window == RAW and isinstance(unpacked(octets, ZLIB), bytes):
        return tr("The compressed data is in zlib's own container, but raw DEFLATE is wanted.")
    if window == RAW and octets.startswith(b"\x1f\x8b"):
        return tr("The compressed data is a gzip file, but raw DEFLATE is wanted.")
    return tr("The data is not compressed with DEFLATE, or it was damaged.")
