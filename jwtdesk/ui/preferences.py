"""What the window remembers between two runs: looks and sizes, never a token or a key."""

from dataclasses import dataclass

SYSTEM, DARK, LIGHT = "system", "dark", "light"
SMALLEST, LARGEST = 0.8, 2.5
STEP = 0.1


@dataclass(frozen=True, slots=True)
class Preferences:
    """The user's choices.

    `theme` is "system", "dark" or "light"; `scale` enlarges every text (1.0 is ordinary);
    `local_time` writes times in the computer's zone instead of UTC; `fetching` offers to fetch key
    sets from an address. `geometry` and `splitters` are
    Qt's own records of the window and of each splitter by name; `hidden` names the panes that
    are switched off, `folded` says of each pane whose card a person folded or opened how it is.
    """

    theme: str = SYSTEM
    scale: float = 1.0
    local_time: bool = False
    fetching: bool = True
    geometry: bytes = b""
    splitters: tuple[tuple[str, bytes], ...] = ()
    hidden: tuple[str, ...] = ()
    folded: tuple[tuple[str, bool], ...] = ()


def bounded(scale: float) -> float:
    """Return `scale`, kept within what stays usable and rounded to a step."""
    return round(min(LARGEST, max(SMALLEST, scale)), 2)
