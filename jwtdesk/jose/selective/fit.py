"""Whether a disclosure has the form that its place asks for, and room there."""

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.selective.disclosure import MEMBER, Piece
from jwtdesk.jose.words import tr

# As deep as any payload may be here.
DEPTH = 200


def misfit(piece: Piece, length: int, depth: int) -> Problem | None:
    """Return why a disclosure cannot stand where its digest does (RFC 9901 section 7.1 step 3).

    `length` is how many elements it must have, `depth` the level of what holds the digest.
    """
    if piece.length != length:
        if length == MEMBER:
            message = tr("It has the form of a list entry, but its digest stands in an object.")
        else:
            message = tr("It has the form of a claim with a name, but its digest stands in a list.")
        return Problem("disclosure-form", message)
    if depth + piece.levels > DEPTH:
        message = tr("It lies deeper than {depth} levels: too deep to be put in.", depth=DEPTH)
        return Problem("disclosure-too-deep", message)
    return None
