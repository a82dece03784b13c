"""The characters beside bytes: what each line of a hexadecimal payload says as ASCII."""

from jwtdesk.jose.hex_text import ascii_lines, read_hex
from jwtdesk.model.margin_note import MarginNote

# More lines than these have no characters beside them: nobody reads so many.
MOST_LINES = 2_048


def hex_notes(text: str) -> tuple[MarginNote, ...]:
    """Return a note for each line of the hexadecimal `text` that can be read."""
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n", MOST_LINES)[:MOST_LINES]:
        octets = read_hex(line)
        if isinstance(octets, bytes) and octets:
            found.append((at, ascii_lines(octets, len(octets))[0]))
        at += len(line) + 1
    widest = max((len(shown) for _, shown in found), default=0)
    return tuple(MarginNote(at, shown.ljust(widest), code=True) for at, shown in found)
