"""Colours for tokens: each part its own, told apart by the separators about it."""

import re
from dataclasses import dataclass

from jwtdesk.ui.editors.json_colours import JsonColourist

_PARTS = re.compile(r"[^.~]+|[.~]")
_SIGNED = ("header", "payload", "signature")
_ENCRYPTED = ("header", "wrapped", "beside", "payload", "signature")
_DISCLOSED, _BOUND = "wrapped", "beside"
_MOST_DOTS = 15
"""Nothing has so many parts between dots; further ones look alike."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What can be told of a whole text: five parts or three, and its tildes."""

    text: str
    encrypted: bool
    first: int
    tildes: int


class TokenColourist:
    """Colours the parts of a JWS, a JWE, and an SD-JWT with its disclosures and key binding.

    The state says which part comes next, and how many tildes. A token in a JSON serialisation is
    coloured as JSON; its states are negative.
    """

    def __init__(self) -> None:
        self._json = JsonColourist()
        self._shape = _Shape("", encrypted=False, first=0, tildes=0)
        self._counted = (0, 0, 0)

    def state_before(self, text: str, offset: int) -> int:
        """Return the part that stands at `offset`, by the separators before it."""
        if text.lstrip().startswith("{"):
            return -1 - self._json.state_before(text, offset)
        if self._shape.text is not text:
            self._shape, self._counted = _shape(text), (0, 0, 0)
        # Lines are asked for from the top down, so most of the counting is already done.
        start, dots, tildes = self._counted
        if start > offset:
            start, dots, tildes = 0, 0, 0
        dots += text.count(".", start, min(offset, self._shape.first))
        tildes += text.count("~", start, offset)
        self._counted = (offset, dots, tildes)
        return _state(
            self._shape.encrypted, min(dots, _MOST_DOTS), tildes, self._shape.tildes - tildes
        )

    def formats(self, line: str, state: int) -> tuple[list[tuple[int, int, str]], int]:
        """Return the coloured parts of `line` and the state after it."""
        if state < 0:
            parts, after = self._json.formats(line, -1 - state)
            return parts, -1 - after
        encrypted, dots, seen, left = _told(state)
        parts = []
        for found in _PARTS.finditer(line):
            role = _role(encrypted, dots, seen, left)
            if found[0] == "~":
                seen, left, role = 1, max(0, left - 1), "muted"
            elif found[0] == ".":
                dots, role = dots if seen else min(dots + 1, _MOST_DOTS), "muted"
            parts.append((found.start(), len(found[0]), role))
        return parts, _state(bool(encrypted), dots, seen, left)


def _shape(text: str) -> _Shape:
    first = text.find("~")
    first = len(text) if first < 0 else first
    dots = text.count(".", 0, first)
    return _Shape(text, encrypted=dots == len(_ENCRYPTED) - 1, first=first, tildes=text.count("~"))


def _state(encrypted: bool, dots: int, seen: int, left: int) -> int:  # noqa: FBT001 - packed
    return encrypted | (seen > 0) << 1 | dots << 2 | left << 6


def _told(state: int) -> tuple[int, int, int, int]:
    return state & 1, state >> 2 & _MOST_DOTS, state >> 1 & 1, state >> 6


def _role(encrypted: int, dots: int, seen: int, left: int) -> str:
    """Return the role of the part after so many dots, or behind a tilde."""
    if seen:
        return _DISCLOSED if left else _BOUND
    roles = _ENCRYPTED if encrypted else _SIGNED
    return roles[min(dots, len(roles) - 1)]
