"""Text from a token as a person may see it: what hides, turns the writing or deceives is named."""

import re
import unicodedata

from jwtdesk.analysis.alphabets import LATIN, OTHER
from jwtdesk.jose.character import BLANK

_HIDING = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_WORD = re.compile(rf"[{LATIN}{OTHER}0-9_]+")
_LATIN = re.compile(f"[{LATIN}]")
_OTHER = re.compile(f"[{OTHER}]")
_KEPT = "\n\t"
_BARE = dict.fromkeys(map(ord, _KEPT))


def unhidden(text: str) -> str:
    """Return `text` with its number in place of every character that cannot be seen or turns text.

    Line ends, tabs and spaces stay; so does what is plainly a letter.
    """
    if text.isascii() and text.translate(_BARE).isprintable():
        return text
    return "".join(_number(one) if _hides(one) else one for one in text)


def made_visible(text: str) -> str:
    """Return `text` likewise, on one line, look-alikes followed by their numbers.

    A letter of another alphabet is a look-alike only where it stands among Latin ones
    (Unicode TR 39 section 5): a name that is Greek throughout stays as it is.
    """
    if text.isascii() and text.isprintable():
        return text
    found = unhidden(text).replace("\n", "↵").replace("\t", "→")
    spaced = "".join(_number(one) if _odd_space(one) else one for one in found)
    return _WORD.sub(lambda word: _told_apart(word[0]), spaced)


def _hides(character: str) -> bool:
    if character in _KEPT:
        return False
    return character in BLANK or unicodedata.category(character) in _HIDING


def _odd_space(character: str) -> bool:
    return character != " " and unicodedata.category(character) == "Zs"


def _told_apart(word: str) -> str:
    if not (_LATIN.search(word) and _OTHER.search(word)):
        return word
    return _OTHER.sub(lambda found: found[0] + _number(found[0]), word)


def _number(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
