"""The disclosures of an SD-JWT as they stand: name, value and the digest that refers to them."""

import hashlib
from dataclasses import dataclass

from jwtdesk.analysis.payload import claims_of
from jwtdesk.jose import base64url
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.segment import json_reading, octets_of
from jwtdesk.jose.token import Kind, Token
from jwtdesk.jose.words import tr

# The digests that `_sd_alg` may name (IANA "Named Information Hash Algorithm"), by hashlib name.
_HASHES = {"sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512"}
_MOST = 1_000
_MEMBER, _ENTRY = 3, 2


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One disclosure (RFC 9901 section 4.2): `name` is None for a list entry.

    `path` is where it belongs in the payload, None while that is not known; `problem` says what is
    wrong with it, None when nothing is.
    """

    name: str | None
    value: Value
    digest: str
    path: str | None
    problem: str | None


def disclosures(token: Token) -> tuple[Disclosure, ...]:
    """Return the disclosures of `token` in their order; none when it is no SD-JWT."""
    claims = claims_of(token) or {}
    named = claims.get("_sd_alg", "sha-256")
    chosen = _HASHES.get(named) if isinstance(named, str) else None
    return tuple(_read(one, chosen or "sha256") for one in token.disclosures[:_MOST])


def _read(encoded: str, hash_name: str) -> Disclosure:
    digest = base64url.encode(hashlib.new(hash_name, octets_of(encoded)).digest())
    document = json_reading(base64url.decode(encoded).octets)
    value = document.value if document else None
    if not isinstance(value, list) or len(value) not in {_MEMBER, _ENTRY}:
        problem = tr("This is not a list of a salt, a name and a value.")
        return Disclosure(None, None, digest, None, problem)
    name = value[1] if len(value) == _MEMBER else None
    if not isinstance(name, str) and len(value) == _MEMBER:
        return Disclosure(None, value[-1], digest, None, tr("The name is not a text."))
    return Disclosure(name if isinstance(name, str) else None, value[-1], digest, None, None)


def has_key_binding(token: Token) -> bool:
    """Return whether a key binding JWT stands behind the last tilde (RFC 9901 section 4.3)."""
    return token.kind is Kind.SD_JWT and "~" in token.text and not token.text.endswith("~")
