"""Lays instants out along a line so that seconds and years can be read on the same one."""

import itertools
from dataclasses import dataclass

STRETCH = 3.0
"""A stretch drawn this many times wider or narrower than its share is marked as broken."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One piece of the line between two instants, in pixels; `broken` when not to scale."""

    left: float
    right: float
    broken: bool


def stretches(
    instants: tuple[float, ...], least: tuple[float, ...], width: float
) -> tuple[Stretch, ...]:
    """Return the pieces between ascending `instants`, `width` pixels in all.

    `least` is how wide each piece must be for its labels. Every piece gets its true share of the
    line where there is room, else what its labels need.
    """
    gaps = [later - sooner for sooner, later in itertools.pairwise(instants)]
    whole = sum(gaps)
    if not gaps or whole <= 0:
        return ()
    sizes = _sizes(gaps, least, width)
    found: list[Stretch] = []
    left = 0.0
    for gap, size in zip(gaps, sizes, strict=True):
        true = gap / whole * width
        found.append(Stretch(left, left + size, broken=size > true * STRETCH and true < size - 24))
        left += size
    longest = max(range(len(gaps)), key=gaps.__getitem__)
    if any(one.broken for one in found):
        found[longest] = Stretch(found[longest].left, found[longest].right, broken=True)
        return tuple(
            one if place == longest else Stretch(one.left, one.right, broken=False)
            for place, one in enumerate(found)
        )
    return tuple(found)


def _sizes(gaps: list[float], least: tuple[float, ...], width: float) -> list[float]:
    """Return the pieces' widths: narrow ones get their least, the rest shares by length."""
    need = sum(least)
    if need >= width:
        return [one * width / need for one in least]
    fixed: set[int] = set()
    while True:
        room = width - sum(least[place] for place in fixed)
        rest = sum(gap for place, gap in enumerate(gaps) if place not in fixed)
        sizes = [
            least[place] if place in fixed else room * gap / rest for place, gap in enumerate(gaps)
        ]
        tight = {place for place, size in enumerate(sizes) if size < least[place]} - fixed
        if not tight:
            return sizes
        fixed |= tight
