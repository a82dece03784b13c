"""Colours for JSON, sound or broken, one displayed line at a time."""

import re

from jwtdesk.jose.jsontext.lexemes import repeated

_OUTSIDE, _INSIDE, _ESCAPED = range(3)
"""A displayed line begins outside a string, inside one, or inside one just after a backslash."""

_REST = repeated(r'[^"\\]++|\\.')
_STRING_REST = re.compile(_REST + r'("?)(\\?)')
_LEXEME = re.compile(
    rf"""(?P<string>"{_REST}(?P<closed>"?)(?P<cut>\\?))(?P<colon>\s*:)?"""
    r"""|(?P<number>-?\d[\d.eE+-]*)"""
    r"""|(?P<literal>(?:true|false|null)\b)"""
    r"""|(?P<mark>[{}\[\],:]+)"""
    r"""|\w+""",
    re.DOTALL,
)
_ROLES = {"number": "json_number", "literal": "json_literal", "mark": "muted"}


class JsonColourist:
    """Tells keys, strings, numbers, literals and punctuation apart.

    A string ends with its line at the latest, so that one forgotten quotation mark does not turn
    the whole text over; across a fold it goes on.
    """

    def __init__(self) -> None:
        self._known = ("", 0, _OUTSIDE)

    def state_before(self, text: str, offset: int) -> int:
        """Return whether a displayed line at `offset` begins inside a string.

        Counted, not parsed: a quotation mark counts unless a backslash stands before it.
        """
        start, state = text.rfind("\n", 0, offset) + 1, _OUTSIDE
        if start == offset:
            return _OUTSIDE
        # Lines are asked for from the top down, so most of the counting is already done.
        known, place, there = self._known
        if known is text and start <= place <= offset:
            start, state = place, there
        state = _counted(text[start:offset], state)
        self._known = (text, offset, state)
        return state

    def formats(self, line: str, state: int) -> tuple[list[tuple[int, int, str]], int]:
        """Return the coloured parts of `line` and the state after it."""
        parts: list[tuple[int, int, str]] = []
        at = 0
        if state != _OUTSIDE:
            at, state = _end_of_string(line, state)
            parts.append((0, at, "json_string"))
        for found in _LEXEME.finditer(line, at):
            if found["string"] is not None:
                role = "json_string" if found["colon"] is None else "json_key"
                parts.append((found.start(), len(found["string"]), role))
                if found["colon"] is not None:
                    parts.append((found.end() - 1, 1, "muted"))
                state = _after(found["closed"], found["cut"])
            elif found.lastgroup is not None:
                parts.append((found.start(), found.end() - found.start(), _ROLES[found.lastgroup]))
        return parts, state


def _counted(text: str, state: int) -> int:
    """Return the state after `text`, which begins in `state` and has no line end."""
    if state == _ESCAPED and text:
        text = text[1:]
    unescaped = text.replace("\\\\", "")
    marks = unescaped.count('"') - unescaped.count('\\"')
    if (state == _OUTSIDE) == (marks % 2 == 0):
        return _OUTSIDE
    return _ESCAPED if unescaped.endswith("\\") else _INSIDE


def _end_of_string(line: str, state: int) -> tuple[int, int]:
    """Return where the string that `line` begins in ends, and the state there."""
    found = _STRING_REST.match(line, min(len(line), state == _ESCAPED))
    if found is None:
        return len(line), _INSIDE
    return found.end(), _after(found[1], found[2])


def _after(closed: str, cut: str) -> int:
    """Return the state after a string that ended, or was cut by the end of its displayed line."""
    if closed:
        return _OUTSIDE
    return _ESCAPED if cut else _INSIDE
