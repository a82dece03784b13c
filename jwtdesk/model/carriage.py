"""How a payload stands in its token: encoded, as it is, or deflated first."""

from collections.abc import Mapping
from enum import Enum

from jwtdesk.jose import base64url
from jwtdesk.jose.headers import unencoded
from jwtdesk.jose.inflate import deflate, inflate
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.segment import octets_of


class Carriage(Enum):
    """What was done to a payload before it was put between the dots."""

    ENCODED = "encoded"
    RAW = "raw"
    DEFLATED = "deflated"


def carriage(header: Mapping[str, Value]) -> Carriage:
    """Return what a JOSE header asks for (RFC 7797 section 3, and `zip` of health cards)."""
    if unencoded(header, header) is True:
        return Carriage.RAW
    return Carriage.DEFLATED if header.get("zip") == "DEF" else Carriage.ENCODED


def unpacked(encoded: str, how: Carriage) -> bytes:
    """Return the octets of a payload that stands as `encoded` in its token."""
    if how is Carriage.RAW:
        return octets_of(encoded)
    octets = base64url.decode(encoded).octets
    found = inflate(octets) if how is Carriage.DEFLATED else octets
    return found if isinstance(found, bytes) else octets


def packed(octets: bytes, how: Carriage) -> str | None:
    """Return how `octets` stand in a token; None for what is no text and must be."""
    if how is Carriage.DEFLATED:
        return base64url.encode(deflate(octets))
    if how is Carriage.ENCODED:
        return base64url.encode(octets)
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return None
