"""A word list held against an HMAC: which of its words, if any, is the secret (RFC 7518 3.2)?

What fell into the hands of anyone who guesses is no secret, and this is how to know.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

HASHES = ("sha256", "sha384", "sha512")
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class WordsTried:
    """What came of trying a list of `total` words.

    `word` is the one that signed, or None; `at` is its place among the words, counted from one.
    """

    total: int
    word: bytes | None = field(default=None, repr=False)
    at: int = 0


def try_words(message: bytes, signature: bytes, hash_name: str, words: bytes) -> WordsTried:
    """Return which of `words`, one a line, gives `signature` over `message`; the first counts.

    `hash_name` is one of `HASHES`; with any other no word fits. Empty lines are no words.
    """
    import hmac  # it loads OpenSSL, which the first frame does not wait for

    known = hash_name in HASHES
    total, found, at = 0, None, 0
    for word in _each(words):
        total += 1
        if found is None and known and hmac.digest(word, message, hash_name) == signature:
            found, at = word, total
    return WordsTried(total, found, at)


def _each(words: bytes) -> Iterator[bytes]:
    """Walk through the words; nothing else is taken off them, since a secret may hold a space."""
    lines = BytesIO(words)
    if words.startswith(_MARK):
        lines.seek(len(_MARK))
    for line in lines:
        word = line.removesuffix(b"\n").strip(b"\r")
        if word:
            yield word
