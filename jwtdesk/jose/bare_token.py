"""Whether a text is a compact token and nothing else: its shape fits, and its header says so."""

import re

from jwtdesk.jose import base64url
from jwtdesk.jose.segment import json_reading
from jwtdesk.jose.token import Kind

_DIGITS = "[A-Za-z0-9_-]"
# Three parts, with or without disclosures behind tildes, or five.
_SHAPE = re.compile(
    rf"{_DIGITS}+(?:\.{_DIGITS}*){{2}}(?:(?:\.{_DIGITS}*){{2}}|(?:~[A-Za-z0-9_.=-]*)+)?"
)
# A longer header is not looked into.
_LONGEST = 100_000


def bare_kind(text: str) -> Kind | None:
    """Return which compact token `text` is, None when it is anything else; never raises.

    Its first part must be a JSON object that names an algorithm (RFC 7515 section 4.1.1), and of
    five parts the encryption, too (RFC 7516 section 4.1.2). Nothing is checked beyond that.
    """
    header, dot, _ = text.partition(".")
    if not dot or len(header) > _LONGEST or not _SHAPE.fullmatch(text):
        return None
    octets = base64url.only_octets(header)
    document = json_reading(octets) if b"alg" in octets or b"\\u" in octets else None
    value = document.value if document else None
    if not isinstance(value, dict) or not isinstance(value.get("alg"), str):
        return None
    if "~" in text:
        return Kind.SD_JWT
    if text.count(".") == 2:  # noqa: PLR2004  # three parts
        return Kind.JWS
    return Kind.JWE if isinstance(value.get("enc"), str) else None
