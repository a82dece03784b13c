"""A long JSON text read in strides of some hundred members, so that others get a turn in between.

The scanner of the standard library lets no other thread work until it is through with its text. A
stride need not be sound: the scanner reads each, and refuses what is not.
"""

import json
import re

from jwtdesk.jose.jsontext.document import Value
from jwtdesk.jose.jsontext.lexemes import SHORT_SCALAR, SHORT_STRING, STRING, WHITE, WHITE_SPACE
from jwtdesk.jose.jsontext.pairs import Pairs

_MOST = 500
# A short object or list without another one inside.
_FLAT = rf'\[[^][{{}}"]{{0,2000}}\]|\{{(?:[^][{{}}"]{{1,200}}+|{SHORT_STRING}){{0,200}}\}}'
_SIMPLE = rf"(?:{SHORT_SCALAR}|{_FLAT})"
_ELEMENTS = re.compile(rf"(?:{WHITE}{_SIMPLE}{WHITE},){{1,{_MOST}}}")
_MEMBERS = re.compile(rf"(?:{WHITE}{SHORT_STRING}{WHITE}:{WHITE}{_SIMPLE}{WHITE},){{1,{_MOST}}}")
_NAME = re.compile(rf"{WHITE}{STRING}{WHITE}:{WHITE}")


class _Level:
    """An object or list that is being read: what it holds, and the name of what comes next."""

    __slots__ = ("closer", "count", "members", "name", "values")

    def __init__(self, opener: str) -> None:
        self.closer = "}" if opener == "{" else "]"
        self.members: dict[str, Value] = {}
        self.values: list[Value] = []
        self.count = 0
        self.name: str | None = None

    def put(self, value: Value) -> None:
        """Take one more value; in an object it has to have a name."""
        if self.closer == "]":
            self.values.append(value)
        elif self.name is None:
            raise ValueError
        else:
            self.members[self.name] = value
            self.count += 1
            self.name = None


class Strides:
    """Reads one text with `decoder`, whose objects are built by `pairs`."""

    def __init__(self, text: str, decoder: json.JSONDecoder, pairs: Pairs) -> None:
        self._text = text
        self._decoder = decoder
        self._pairs = pairs

    def value(self, depth: int) -> Value:
        """Return the value of the text; raises ValueError when it is not sound or too deep."""
        at = self._white(0)
        if self._text[at : at + 1] not in ("{", "["):
            scalar: Value = self._decoder.decode(self._text)
            return scalar
        levels = [_Level(self._text[at])]
        at += 1
        while True:
            level = levels[-1]
            at = self._passed(level, at)
            if self._text[at : at + 1] in ("{", "["):
                if len(levels) == depth:
                    raise ValueError
                levels.append(_Level(self._text[at]))
                at += 1
                continue
            at = self._last(level, at)
            while self._text[at : at + 1] == levels[-1].closer:
                done, at = self._closed(levels.pop()), self._white(at + 1)
                if not levels:
                    return self._whole(done, at)
                levels[-1].put(done)
            at = self._comma(at)

    def _passed(self, level: _Level, at: int) -> int:
        """Take what comes in strides into `level`; return where something else begins."""
        is_object = level.closer == "}"
        pattern = _MEMBERS if is_object else _ELEMENTS
        while found := pattern.match(self._text, at):
            inside = self._text[at : found.end() - 1]
            if is_object:
                self._decoder.decode(f"{{{inside}}}")
                level.members.update(self._pairs.last)
                level.count += len(self._pairs.last)
            else:
                level.values += self._decoder.decode(f"[{inside}]")
            at = found.end()
        if is_object and (named := _NAME.match(self._text, at)):
            level.name = self._decoder.decode(named[0].rstrip(" \t\n\r:"))
            return named.end()
        return self._white(at)

    def _last(self, level: _Level, at: int) -> int:
        """Take a long value, or the last one, unless `level` is empty; return where it ends."""
        empty = not level.count and not level.values and level.name is None
        if empty and self._text[at : at + 1] == level.closer:
            return at
        value, end = self._decoder.raw_decode(self._text, at)
        level.put(value)
        return self._white(end)

    def _closed(self, level: _Level) -> Value:
        if level.closer == "]":
            return level.values
        if len(level.members) != level.count:
            self._pairs.repeated = True
        return level.members

    def _comma(self, at: int) -> int:
        if self._text[at : at + 1] != ",":
            raise ValueError
        return at + 1

    def _whole(self, value: Value, at: int) -> Value:
        if at != len(self._text):
            raise ValueError
        return value

    def _white(self, at: int) -> int:
        found = WHITE_SPACE.match(self._text, at)
        return found.end() if found else at
