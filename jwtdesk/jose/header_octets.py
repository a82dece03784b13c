"""A header member that carries octets, as the ways to a content key need them."""

from collections.abc import Mapping

from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import plural, tr


def header_octets(header: Mapping[str, Value], name: str, length: int = 0) -> bytes | Problem:
    """Return the octets of the base64url member `name`, which must be there.

    `length` is how many octets it must have, 0 for any number.
    """
    value = header.get(name)
    if name not in header:
        return Problem("member-missing", tr("The header has no “{name}” member.", name=name))
    if not isinstance(value, str):
        return Problem("member-not-text", tr("The member “{name}” is not a text.", name=name))
    decoded = base64url.decode(value)
    if not decoded.sound:
        text = tr("The header member “{name}” is not base64url.", name=name)
        return Problem("member-not-base64url", text)
    if length and len(decoded.octets) != length:
        text = plural(
            len(decoded.octets),
            "The header member “{name}” has 1 byte; it must have {length}.",
            "The header member “{name}” has {count} bytes; it must have {length}.",
            name=name,
            length=length,
        )
        return Problem("member-length", text)
    return decoded.octets


def optional_octets(header: Mapping[str, Value], name: str) -> bytes | Problem:
    """Return the octets of the base64url member `name`, none when it is absent."""
    return header_octets(header, name) if name in header else b""
