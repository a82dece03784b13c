"""How a token begins: the base64url of a JSON object's first octets, and what its header says."""

import re

from jwtdesk.jose import base64url
from jwtdesk.jose.algorithm import algorithm
from jwtdesk.jose.forgetting import remembered
from jwtdesk.jose.segment import json_reading
from jwtdesk.jose.white_space import SPACES

# `{"`, `{ `, `{` and a line break or tab, `{}`: in base64url, at the start of a word, after an
# escape such as `\n` or `%3D`, or after a terminal's colour code. It looks for the `e` first, which
# is found at once in megabytes of anything else.
START = re.compile(
    r"e(?=[yw3])(?:(?<![A-Za-z0-9_\-.~]e)|(?<=\\[nrt]e)|(?<=%[0-9A-Fa-f]{2}e)|(?<=\[\dme)|(?<=\d\dme))"
    r"(?:y[A-DI-L]|w[k-r0-3]|30(?=[.%=]))"
)
# Typographic quotes, by code point.
QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
# What ends a token in running text: white space, quotes, brackets and separators.
END = re.compile(f"[{SPACES}\\x1b\"'`<>()\\[\\]{{}},;&#|\\\\{QUOTES}]")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=.~"
_OBJECT = re.compile(rb"\s*\{\s*(?:\"|\}|$)")
# The lengths of RSA signatures in use, and of the two EdDSA curves, in octets.
_USUAL = frozenset({64, 114, 128, 256, 384, 512, 1024})
# The base64url of the shortest header that names an algorithm, `{"alg":""}`.
_SHORTEST = 14
# A header longer than this is not looked into while searching.
_MOST = 100_000


def header_octets(word: str) -> bytes:
    """Return what the first part of `word` decodes to; empty when that is no JSON object."""
    first = word.partition(".")[0]
    octets = base64url.only_octets(first[:_MOST])
    return octets if _OBJECT.match(octets) else b""


def begins_token(word: str) -> bool:
    """Return whether `word` begins a token of its own: with a header that names `alg`."""
    if "." not in word[_SHORTEST:] or not START.match(word):
        return False
    return b'"alg"' in header_octets(word)


def binds(word: str) -> bool:
    """Return whether `word` is a key binding JWT, which ends an SD-JWT (RFC 9901 section 4.3)."""
    return b'"kb+jwt"' in header_octets(word)


@remembered(64)
def still_missing(header: str, length: int) -> int | None:
    """Return how many characters a signature of `length` lacks under the algorithm in `header`.

    0 says that it is whole; None that its length is not known beforehand.
    """
    document = json_reading(header_octets(header))
    value = document.value if document else None
    known = algorithm(value.get("alg")) if isinstance(value, dict) else None
    if known is None:
        return None
    if known.signature_octets is None:
        return 0 if length * 3 // 4 in _USUAL else None
    expected = -(-known.signature_octets * 4 // 3)
    return expected - length if length <= expected else None
