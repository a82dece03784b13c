"""A JSON text that was cut off at its end: what closes it, so that the rest can still be read."""

import re

from jwtdesk.jose.jsontext.lexemes import repeated

_INSIDE = repeated(r'[^"\\]|\\.')
_STRING = re.compile(rf'"{_INSIDE}("?)', re.DOTALL)
_NEXT = re.compile(r'["\[\]{}]')
_CLOSERS = {"{": "}", "[": "]"}
# Longer texts are not mended: nobody cuts them off by a character or two.
LONGEST = 1_000_000
_DEEPEST = 200


def missing_end(text: str) -> str:
    """Return what `text` lacks at its end to be closed, "" when that cannot be told."""
    if len(text) > LONGEST:
        return ""
    opened: list[str] = []
    position = 0
    while found := _NEXT.search(text, position):
        position = found.end()
        mark = found.group()
        if mark == '"':
            string = _STRING.match(text, found.start())
            if string is None or not string.group(1):
                return '"' + "".join(reversed(opened))
            position = string.end()
        elif mark in _CLOSERS:
            opened.append(_CLOSERS[mark])
        elif not opened or opened.pop() != mark:
            return ""
        if len(opened) > _DEEPEST:
            return ""
    return "".join(reversed(opened))
