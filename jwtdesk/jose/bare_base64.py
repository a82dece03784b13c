"""A key's base64 body without its BEGIN and END lines, as `x5c` and settings files hold it."""

import re

from jwtdesk.jose.armour import base64_octets
from jwtdesk.jose.containers.shape import shape_of
from jwtdesk.jose.jsontext.lexemes import repeated
from jwtdesk.jose.key_text import key_text

SHORTEST = 40
# Every key structure begins with the octet 0x30, so its base64 begins with M.
AFTER = repeated(r"\\[rn]|[\s\"',;]")
BODY = re.compile(rf"[\s\"',]*+M[A-Za-z0-9+/\s\\\-_]++={{0,2}}+{AFTER}")
WRAPPING = re.compile(r"\\[rn]|[\s\"',;=]")


def bare_body(octets: bytes) -> bytes | None:
    """Return the DER that `octets` write as base64, or None when they are something else."""
    found = key_text(octets)
    if found is None or len(found.text) < SHORTEST or BODY.fullmatch(found.text) is None:
        return None
    letters = WRAPPING.sub("", found.text).replace("-", "+").replace("_", "/")
    body = base64_octets(letters)
    return None if shape_of(body) is None else body
