"""Where a JSON text stops making sense: a walk without recursion that keeps nothing it passes.

Runs of flat members are taken in one stride each, so that a megabyte costs some tens of
milliseconds even while it is being typed and is broken.
"""

import re
from dataclasses import dataclass
from enum import Enum

from jwtdesk.jose.jsontext.lexemes import SCALAR, STRING, WHITE, WHITE_SPACE, stride


class Wanted(Enum):
    """What may come next at a place in a JSON text."""

    START = "start"
    VALUE = "value"
    ELEMENT = "element"
    ELEMENT_OR_END = "element or end"
    NAME = "name"
    NAME_OR_END = "name or end"
    COLON = "colon"
    AFTER_ELEMENT = "after element"
    AFTER_MEMBER = "after member"
    END = "end"
    LESS_DEPTH = "less depth"


@dataclass(frozen=True, slots=True)
class Stop:
    """The first place where a text is not JSON (RFC 8259).

    `at` is the offset of the first code point that does not fit, white space passed; `wanted` what
    would have fitted; `opened` the offsets of the brackets that are open there, outermost first.
    """

    at: int
    wanted: Wanted
    opened: tuple[int, ...]


VALUE = rf"{WHITE}(?:(?P<scalar>{SCALAR})|(?P<open>[\[{{]))"
NEXT = {
    Wanted.START: re.compile(VALUE),
    Wanted.VALUE: re.compile(VALUE),
    Wanted.ELEMENT: re.compile(VALUE),
    Wanted.ELEMENT_OR_END: re.compile(rf"{VALUE}|{WHITE}(?P<close>\])"),
    Wanted.NAME: re.compile(rf"{WHITE}(?P<name>{STRING})"),
    Wanted.NAME_OR_END: re.compile(rf"{WHITE}(?:(?P<name>{STRING})|(?P<close>\}}))"),
    Wanted.COLON: re.compile(rf"{WHITE}(?P<colon>:)"),
    Wanted.AFTER_ELEMENT: re.compile(rf"{WHITE}(?:(?P<comma>,)|(?P<close>\]))"),
    Wanted.AFTER_MEMBER: re.compile(rf"{WHITE}(?:(?P<comma>,)|(?P<close>\}}))"),
    Wanted.END: re.compile(rf"{WHITE}(?P<end>\Z)"),
}
STRIDE = {
    Wanted.ELEMENT_OR_END: re.compile(stride(f"{WHITE}{SCALAR}{WHITE},")),
    Wanted.NAME_OR_END: re.compile(stride(f"{WHITE}{STRING}{WHITE}:{WHITE}{SCALAR}{WHITE},")),
}
STRIDE[Wanted.ELEMENT] = STRIDE[Wanted.ELEMENT_OR_END]
STRIDE[Wanted.NAME] = STRIDE[Wanted.NAME_OR_END]
AFTER_STRIDE = {Wanted.ELEMENT_OR_END: Wanted.ELEMENT, Wanted.NAME_OR_END: Wanted.NAME}


def walk(text: str, depth: int = 200) -> Stop | None:
    """Return where `text` stops being one JSON value of at most `depth` levels; None if it is."""
    at, wanted, opened = 0, Wanted.START, list[int]()
    while True:
        if wanted in STRIDE:
            passed = STRIDE[wanted].match(text, at)
            if passed is not None and passed.end() > at:
                at, wanted = passed.end(), AFTER_STRIDE.get(wanted, wanted)
        found = NEXT[wanted].match(text, at)
        if found is None:
            beyond = WHITE_SPACE.match(text, at)
            return Stop(beyond.end() if beyond else at, wanted, tuple(opened))
        at = found.end()
        if found.lastgroup == "end":
            return None
        if found.lastgroup == "open":
            opened.append(at - 1)
            if len(opened) > depth:
                return Stop(at - 1, Wanted.LESS_DEPTH, tuple(opened))
        elif found.lastgroup == "close":
            opened.pop()
        wanted = _following(found.lastgroup, text[opened[-1]] if opened else "", text[at - 1])


def _following(passed: str | None, inside: str, last: str) -> Wanted:
    """Return what may follow a part of the kind `passed`, within the bracket `inside`."""
    if passed == "open":
        return Wanted.NAME_OR_END if last == "{" else Wanted.ELEMENT_OR_END
    if passed == "name":
        return Wanted.COLON
    if passed == "colon":
        return Wanted.VALUE
    if passed == "comma":
        return Wanted.NAME if inside == "{" else Wanted.ELEMENT
    if not inside:
        return Wanted.END
    return Wanted.AFTER_MEMBER if inside == "{" else Wanted.AFTER_ELEMENT


def is_sound(text: str, depth: int = 200) -> bool:
    """Tell whether `text` is one JSON value of at most `depth` levels."""
    return walk(text, depth) is None
