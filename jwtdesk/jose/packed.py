"""Compressed data recognised without being told: gzip, zlib, and DEFLATE that holds JSON."""

from dataclasses import dataclass

from jwtdesk.jose.inflate import GZIP, ZLIB, inflate, unpacked
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import json_reading

_GZIP_START = b"\x1f\x8b\x08"
# zlib's first octet in use: DEFLATE with a window of 32 KiB (RFC 1950 section 2.2).
_ZLIB_START = 0x78
# Bare DEFLATE has no mark and no check: shorter octets can be a stream by chance.
_SHORTEST = 16


@dataclass(frozen=True, slots=True)
class Packed:
    """What was recognised: the container's name, what it holds, or why it cannot be unpacked."""

    name: str
    octets: bytes = b""
    problem: Problem | None = None


def packed(octets: bytes) -> Packed | None:
    """Return the compressed data that `octets` are, unpacked within the bound; None for others.

    zlib and bare DEFLATE count only when they unpack to their very end, and the latter only to a
    JSON object or list: it has no mark that chance could not make.
    """
    if octets.startswith(_GZIP_START):
        found = unpacked(octets, GZIP)
        return (
            Packed("gzip", problem=found) if isinstance(found, Problem) else Packed("gzip", found)
        )
    if octets[0] == _ZLIB_START and int.from_bytes(octets[:2], "big") % 31 == 0:
        found = unpacked(octets, ZLIB)
        return _bare(octets) if isinstance(found, Problem) else Packed("zlib", found)
    return _bare(octets)


def _bare(octets: bytes) -> Packed | None:
    found = inflate(octets) if len(octets) >= _SHORTEST else None
    document = json_reading(found) if isinstance(found, bytes) else None
    is_json = document is not None and isinstance(document.value, dict | list)
    return Packed("DEFLATE", found) if is_json and isinstance(found, bytes) else None
