"""Quotation marks that JSON does not know, and quotation marks within strings."""

import re

from jwtdesk.jose.character import readable
from jwtdesk.jose.jsontext.faults.fault import (
    AFTER,
    NAMES,
    VALUES,
    Code,
    Fault,
    character,
    lexeme,
)
from jwtdesk.jose.jsontext.walk import Stop, Wanted
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr

# Curly, low, angled, prime and full-width marks, by their code points.
MARKS = "\u2018-\u201f\u2032-\u2037\u2039\u203a\u00ab\u00bb\u00b4\uff02\uff07"
CURLY = re.compile(f"[{MARKS}]")
ENCLOSED = re.compile(rf"(?:'[^'\n\r]*+'|`[^`\n\r]*+`|[{MARKS}][^\"{MARKS}\n\r]*+[\"{MARKS}])")


def wrong_quotes(text: str, stop: Stop) -> Fault | None:
    """Find a name or string in single, curly or other quotation marks."""
    found = character(text, stop)
    if stop.wanted not in (*VALUES, *NAMES) or not (found in "'`" or CURLY.match(found)):
        return None
    enclosed = ENCLOSED.match(text, stop.at)
    span = Span(stop.at, enclosed.end() if enclosed else stop.at + 1)
    if found == "'":
        sentence = tr('names and strings stand in double quotation marks ("), not in single ones.')
    else:
        sentence = tr(
            '{found} is no quotation mark to JSON; use the straight double one (").',
            found=readable(found),
        )
    return Fault(Code.SINGLE_QUOTE, sentence, span)


def quote_within(text: str, stop: Stop) -> Fault | None:
    """Find a string that ended early, at a quotation mark within it or at a later one."""
    found = character(text, stop)
    glued = text[: stop.at].endswith('"') and (found.isalnum() or CURLY.match(found))
    if not glued or stop.wanted not in (*AFTER, Wanted.COLON):
        return None
    start = _string_start(text, stop.at)
    curly = CURLY.search(text, start, stop.at)
    if curly:
        sentence = tr(
            '{found} does not end a string; use the straight double quotation mark (").',
            found=readable(curly[0]),
        )
        return Fault(Code.SINGLE_QUOTE, sentence, Span(*curly.span()))
    sentence = tr(
        'the string ended just before this; a quotation mark within a string is written \\".'
    )
    return Fault(Code.UNEXPECTED, sentence, lexeme(text, stop.at))


def _string_start(text: str, end: int) -> int:
    """Return where the string that ends at `end` begins."""
    quote = end - 1
    while True:
        quote = text.rfind('"', 0, quote)
        before = quote
        while text[before - 1] == "\\":
            before -= 1
        if (quote - before) % 2 == 0:
            return quote
