"""JSON for a terminal: pretty, byte for byte the same values, each claim's meaning at its right."""

from jwtdesk.analysis.claims import Claim
from jwtdesk.app.safe_text import safe
from jwtdesk.jose.jsontext import line_column, members, pretty

# Beyond this many characters the text is printed without notes.
_NOTED = 200_000
# Notes stand right of this column at the latest.
_WIDEST = 48


def noted(text: str, claims: tuple[Claim, ...], *, indent: str = "  ") -> str:
    """Return the JSON `text` indented, with what each top-level member means beside it.

    A time is told as it stands now; another member by what its name stands for.
    """
    laid_out = pretty(text)
    lines = laid_out.splitlines() or [""]
    notes = _notes(laid_out, claims) if len(laid_out) <= _NOTED else {}
    short = [len(lines[at]) for at in notes if len(lines[at]) <= _WIDEST]
    column = max(short, default=0)
    shown = [
        f"{safe(line):<{column}}  {notes[at]}" if at in notes else safe(line)
        for at, line in enumerate(lines)
    ]
    return "\n".join(indent + line for line in shown)


def _notes(text: str, claims: tuple[Claim, ...]) -> dict[int, str]:
    """Return the note for each line (counted from 0) on which a known member stands."""
    told = {one.name: one for one in claims if one.meaning}
    found: dict[int, str] = {}
    for member in members(text):
        claim = told.get(member.name) if member.depth == 1 and member.name else None
        if claim is not None:
            found[line_column(text, member.key.start)[0] - 1] = _note(claim)
    return found


def _note(claim: Claim) -> str:
    return claim.text if claim.is_time else claim.meaning
