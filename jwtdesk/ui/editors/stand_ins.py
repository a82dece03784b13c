"""Characters that a Qt text widget would change or drop, and what is shown in their place.

Each stand-in is one code point, so that positions stay what they are. They are only ever seen:
the exact text is kept beside the view (see `exact_view`). Marks that turn the reading direction
have one too, because with them a text can look like another; so have spaces without width.
"""

import re
import unicodedata

_BOX = "\u25af"
_UNKNOWN = "\ufffd"
_LINE = "\u21b2"
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n")
_OTHERS = {
    "\r": "\u21b5",
    "\x85": _LINE,
    "\u2028": _LINE,
    "\u2029": "\u00b6",
    **dict.fromkeys("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e", _BOX),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", _BOX),
    **dict.fromkeys("\ufdd0\ufdd1\ufffc\ufffe\uffff", _UNKNOWN),
}
_STAND_INS = {**dict.fromkeys(_CONTROLS.decode("ascii"), _BOX), **_OTHERS}
_CHANGED = re.compile(f"[{re.escape(''.join(_STAND_INS))}\ud800-\udfff]")
_NAMES = {"\r": "CARRIAGE RETURN", "\x00": "NULL", "\x85": "NEXT LINE", "\x1b": "ESCAPE"}


def seen(text: str) -> str:
    """Return `text` as a widget can hold it, one code point for each."""
    if text.isascii():
        octets = text.encode("ascii")
        if len(octets.translate(None, _CONTROLS)) == len(octets):
            return text
    return _CHANGED.sub(lambda found: _STAND_INS.get(found[0], _UNKNOWN), text)


def name_of(character: str) -> str:
    """Return what a character is called in Unicode's tables, such as "U+000D CARRIAGE RETURN"."""
    name = _NAMES.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()
