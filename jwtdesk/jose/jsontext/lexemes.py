"""The smallest parts of a JSON text as patterns, shared by everything that walks one.

Every repetition is possessive, so that no text, however hostile, makes a match go back and retry.
"""

import re

WHITE = r"[ \t\n\r]*+"
STRING = (
    r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"'  # RFC 8259 s. 7
)
# A number or word must not run on: `01`, `1.` and `truely` are one fault each, not two lexemes.
NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+(?![\w.+-])"
WORD = r"(?:true|false|null)(?![\w.+-])"
SCALAR = rf"(?:{STRING}|{NUMBER}|{WORD})"
# A string as it is typed: it ends at its quotation mark or, forgotten, with its line.
LOOSE_STRING = r'"(?:[^"\\\n\r]|\\[^\n\r])*+"?+'

WHITE_SPACE = re.compile(WHITE)
OUTSIDE_STRINGS = re.compile(rf'(?:[^ \t\n\r"]|{LOOSE_STRING})++')

CLOSER = {"{": "}", "[": "]"}
