"""The smallest parts of a JSON text as patterns, shared by everything that walks one.

Repetitions are possessive: no text, however hostile, makes a match go back and retry, and none
fills the memory with places to go back to.
"""

import re


def repeated(body: str) -> str:
    """Return the pattern for `body` as often as it fits, possessively.

    The alternative that never matches is not idle: Python before 3.11.5 (Debian 12 has 3.11.2)
    forgets where a possessive group began its last, failed round, and this puts it back.
    """
    return rf"(?:{body}|(?!))*+"


def stride(body: str) -> str:
    """Return the pattern for `body` as often as it fits, some thousand times at the most.

    One match lets no other thread work: through megabytes it goes in strides.
    """
    return rf"(?:{body}){{0,5000}}"


WHITE = r"[ \t\n\r]*+"
# RFC 8259 section 7.
PLAIN = r'[^"\\\x00-\x1f]*+'
ESCAPE = r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})'
STRING = rf'"{PLAIN}{repeated(ESCAPE + PLAIN)}"'
# The same, unless it is long: a long one is passed in strides instead.
SHORT_PLAIN = r'[^"\\\x00-\x1f]{0,20000}+'
SHORT_STRING = rf'"{SHORT_PLAIN}(?:{ESCAPE}{SHORT_PLAIN}){{0,500}}"'
# A number or word must not run on: `01`, `1.` and `truely` are one fault each, not two lexemes.
NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\w.+-])"
WORD = r"(?:true|false|null)(?![\w.+-])"
SCALAR = rf"(?:{STRING}|{NUMBER}|{WORD})"
SHORT_SCALAR = rf"(?:{SHORT_STRING}|{NUMBER}|{WORD})"
# A string as it is typed: it ends at its quotation mark or, forgotten, with its line.
LOOSE_PART = r'[^"\\\n\r]++|\\[^\n\r]'
LOOSE_STRING = f'"{repeated(LOOSE_PART)}"?+'

WHITE_SPACE = re.compile(WHITE)
# One match a run of everything that is not white space between lexemes.
NO_WHITE = r'[^ \t\n\r"]++|' + LOOSE_STRING
SOLID = re.compile(stride(NO_WHITE))
NO_WHITE_OR_WHITE = re.compile(stride(rf"{NO_WHITE}|[ \t\n\r]++"))
OUTSIDE_STRINGS = re.compile(rf"(?=[^ \t\n\r]){repeated(NO_WHITE)}")

CLOSER = {"{": "}", "[": "]"}
