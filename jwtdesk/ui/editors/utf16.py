"""The one place where positions change between code points (ours) and UTF-16 units (Qt's).

A text is described by `wide`: the ascending code-point positions of its characters beyond U+FFFF,
each of which is two units long.
"""

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def wide_in(text: str) -> tuple[int, ...]:
    """Return the code-point positions in `text` of the characters that are two units long."""
    if text.isascii():
        return ()
    return tuple(found.start() for found in _WIDE.finditer(text))


def to_units(position: int, wide: tuple[int, ...]) -> int:
    """Return the UTF-16 position of the code-point `position`."""
    return position + bisect_left(wide, position)


def to_points(units: int, wide: tuple[int, ...]) -> int:
    """Return the code-point position of the UTF-16 position `units`.

    A position inside a pair of surrogates is that of the character they make.
    """
    if not wide:
        return units
    before = bisect_left(range(len(wide)), units, key=lambda nth: wide[nth] + nth + 1)
    inside = before < len(wide) and wide[before] + before + 1 == units
    return units - before - inside


def length_in_units(text: str) -> int:
    """Return how many UTF-16 units `text` is long."""
    return len(text) if text.isascii() else len(text) + len(wide_in(text))
