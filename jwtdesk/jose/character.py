"""How one character is named to a person who may not be able to see it."""

import unicodedata

from jwtdesk.jose.words import tr

# Control characters have no name in the Unicode data; these are the ones that people meet.
CONTROL_NAMES = {
    "\x00": "NULL",
    "\x08": "BACKSPACE",
    "\t": "TAB",
    "\n": "LINE FEED",
    "\x0b": "VERTICAL TAB",
    "\x0c": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
    "\ufeff": "BYTE ORDER MARK",
}
# Printable to Python, yet drawn as nothing: Hangul fillers and the blank Braille pattern.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
LONGEST_EXCERPT = 24


def visible(character: str) -> bool:
    """Tell whether `character` can be seen when it stands alone."""
    if character == " " or character in BLANK or not character.isprintable():
        return False
    return not unicodedata.category(character).startswith("M")


def character_name(character: str) -> str:
    """Return the Unicode name of `character` in capitals, or what kind of character it is."""
    if character in CONTROL_NAMES:
        return CONTROL_NAMES[character]
    kinds = {"Cc": "CONTROL CHARACTER", "Cs": "LONE SURROGATE", "Co": "PRIVATE USE CHARACTER"}
    kind = kinds.get(unicodedata.category(character), "UNASSIGNED CHARACTER")
    return unicodedata.name(character, kind)


def readable(character: str) -> str:
    """Return `character` so that it can be read in a sentence.

    A visible ASCII character is quoted; another visible one also has its name and number, because
    it may look like a third; an invisible one has only these.
    """
    if visible(character):
        if character.isascii():
            return tr("“{character}”", character=character)
        return tr(
            "{name} ({character}, {number})",
            character=character,
            name=character_name(character),
            number=f"U+{ord(character):04X}",
        )
    return tr("{name} ({number})", name=character_name(character), number=f"U+{ord(character):04X}")


def excerpt(text: str, longest: int = LONGEST_EXCERPT) -> str:
    """Return the beginning of `text` in quotation marks, short and safe to print anywhere."""
    return tr("“{text}”", text=shortened(text, longest))


def shortened(text: str, longest: int) -> str:
    """Return at most `longest` characters of `text`, with what cannot be seen as an escape."""
    shown = "".join(
        one if visible(one) or one == " " else f"\\u{ord(one):04x}" for one in text[:longest]
    )
    return shown + ("…" if len(text) > longest else "")
