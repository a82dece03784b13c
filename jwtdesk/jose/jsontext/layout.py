"""White space between lexemes, taken out and put in; the lexemes themselves are never touched."""

import re

from jwtdesk.jose.jsontext.lexemes import NO_WHITE_OR_WHITE, OUTSIDE_STRINGS, SCALAR, SOLID, STRING
from jwtdesk.jose.jsontext.walk import is_sound

COMPACT_PART = re.compile(rf"((?:{STRING}:)?)({SCALAR}|\{{\}}|\[\]|[\[\]{{}}])(,?)")
# Indentation stops growing here, or 200 levels over a dense megabyte would fill the memory.
WIDEST = 80


def compact(text: str) -> str:
    """Return `text` without the white space outside its strings; broken texts work too."""
    if not any(white in text for white in " \t\n\r"):
        return text
    parts: list[str] = []
    at = 0
    # Between two strides others get a turn.
    while (passed := NO_WHITE_OR_WHITE.match(text, at)) and passed.end() > at:
        parts += OUTSIDE_STRINGS.findall(text, at, passed.end())
        at = passed.end()
    return "".join(parts)


def is_compact(text: str) -> bool:
    """Tell whether `text` has no white space outside its strings."""
    at = 0
    while (passed := SOLID.match(text, at)) and passed.end() > at:
        at = passed.end()
    return at == len(text)


def pretty(text: str, indent: int = 2) -> str:
    """Return `text` with one member or element a line, `indent` spaces a level.

    Empty objects and arrays stay on their line; the lexemes and their order are unchanged. A text
    that is not sound JSON comes back as it is.
    """
    if not is_sound(text):
        return text
    step, level = max(indent, 0), 0
    parts: list[str] = []
    for found in COMPACT_PART.finditer(compact(text)):
        name, body, comma = found.groups()
        if body in "]}":
            level -= 1
            parts.append(_line_start(step * level))
        if name:
            parts.append(f"{name} ")
        parts.append(body)
        if body in "[{":
            level += 1
        if comma or body in "[{":
            parts.append(comma + _line_start(step * level))
    return "".join(parts)


def _line_start(columns: int) -> str:
    return "\n" + " " * min(columns, WIDEST)
