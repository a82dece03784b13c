"""The digests of selective disclosure: which are known, and how one is written (RFC 9901 4.1.1)."""

import hashlib
from collections.abc import Mapping

from jwtdesk.jose import base64url
from jwtdesk.jose.character import excerpt
from jwtdesk.jose.jsontext import Value
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.segment import octets_of
from jwtdesk.jose.words import tr

# By their names in the registry "Named Information Hash Algorithm", with those of hashlib.
HASHES = {"sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512"}
DEFAULT = "sha-256"


def digest_of(text: str, hash_name: str) -> str:
    """Return the digest over exactly this `text`, in base64url (RFC 9901 section 4.2.3).

    `hash_name` is one of `HASHES`.
    """
    return base64url.encode(hashlib.new(HASHES[hash_name], octets_of(text)).digest())


def hash_name_of(payload: Mapping[str, Value]) -> str | Problem:
    """Return the hash that a payload names in `_sd_alg`, the default one, or what is wrong."""
    named = payload.get("_sd_alg", DEFAULT)
    if not isinstance(named, str):
        message = tr("“_sd_alg” is not a text: nobody can know how the digests were made.")
        return Problem("sd-alg-not-text", message)
    if named in HASHES:
        return named
    message = tr(
        "The hash {name} (“_sd_alg”) is not known here, so that no disclosure can be checked: "
        "{known} are.",
        name=excerpt(named),
        known=", ".join(HASHES),
    )
    return Problem("sd-alg-unknown", message)
