"""Decides what a pasted or dropped text is: a token to look at, or a key to look at it with."""

import re
from enum import Enum

from jwtdesk.jose.jsontext import read

_ARMOUR = re.compile(r"-----BEGIN [A-Z0-9 ]+-----")
_LINES = ("ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-")
_TOKEN_MEMBERS = {"payload", "signatures", "protected", "ciphertext", "signature"}
_KEY_MEMBERS = {"kty", "keys"}
LONGEST_KEY = 1024 * 1024
"""The largest key text that is read, in bytes."""


class Dropped(Enum):
    """What a text is taken for."""

    TOKEN = "token"  # noqa: S105 - a word, not a secret
    KEY = "key"


def taken_for(text: str) -> Dropped:
    """Return what `text` looks like; a token when nothing speaks for a key."""
    bare = text.strip()
    if _ARMOUR.match(bare) or bare.startswith(_LINES):
        return Dropped.KEY
    if not bare.startswith(("{", "[")) or len(bare) > LONGEST_KEY:
        return Dropped.TOKEN
    value = read(bare).value
    first = value[0] if isinstance(value, list) and value else value
    names = set(first) if isinstance(first, dict) else set()
    if names & _KEY_MEMBERS and not names & _TOKEN_MEMBERS:
        return Dropped.KEY
    return Dropped.TOKEN
