"""Characters that a Qt text widget would change or drop, and what is shown in their place.

Each stand-in is one code point, so that positions stay what they are. They are only ever seen:
the exact text is kept beside the view (see `exact_view`).
"""

import re

_REPLACEMENT = "\ufffd"
_PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_STAND_INS = {
    **_PICTURES,
    "\x7f": "\u2421",
    "\x85": "\u2424",
    "\u2028": "\u2424",
    "\u2029": "\u00b6",
    "\ufdd0": _REPLACEMENT,
    "\ufdd1": _REPLACEMENT,
    "\ufeff": _REPLACEMENT,
    "\ufffc": _REPLACEMENT,
    "\ufffe": _REPLACEMENT,
    "\uffff": _REPLACEMENT,
}
_CHANGED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"
)
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n")


def seen(text: str) -> str:
    """Return `text` as a widget can hold it, one code point for each."""
    if text.isascii():
        octets = text.encode("ascii")
        if len(octets.translate(None, _CONTROLS)) == len(octets):
            return text
    return _CHANGED.sub(lambda found: _STAND_INS.get(found[0], _REPLACEMENT), text)
