"""A key text with its private parts behind bullets, its public parts as they are."""

import re

from jwtdesk.jose.key import Keys, Unreadable

BULLET = "•"
# The base64 between the lines of a private PEM block, whatever ends it.
PEM = re.compile(r"(?s)(BEGIN[A-Z0-9 ]{1,40}PRIVATE KEY {0,2}-{2,6})(.*?)(?=-{2,6} {0,2}END|\Z)")
# The values of private members of a JWK (RFC 7518 section 6), quoted however deeply.
MEMBER = re.compile(
    r"(\\{0,4}[\"'](?:d|p|q|dp|dq|qi|k|priv|r|t)\\{0,4}[\"']\s{0,20}:\s{0,20}\\{0,4}[\"'])([^\"'\\]*)"
)
# Qt's line ends and blanks stay in their places.
SEEN = re.compile(r"[^\s]+")
ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def has_private(read: Keys | Unreadable | None) -> bool:
    """Tell whether what was read can sign."""
    return isinstance(read, Keys) and any(key.private for key in read.members)


def masked(text: str) -> str:
    """Return `text` with a bullet for each private character, as long as it was in UTF-16 units.

    A text in which no private part can be told from a public one is a secret: all of it is hidden.
    White space stays, so that the lines stay where they are.
    """
    if PEM.search(text):
        shown = PEM.sub(lambda found: found.group(1) + _hidden(found.group(2)), text)
    elif MEMBER.search(text):
        shown = MEMBER.sub(lambda found: found.group(1) + _hidden(found.group(2)), text)
    else:
        shown = _hidden(text)
    return ASTRAL.sub(BULLET * 2, shown)


def _hidden(text: str) -> str:
    return SEEN.sub(lambda found: BULLET * _units(found.group()), text)


def _units(text: str) -> int:
    """Return how long `text` is for the window, which counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
