"""Tokens made for a test, over exactly the texts that it gives."""

import hmac

from jwtdesk.jose.base64url import encode

SECRET = b"a secret that only the tests know"


def part(text: str | bytes) -> str:
    """Return one encoded part."""
    return encode(text.encode() if isinstance(text, str) else text)


def token(
    payload: str | bytes = '{"sub":"ada"}',
    header: str = '{"alg":"HS256"}',
    secret: bytes = SECRET,
) -> str:
    """Return a token over `header` and `payload`, signed with HMAC and SHA-256."""
    start = f"{part(header)}.{part(payload)}"
    return f"{start}.{encode(hmac.digest(secret, start.encode(), 'sha256'))}"
