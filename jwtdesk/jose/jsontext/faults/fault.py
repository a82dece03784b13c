"""One fault of a JSON text, and the small questions that every family asks about its place."""

import re
from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.jsontext.lexemes import LOOSE_STRING
from jwtdesk.jose.jsontext.place import spot
from jwtdesk.jose.jsontext.walk import Stop, Wanted
from jwtdesk.jose.problem import Span

LEXEME = re.compile(rf"{LOOSE_STRING}|[\w$.+-]++|.", re.DOTALL)

VALUES = (Wanted.START, Wanted.VALUE, Wanted.ELEMENT, Wanted.ELEMENT_OR_END)
NAMES = (Wanted.NAME, Wanted.NAME_OR_END)
AFTER = (Wanted.AFTER_ELEMENT, Wanted.AFTER_MEMBER)
AFTER_COMMA = (Wanted.ELEMENT, Wanted.NAME)


class Code(Enum):
    """Every way in which a text fails to be JSON (RFC 8259); the values are stable."""

    EMPTY = "json-empty"
    UNEXPECTED = "json-unexpected"
    TRAILING_COMMA = "json-trailing-comma"
    MISSING_COMMA = "json-missing-comma"
    MISSING_COLON = "json-missing-colon"
    UNQUOTED_NAME = "json-unquoted-name"
    SINGLE_QUOTE = "json-single-quote"
    UNCLOSED_STRING = "json-unclosed-string"
    UNCLOSED = "json-unclosed"
    CONTROL_CHARACTER = "json-control-character"
    BAD_ESCAPE = "json-bad-escape"
    BAD_NUMBER = "json-bad-number"
    LITERAL = "json-literal"
    EXTRA = "json-extra"
    BOM = "json-bom"
    TOO_DEEP = "json-too-deep"
    MISMATCHED_BRACKET = "json-mismatched-bracket"
    COMMENT = "json-comment"


@dataclass(frozen=True, slots=True)
class Fault:
    """A code, a sentence without its place, and the code points it is about."""

    code: Code
    sentence: str
    span: Span


def character(text: str, stop: Stop) -> str:
    """Return the character that does not fit; empty at the end of the text."""
    return text[stop.at : stop.at + 1]


def lexeme(text: str, at: int) -> Span:
    """Return the range of the string, word, number or single character that begins at `at`."""
    found = LEXEME.match(text, at)
    return Span(at, found.end() if found else at)


def last_before(text: str, at: int) -> int:
    """Return the offset of the last code point before `at` that is not white space; -1 if none."""
    return len(text[:at].rstrip(" \t\n\r")) - 1


def opened_at(text: str, stop: Stop) -> str:
    """Return the place of the innermost bracket that is open, for a sentence."""
    return spot(text, stop.opened[-1])
