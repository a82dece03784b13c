"""Octets as people read and type them: two digits each, in lines, with their ASCII beside."""

import re
from contextlib import suppress

from jwtdesk.jose.character import readable
from jwtdesk.jose.problem import Problem, Span
from jwtdesk.jose.words import plural, tr

WIDTH = 16
DOT = "\u00b7"
# Every octet as one character: printable ASCII as it is, a dot for the rest.
SHOWN = "".join(chr(one) if 0x20 <= one < 0x7F else DOT for one in range(256))  # noqa: PLR2004 - ASCII
SKIPPED = re.compile(r"[\s:]+|0[xX](?=[0-9A-Fa-f])")
FOREIGN = re.compile(r"[^0-9A-Fa-f\s:]")


def hex_lines(octets: bytes, width: int = WIDTH) -> str:
    """Return `octets` in lines of `width` pairs of digits, a wider gap in the middle of each.

    Without octets the text is empty; there is no line end at the end.
    """
    width = max(width, 1)
    half = (width + 1) // 2
    whole = len(octets) // width * width
    lines = [_whole_lines(octets[:whole], width, half)] if whole else []
    if whole < len(octets):
        left, right = octets[whole : whole + half], octets[whole + half :]
        lines.append(f"{left.hex(' ')}  {right.hex(' ')}" if right else left.hex(" "))
    return "\n".join(lines)


def _whole_lines(octets: bytes, width: int, half: int) -> str:
    """Return lines that are all full, filled column by column: a megabyte takes milliseconds."""
    digits, gap = octets.hex().encode("ascii"), int(width > half)
    length = 3 * width + gap
    made = bytearray(b" ") * (len(octets) // width * length)
    for column in range(width):
        place = 3 * column + (gap if column >= half else 0)
        made[place::length] = digits[2 * column :: 2 * width]
        made[place + 1 :: length] = digits[2 * column + 1 :: 2 * width]
    made[length - 1 :: length] = b"\n" * (len(octets) // width)
    return made[:-1].decode("ascii")


def ascii_lines(octets: bytes, width: int = WIDTH) -> tuple[str, ...]:
    """Return the same lines as characters: printable ASCII as it is, a middle dot for the rest."""
    width = max(width, 1)
    shown = octets.decode("latin-1").translate(SHOWN)
    return tuple(shown[at : at + width] for at in range(0, len(shown), width))


def read_hex(text: str) -> bytes | Problem:
    """Return the octets that `text` writes in hexadecimal, or where it does not.

    White space, colons, upper case and `0x` before a number are accepted.
    """
    # The ordinary text of a megabyte is read in a tenth of the time.
    with suppress(ValueError):
        return bytes.fromhex(text)
    digits = SKIPPED.sub("", text)
    foreign = FOREIGN.search(digits) and _foreign(text)
    if foreign is not None:
        sentence = tr(
            "{character} (character {place}) is no hexadecimal digit: only 0 to 9 and a to f are.",
            character=readable(text[foreign]),
            place=f"{foreign + 1:,}",
        )
        return Problem("hex-foreign", sentence, Span(foreign, foreign + 1))
    if len(digits) % 2:
        sentence = plural(
            len(digits),
            "A byte has two digits; {count} digit leaves one over.",
            "A byte has two digits; {count} digits leave one over.",
        )
        end = len(text.rstrip(" \t\r\n:"))
        return Problem("hex-odd", sentence, Span(end - 1, end))
    return bytes.fromhex(digits)


def _foreign(text: str) -> int | None:
    """Return where in `text` the first character stands that has no place there."""
    prefixes = {found.start() + 1 for found in SKIPPED.finditer(text) if found[0][:1] == "0"}
    wrong = (found.start() for found in FOREIGN.finditer(text))
    return next((one for one in wrong if one not in prefixes), None)
