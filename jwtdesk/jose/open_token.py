"""A decrypted token: the one that was read, with what was inside as its payload."""

from collections.abc import Mapping
from dataclasses import replace

from jwtdesk.jose import base64url
from jwtdesk.jose.decryption import Decryption
from jwtdesk.jose.json_parts import places
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.payload import payload_faults, says_jwt
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.segment import payload_reading
from jwtdesk.jose.token import Kind, Segment, Token

# Anything may be encrypted: these are faults only where the header promises claims.
_CLAIMS_ONLY = frozenset(
    {"payload-not-utf8", "payload-not-json", "payload-not-object", "payload-empty"}
)


def with_plaintext(token: Token, decryption: Decryption) -> Token:
    """Return `token` with its plaintext in place of the payload, or as it is without one.

    The payload segment stands where the ciphertext stands; its `encoded` is the plaintext in
    base64url, as a signed token would carry it. What is wrong with the payload joins `problems`.
    """
    plain = decryption.plaintext
    if plain is None:
        return token
    document = payload_reading(plain)
    payload = Segment(base64url.encode(plain), _place(token), plain, (), document)
    return replace(
        token,
        payload=payload,
        payload_octets=plain,
        zipped=decryption.zipped,
        problems=(*token.problems, *_faults(token.jose_header, payload)),
    )


def _place(token: Token) -> Span:
    """Return where the ciphertext stands in the text of `token`."""
    if token.kind is Kind.JWE_JSON:
        return places(token.text).inside("$.ciphertext")
    before = token.text.split(".", 4)[:4]
    end = sum(map(len, before)) + len(before) - 1
    return Span(end - len(before[-1]), end)


def _faults(header: Mapping[str, Value], payload: Segment) -> list[Problem]:
    found = payload_faults(header, payload, payload.octets, None)
    if says_jwt(header) and not holds_token(header):
        return found
    return [one for one in found if one.code not in _CLAIMS_ONLY]


def holds_token(header: Mapping[str, Value]) -> bool:
    """Return whether `cty` says that a whole token is inside (RFC 7519 section 5.2)."""
    return says_jwt({"typ": header.get("cty")})
