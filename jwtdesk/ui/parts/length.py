"""Spans of time as they are typed: "60 s", "5 min", "1 h 30 min", "7 d"."""

import re

_UNITS = {"d": 86_400, "h": 3600, "min": 60, "s": 1}
_NAMES = {"": 1, "m": 60, "mins": 60, "sec": 1, "secs": 1, "w": 604_800, "day": 86_400, **_UNITS}
_PIECE = re.compile(r"([0-9]{1,12})\s*([a-z]*)\s*", re.IGNORECASE)
LONGEST = 10**12
"""No token lives for longer than this, in seconds; it is thirty thousand years."""


def parse_length(text: str) -> int | None:
    """Return the seconds that `text` says, None when it says none; a bare number is seconds."""
    whole, at = 0, 0
    bare = text.strip()
    while at < len(bare):
        piece = _PIECE.match(bare, at)
        unit = _NAMES.get(_singular(piece[2].lower())) if piece else None
        if piece is None or unit is None:
            return None
        whole += int(piece[1]) * unit
        at = piece.end()
    return whole if bare and whole <= LONGEST else None


def length_words(seconds: int) -> str:
    """Return `seconds` exactly, in as few units as that takes: "90 s" is "1 min 30 s"."""
    said, rest = [], seconds
    for name, size in _UNITS.items():
        count, rest = divmod(rest, size)
        if count:
            said.append(f"{count} {name}")
    return " ".join(said) or "0 s"


def _singular(unit: str) -> str:
    return unit.removesuffix("s") if unit in {"days", "ds", "hs"} else unit
