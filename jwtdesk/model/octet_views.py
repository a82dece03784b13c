"""The bytes of one part as the bytes sheet shows, checks and copies them."""

from base64 import b64encode
from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose import base64url
from jwtdesk.jose.hex_text import read_hex
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import plural, tr


class Writing(Enum):
    """A way to write bytes for another program."""

    HEX = "hex"
    BASE64URL = "base64url"
    BASE64 = "base64"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a hexadecimal text says: its bytes, None where `words` say what is wrong, and where."""

    octets: bytes | None
    words: str
    span: Span | None = None


def typed(text: str) -> Typed:
    """Return what the hexadecimal `text` says, and how long that is."""
    found = read_hex(text)
    if isinstance(found, Problem):
        return Typed(None, found.message, found.span)
    words = plural(len(found), "{count} byte", "{count} bytes")
    return Typed(found, tr("{octets}, {bits} bits", octets=words, bits=f"{len(found) * 8:,}"))


def written_as(octets: bytes, way: Writing) -> str:
    """Return `octets` written in one line."""
    if way is Writing.HEX:
        return octets.hex()
    return base64url.encode(octets) if way is Writing.BASE64URL else b64encode(octets).decode()
