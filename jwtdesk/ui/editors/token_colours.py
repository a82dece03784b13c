"""Colours for tokens: each part its own, told apart by the separators before it."""

import re

from jwtdesk.ui.editors.json_colours import JsonColourist

_PARTS = re.compile(r"[^.~]+|[.~]+")
_FIRST = ("header", "payload", "signature")
_FURTHER = ("payload", "signature")


class TokenColourist:
    """Colours header, payload and signature; of further parts (a JWE, disclosures) every other.

    The state is the number of separators so far. A token in a JSON serialisation is coloured as
    JSON; its states are negative.
    """

    def __init__(self) -> None:
        self._json = JsonColourist()
        self._counted = ("", 0, 0)

    def state_before(self, text: str, offset: int) -> int:
        """Return how many separators stand before `offset`."""
        if text.lstrip().startswith("{"):
            return -1 - self._json.state_before(text, offset)
        # Lines are asked for from the top down, so most of the counting is already done.
        known, start, count = self._counted
        if known is not text or start > offset:
            start, count = 0, 0
        count += text.count(".", start, offset) + text.count("~", start, offset)
        self._counted = (text, offset, count)
        return count

    def formats(self, line: str, state: int) -> tuple[list[tuple[int, int, str]], int]:
        """Return the coloured parts of `line` and the state after it."""
        if state < 0:
            parts, after = self._json.formats(line, -1 - state)
            return parts, -1 - after
        parts = []
        for found in _PARTS.finditer(line):
            if found[0][0] in ".~":
                parts.append((found.start(), len(found[0]), "muted"))
                state += len(found[0])
            else:
                parts.append((found.start(), len(found[0]), _role(state)))
        return parts, state


def _role(nth: int) -> str:
    """Return the role of the part after `nth` separators."""
    if nth < len(_FIRST):
        return _FIRST[nth]
    return _FURTHER[(nth - len(_FIRST)) % len(_FURTHER)]
