"""The text of a key, freed from what editors and consoles wrap around it; each step is noted."""

from dataclasses import dataclass

from jwtdesk.jose.problem import Problem, Severity
from jwtdesk.jose.words import tr

LIMIT_OCTETS = 1 << 20
BOM8, BOM16 = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class KeyText:
    """Text that may hold a key, and what was done to get it (severity INFO)."""

    text: str
    notes: tuple[Problem, ...] = ()


def key_text(octets: bytes) -> KeyText | None:
    """Return the text that `octets` are, or None when they are no text (UTF-8 or UTF-16)."""
    notes: tuple[Problem, ...] = ()
    encoding = "utf-8"
    if octets.startswith(BOM8):
        octets, notes = octets[len(BOM8) :], (_byte_order_mark(),)
    elif octets.startswith(BOM16):
        encoding, notes = "utf-16", (_wide(),)
    elif len(octets) % 2 == 0 and octets[:1] and octets[1:8:2] == b"\0\0\0\0":
        encoding, notes = "utf-16-le", (_wide(),)
    try:
        return KeyText(octets.decode(encoding), notes)
    except UnicodeDecodeError:
        return None


def note(code: str, message: str) -> Problem:
    """Return a note: something was mended while reading, which is worth knowing."""
    return Problem(code, message, severity=Severity.INFO)


def _byte_order_mark() -> Problem:
    return note("key-bom", tr("The text begins with a byte order mark, which was left out."))


def _wide() -> Problem:
    return note("key-utf16", tr("The text was saved as UTF-16 and was converted."))


def too_large(octets: bytes) -> Problem | None:
    """Return the refusal of a text longer than any key, or None."""
    if len(octets) <= LIMIT_OCTETS:
        return None
    return Problem(
        "key-too-large",
        tr("This text is longer than 1 MiB, which no key is; paste only the key."),
    )
