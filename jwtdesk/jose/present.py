"""What the holder of an SD-JWT shows, and proves to be theirs (RFC 9901 section 7.2)."""

from jwtdesk.jose.key import Key
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.token import Token
from jwtdesk.jose.words import tr


def present(token: Token, chosen: frozenset[str]) -> str:
    """Return `token` as it is: being replaced."""
    del chosen
    return token.text


def bind(presentation: str, key: Key, *, aud: str, nonce: str, iat: int) -> str | Problem:
    """Return why nothing is bound: being replaced."""
    del presentation, key, aud, nonce, iat
    return Problem("not-possible", tr("This cannot be done."))
