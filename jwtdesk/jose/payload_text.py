"""How the octets of a payload stand in the text of a token: encoded, or as they are (RFC 7797)."""

from jwtdesk.jose import base64url
from jwtdesk.jose.headers import header_members, unencoded
from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr


def stands_unencoded(token: Token) -> bool:
    """Return whether the payload of `token` is not base64url (`b64: false`, RFC 7797 section 3)."""
    header = header_members(token.header.document) if token.header else None
    return isinstance(header, dict) and unencoded(header, header) is True


def payload_text(token: Token, octets: bytes) -> str | Problem:
    """Return `octets` as they would stand for the payload of `token`, without quotes.

    Unencoded they must be UTF-8, and in the compact form free of dots (RFC 7797 section 5.2).
    """
    if not stands_unencoded(token):
        return base64url.encode(octets)
    try:
        text = octets.decode("utf-8")
    except UnicodeDecodeError:
        message = tr("These bytes are no UTF-8 text: unencoded, they can only travel detached.")
        return Problem("payload-not-utf8", message)
    if token.text.startswith("{"):
        return quote(text)[1:-1]
    if "." in text:
        message = tr("An unencoded payload must not contain a dot between the dots of a token.")
        return Problem("unencoded-dot", message)
    return text
