"""Strings that are not closed, hold what must be escaped, or stand in the wrong quotation marks."""

import re

from jwtdesk.jose.character import readable
from jwtdesk.jose.jsontext.faults.fault import NAMES, VALUES, Code, Fault, character
from jwtdesk.jose.jsontext.faults.quotes import CURLY
from jwtdesk.jose.jsontext.lexemes import ESCAPE, PLAIN, repeated
from jwtdesk.jose.jsontext.walk import Stop
from jwtdesk.jose.problem import Span
from jwtdesk.jose.words import tr

BEGINNING = re.compile(rf'"{PLAIN}{repeated(ESCAPE + PLAIN)}')
# From a line break within a string to the next quotation mark, and what stands behind that.
IN_STRING = r'[^"\\]++|(?s:\\.)'
OVER_LINES = re.compile(rf'{repeated(IN_STRING)}"\s*+([,:\]}}]|\Z)')
HEX_DIGITS = re.compile(r"\\u[0-9a-fA-F]{0,3}")
SHORT_ESCAPES = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r"}


def string(text: str, stop: Stop) -> Fault | None:
    """Find what is wrong with the string that begins here."""
    if character(text, stop) != '"' or stop.wanted not in (*VALUES, *NAMES):
        return None
    beginning = BEGINNING.match(text, stop.at)
    at = beginning.end() if beginning else stop.at + 1
    if at >= len(text) or text[at:] == "\\":
        return _unclosed(text, stop, len(text))
    if text[at] == "\\":
        return _escape(text, at)
    if text[at] in "\n\r":
        over = OVER_LINES.match(text, at)
        if over is None or (over[1] == ":") is not (stop.wanted in NAMES):
            return _unclosed(text, stop, at)
    return _control(text, at)


def _unclosed(text: str, stop: Stop, end: int) -> Fault:
    curly = CURLY.search(text, stop.at, end)
    if curly:
        sentence = tr(
            'the string opened here ends with {found}; it needs the straight quotation mark (").',
            found=readable(curly[0]),
        )
    else:
        sentence = tr('the string opened here is not closed; add a quotation mark (") at its end.')
    return Fault(Code.UNCLOSED_STRING, sentence, Span(stop.at, end))


def _control(text: str, at: int) -> Fault:
    found = text[at]
    sentence = tr(
        "{name} cannot stand in a string as it is; write {escape}.",
        name=readable(found),
        escape=SHORT_ESCAPES.get(found, f"\\u{ord(found):04x}"),
    )
    return Fault(Code.CONTROL_CHARACTER, sentence, Span(at, at + 1))


def _escape(text: str, at: int) -> Fault:
    following = text[at + 1]
    span = Span(at, at + 2)
    if following == "u":
        digits = HEX_DIGITS.match(text, at)
        span = Span(at, digits.end() if digits else at + 2)
        sentence = tr("\\u needs four hexadecimal digits behind it, as in \\u00e9.")
    elif following in "\n\r":
        sentence = tr("a string cannot go on in the next line; write \\n for a line break.")
    elif following in "x0":
        sentence = tr(
            "\\{found} is no escape in JSON; write \\u and four hexadecimal digits.",
            found=following,
        )
    elif following == "'":
        sentence = tr("an apostrophe needs no backslash in JSON; remove the backslash.")
    else:
        sentence = tr(
            "a backslash before {found} means nothing in JSON; a backslash itself is written \\\\.",
            found=readable(following),
        )
    return Fault(Code.BAD_ESCAPE, sentence, span)
