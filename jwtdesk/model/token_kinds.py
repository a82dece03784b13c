"""Is a token of this kind made by signing or by encrypting, and can it be changed here?"""

from collections.abc import Mapping

from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.token import Kind, Token

NOT_ENCRYPTED = "not-encrypted"
"""The signature lamp's code while nothing could be encrypted and the last token stays in sight."""
ENCRYPTED = frozenset({Kind.JWE, Kind.JWE_JSON})


def encrypts(header: Mapping[str, Value]) -> bool:
    """Return whether a JOSE header asks for encryption (RFC 7516 section 9)."""
    return "enc" in header and algorithm(header.get("alg")) is None


def is_closed(token: Token) -> bool:
    """Return whether `token` is encrypted and nobody has opened it."""
    return token.kind in ENCRYPTED and token.payload_octets is None


def editable(token: Token) -> bool:
    """Return whether the claims of `token` are known, so that they can be changed."""
    return not is_closed(token)
