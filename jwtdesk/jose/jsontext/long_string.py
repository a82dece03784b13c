"""The end of a string of any length, found in strides, so that others get a turn in between."""

import re

from jwtdesk.jose.jsontext.lexemes import ESCAPE

_PART = re.compile(rf'(?:[^"\\\x00-\x1f]{{1,500}}|{ESCAPE}){{0,500}}')


def string_end(text: str, start: int) -> int | None:
    """Return where the string ends whose quotation mark stands at `start`, None when it is broken.

    (RFC 8259 section 7.) The end is behind the closing quotation mark.
    """
    at = start + 1
    while (passed := _PART.match(text, at)) and passed.end() > at:
        at = passed.end()
    return at + 1 if text.startswith('"', at) else None
