"""Long lines are broken for display only, because Qt lays a whole line out at every key press.

A break ("fold") is a line end in the view that is not in the exact text.
"""

from dataclasses import dataclass

_LONGEST = 4096
_PIECE = 2048


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
    lines: list[str] = []
    folds: list[int] = []
    position = 0
    for line in text.split("\n"):
        step = how.piece if len(line) > how.longest else max(1, len(line))
        pieces = [line[at : at + step] for at in range(0, len(line), step)] or [""]
        for piece in pieces[:-1]:
            position += len(piece)
            folds.append(position)
            position += 1
        position += len(pieces[-1]) + 1
        lines.append("\n".join(pieces))
    return "\n".join(lines), tuple(folds)
