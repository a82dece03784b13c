"""Characters between the parts of a JSON text that cannot be seen, and comments."""

import re

from jwtdesk.jose.character import readable, visible
from jwtdesk.jose.jsontext.faults.fault import Code, Fault, character
from jwtdesk.jose.jsontext.walk import Stop, Wanted
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr

# The octets of a UTF-8 byte order mark, read as Latin-1 or Windows-1252.
BOM_AS_LATIN = "\xef\xbb\xbf"
COMMENT = re.compile(r"/\*(?s:.*?)(?:\*/|\Z)|(?://|#)[^\n\r]*")
DELETE, LAST_CONTROL = 0x7F, 0x9F


def byte_order_mark(text: str, stop: Stop) -> Fault | None:
    """Find the byte order mark that some editors write before a text (RFC 8259 section 8.1)."""
    if stop.wanted is not Wanted.START:
        return None
    if text.startswith("\ufeff", stop.at):
        sentence = tr("a byte order mark (U+FEFF) stands before the JSON text; remove it.")
        return Fault(Code.BOM, sentence, Span(stop.at, stop.at + 1))
    if text.startswith(BOM_AS_LATIN, stop.at):
        sentence = tr(
            "a byte order mark, read in the wrong encoding, stands before the JSON text; remove it."
        )
        return Fault(Code.BOM, sentence, Span(stop.at, stop.at + len(BOM_AS_LATIN)))
    return None


def invisible(text: str, stop: Stop) -> Fault | None:
    """Name a character that cannot be seen and is no white space to JSON (RFC 8259 section 2)."""
    found = character(text, stop)
    if visible(found):
        return None
    # A pattern for this one character is ten times faster than a back reference.
    run = re.compile(f"{re.escape(found)}+").match(text, stop.at)
    span = Span(stop.at, run.end() if run else stop.at + 1)
    if found < " " or DELETE <= ord(found) <= LAST_CONTROL:
        sentence = tr(
            "the control character {name} does not belong between the parts of JSON; remove it.",
            name=readable(found),
        )
        return Fault(Code.CONTROL_CHARACTER, sentence, span)
    sentence = tr(
        "{name} is no white space in JSON, only space, tab and line breaks are; replace it.",
        name=readable(found),
    )
    return Fault(Code.UNEXPECTED, sentence, span)


def comment(text: str, stop: Stop) -> Fault | None:
    """Find the comments of other languages."""
    found = COMMENT.match(text, stop.at)
    if found is None:
        return None
    return Fault(Code.COMMENT, tr("JSON has no comments; remove this one."), Span(*found.span()))
