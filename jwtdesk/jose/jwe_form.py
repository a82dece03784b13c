"""The three forms of a JWE, without a new encryption: compact and JSON (RFC 7516 section 7)."""

from jwtdesk.jose.compact import JWE_PARTS
from jwtdesk.jose.json_entry import (
    entry_of,
    joined,
    lost,
    no_protected,
    serialised,
    unprotected,
)
from jwtdesk.jose.json_flattening import written
from jwtdesk.jose.jsontext import quote
from jwtdesk.jose.jws_form import not_whole
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

MEMBERS = ("protected", "encrypted_key", "iv", "ciphertext", "tag")


def compact_jwe(text: str, index: int) -> str | Problem:
    """Return recipient `index` of the JWE in JSON form `text` as a compact token.

    Refused where something authenticated or needed would be lost: an `aad`, unprotected members.
    """
    value = serialised(text)
    if isinstance(value, Problem):
        return value
    owner = entry_of(value, "recipients", index)
    if isinstance(owner, Problem):
        return owner
    if "aad" in value:
        message = tr("The additional authenticated data (aad) has no place in the compact form.")
        return Problem("aad-lost", message)
    names = dict.fromkeys((*unprotected(value, "unprotected"), *unprotected(owner)))
    if not value.get("protected"):
        return lost(names) or no_protected()
    key = owner.get("encrypted_key", "")
    return lost(names) or joined({**value, "encrypted_key": key}, MEMBERS)


def json_jwe(text: str) -> str | Problem:
    """Return the compact JWE `text` in flattened JSON; what is empty is left out (section 7.2)."""
    parts = text.split(".")
    if len(parts) != JWE_PARTS:
        return not_whole()
    held = zip(MEMBERS, parts, strict=True)
    return written({name: quote(one) for name, one in held if one or name == "ciphertext"})
