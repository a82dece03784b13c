"""The claims of a token, when its payload is a JSON object (RFC 7519 section 4)."""

from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.segment import json_reading
from jwtdesk.jose.token import Token


def payload_document(token: Token) -> Document | None:
    """Return the JSON reading of the payload, the detached one included; None when not UTF-8."""
    if token.payload_octets is None:
        return None
    if token.payload and token.payload.octets == token.payload_octets:
        return token.payload.document
    return json_reading(token.payload_octets)


def claims_of(token: Token | None) -> dict[str, Value] | None:
    """Return the claims set, or None when there is none to be read."""
    document = payload_document(token) if token else None
    if document is None or not document.sound or not isinstance(document.value, dict):
        return None
    return document.value
