"""A JWK closed with a passphrase: a JWE around it (RFC 7517 section 7)."""

from jwtdesk.jose.encrypt import encrypt
from jwtdesk.jose.key import Keys
from jwtdesk.jose.material.oct import secret_key
from jwtdesk.jose.problem import Problem

HEADER = '{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","cty":"jwk+json"}'


def locked_jwk_text(jwk: bytes, passphrase: bytes) -> bytes | Problem:
    """Return `jwk`, JSON in UTF-8, encrypted as one line of text; a problem when it cannot be."""
    made = encrypt(HEADER, jwk, Keys((secret_key(passphrase),), ""))
    return made if isinstance(made, Problem) else f"{made.text}\n".encode()
