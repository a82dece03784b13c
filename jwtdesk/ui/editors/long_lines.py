"""Long lines are broken for display only, because Qt lays a whole line out at every key press.

A break ("fold") is a line end in the view that is not in the exact text.
"""

import re
from dataclasses import dataclass

_LONGEST = 2048
_PIECE = 1024


@dataclass(frozen=True, slots=True)
class Folding:
    """Lines of more than `longest` code points are broken into pieces of `piece`."""

    longest: int = _LONGEST
    piece: int = _PIECE


def folding(columns: int) -> Folding:
    """Return a folding whose pieces fill whole rows of `columns` characters, so none is ragged."""
    if columns <= 0 or columns > _PIECE:
        return Folding()
    return Folding(piece=_PIECE - _PIECE % columns)


def folded(text: str, how: Folding) -> tuple[str, tuple[int, ...]]:
    """Return `text` with its long lines broken, and the positions of the breaks in the result.

    `text` starts at the beginning of a line and has no folds yet.
    """
    if len(text) <= how.longest:
        return text, ()
    pieces: list[str] = []
    folds: list[int] = []
    done = 0
    for line in re.finditer(rf"[^\n]{{{how.longest + 1},}}", text):
        for at in range(line.start() + how.piece, line.end(), how.piece):
            pieces.append(text[done:at])
            folds.append(at + len(folds))
            done = at
    pieces.append(text[done:])
    return "\n".join(pieces), tuple(folds)
