"""The claims of a token, when its payload is a JSON object (RFC 7519 section 4)."""

from jwtdesk.jose.jsontext import Document, Value
from jwtdesk.jose.segment import payload_reading
from jwtdesk.jose.token import Token


def payload_document(token: Token) -> Document | None:
    """Return the JSON reading of the payload, the detached one included; None when not UTF-8."""
    if token.payload_octets is None:
        return None
    if token.payload and token.payload.octets == token.payload_octets:
        return token.payload.document
    return payload_reading(token.payload_octets)


def payload_value(token: Token) -> Value:
    """Return what the payload says, None when it is no JSON: of an SD-JWT, what is disclosed."""
    if token.selective is not None and token.selective.payload is not None:
        return token.selective.payload
    document = payload_document(token)
    return document.value if document and document.sound else None


def claims_of(token: Token | None) -> dict[str, Value] | None:
    """Return the claims set, or None when there is none to be read.

    Of an SD-JWT it is the processed payload (RFC 9901 section 7.1), as far as that can be known.
    """
    value = payload_value(token) if token else None
    return value if isinstance(value, dict) else None
