"""Every member of a JSON text with its path and its place, for carets, colours and claims."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from jwtdesk.jose.jsontext.document import Member
from jwtdesk.jose.jsontext.lexemes import SCALAR, STRING, WHITE
from jwtdesk.jose.jsontext.strings import path_step, unquote
from jwtdesk.jose.problem import Span

VALUE = rf"(?:({SCALAR})|([\[{{]))"
OUTERMOST = re.compile(rf"{WHITE}([\[{{])")
MEMBER = re.compile(rf"{WHITE}({STRING}){WHITE}:{WHITE}{VALUE}")
ELEMENT = re.compile(rf"{WHITE}(){VALUE}")
NEXT = re.compile(rf"{WHITE}([,\]}}])")


class _Open:
    """An object or array that is being read; `index` is its place among the members found."""

    __slots__ = ("count", "index", "is_object", "path", "seen")

    def __init__(self, path: str, index: int, *, is_object: bool) -> None:
        self.path = path
        self.index = index
        self.is_object = is_object
        self.count = 0
        self.seen: dict[str, int] = {}


class _Reading:
    """One pass over a text; `found` grows in document order, outer before inner."""

    def __init__(self, text: str, depth: int, limit: int | None) -> None:
        self.text = text
        self.depth = depth
        self.limit = len(text) if limit is None else limit
        self.found: list[Member] = []
        self.opened: list[_Open] = []
        self.repeated: dict[int, int] = {}  # later member -> the first of its name

    def run(self) -> tuple[Member, ...]:
        """Read to the end, to the first fault, or to the limit."""
        outermost = OUTERMOST.match(self.text)
        if outermost is None or self.depth < 1:
            return ()
        self.opened.append(_Open("$", -1, is_object=outermost[1] == "{"))
        at = self._read(outermost.end())
        while self.opened:
            self._close(at)
        for index in {*self.repeated, *self.repeated.values()}:
            self.found[index] = replace(self.found[index], duplicate=True)
        return tuple(self.found)

    def _read(self, at: int) -> int:
        """Read from `at` until nothing is open or something does not fit; return where."""
        text, opened, going_on = self.text, self.opened, True
        while going_on:
            inner = opened[-1]
            found = (MEMBER if inner.is_object else ELEMENT).match(text, at)
            if found is None:
                if inner.count:
                    return at
            elif len(self.found) >= self.limit or not self._enter(inner, found):
                return at
            else:
                at = found.end()
                if found[3]:
                    continue
            at, going_on = self._pass_closers(at)
        return at

    def _enter(self, inner: _Open, found: re.Match[str]) -> bool:
        """Take one member or element in; False where it would lie too deep."""
        index, depth = len(self.found), len(self.opened)
        if found[3] and depth >= self.depth:
            return False
        if inner.is_object:
            name = unquote(found[1])
            path = inner.path + path_step(name)
            if name in inner.seen:
                self.repeated[index] = inner.seen[name]
            else:
                inner.seen[name] = index
            key = Span(*found.span(1))
        else:
            name, path, key = None, f"{inner.path}[{inner.count}]", None
        inner.count += 1
        if found[3]:
            value = Span(found.start(3), found.end(3))
            self.opened.append(_Open(path, index, is_object=found[3] == "{"))
        else:
            value = Span(*found.span(2))
        self.found.append(Member(path, name, key or value, value, depth))
        return True

    def _pass_closers(self, at: int) -> tuple[int, bool]:
        """Pass the brackets that close here; tell whether a comma follows them."""
        while self.opened:
            inner = self.opened[-1]
            following = NEXT.match(self.text, at)
            if following is None:
                break
            if following[1] == ",":
                return (following.end(), True) if inner.count else (at, False)
            if (following[1] == "}") is not inner.is_object:
                break
            at = following.end()
            self._close(at)
        return at, False

    def _close(self, end: int) -> None:
        """Give the innermost open value its end, now that it is known."""
        closed = self.opened.pop()
        if self.opened:
            begun = self.found[closed.index]
            value = Span(begun.value.start, end)
            key = begun.key if begun.name is not None else value
            whole = Member(begun.path, begun.name, key, value, begun.depth)
            self.found[closed.index] = whole


def members(text: str, depth: int = 200, limit: int | None = None) -> tuple[Member, ...]:
    """Return every member and element of `text`, outer before inner, in document order.

    Of a broken text: what was read before the fault; what is open there ends there. `depth` bounds
    the levels that are entered. `limit` bounds how many are read; what is open then ends there too.
    """
    return _Reading(text, depth, limit).run()


def member_at(members: Sequence[Member], offset: int) -> Member | None:
    """Return the innermost of `members` that covers `offset` or just ends there.

    `members` are in document order. A caret right behind a value still belongs to it.
    """
    begun = bisect_right(members, offset, key=lambda member: member.key.start)
    for member in reversed(members[:begun]):
        if member.value.end >= offset:
            return member
    return None
