"""Base64url as tokens use it, strict: every offence is named, yet what can be read is read."""

import binascii
import re
from dataclasses import dataclass

from jwtdesk.jose.base64_offences import Offence, character_offences, ending_offences
from jwtdesk.jose.problem import Problem, Severity, Span

__all__ = ["Decoded", "Offence", "chars_of_octets", "decode", "encode", "octets_of_chars"]

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TO_STANDARD = bytes.maketrans(b"-_", b"+/")
TO_URL = bytes.maketrans(b"+/", b"-_")
# So many digits are decoded at once; longer texts part by part, so that others get a turn. The
# octets of a part are a block of more than a megabyte, which the system takes back.
_STRIDE = 1_600_000
NO_DIGIT = re.compile(r"[^A-Za-z0-9_\-+/]++")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a base64url text holds, and what is wrong with the text, in reading order.

    `problems` carry an `Offence` value as code and a span in code points of the text given.
    """

    octets: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the octets are beyond doubt: at most white space, padding or bits are odd."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def decode(text: str) -> Decoded:
    """Read `text` as strictly as RFC 7515 section 2 asks, and as far as it can be read at all.

    Foreign characters are skipped, `+` and `/` are understood; each is a problem all the same.
    """
    if text.isascii():
        digits = text.encode("ascii")
        if not digits.translate(None, ALPHABET):
            return Decoded(_octets(digits), tuple(ending_offences(text, len(text) - 1)))
    kept = NO_DIGIT.sub("", text).encode("ascii").translate(TO_URL)
    trailing = NO_DIGIT.match(text[::-1])
    last = len(text) - (trailing.end() if trailing else 0) - 1
    problems = character_offences(text) + ending_offences(kept.decode("ascii"), last)
    in_order = sorted(problems, key=lambda problem: problem.span.start if problem.span else 0)
    return Decoded(_octets(kept), tuple(in_order))


def only_octets(text: str) -> bytes:
    """Return just the octets of `text`, for a quick look at one of many; as `decode` has them."""
    digits = text.encode("ascii", "replace")
    if digits.translate(None, ALPHABET):
        return decode(text).octets
    return _octets(digits)


def encode(octets: bytes) -> str:
    """Return `octets` in base64url without padding (RFC 7515 section 2)."""
    padded = binascii.b2a_base64(octets, newline=False)
    return padded.translate(TO_URL).rstrip(b"=").decode("ascii")


def chars_of_octets(start: int, end: int) -> Span:
    """Return which base64url characters carry the octets `start` to `end` (half open)."""
    first = max(start, 0) * 8 // 6
    return Span(first, (end * 8 + 5) // 6 if end > max(start, 0) else first)


def octets_of_chars(start: int, end: int) -> Span:
    """Return which octets the base64url characters `start` to `end` (half open) carry bits of."""
    first = max(start, 0) * 6 // 8
    return Span(first, (end * 6 + 7) // 8 if end > max(start, 0) else first)


def _octets(digits: bytes) -> bytes:
    """Decode the `digits` of the URL alphabet; one digit over, which carries no octet, is left."""
    whole = digits[:-1] if len(digits) % 4 == 1 else digits
    padded = whole + b"=" * (-len(whole) % 4)
    if len(padded) <= _STRIDE:
        return binascii.a2b_base64(padded.translate(TO_STANDARD))
    parts = (padded[at : at + _STRIDE] for at in range(0, len(padded), _STRIDE))
    return b"".join(binascii.a2b_base64(one.translate(TO_STANDARD)) for one in parts)
