"""Letters that belong to one alphabet and pass for those of another (Unicode TR 39)."""

import re

LATIN = r"A-Za-z\u00c0-\u024f"
# Cyrillic, Armenian, Cherokee, letters of formulas, and the Greek letters that look Latin.
OTHER = (
    r"\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\U0001d400-\U0001d7ff"
    r"\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    r"\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f2\u03f3"
)
# Letters that one cannot tell from a Latin one, by code point since the eye is no help here.
_CYRILLIC = {
    0x0410: "A", 0x0412: "B", 0x0421: "C", 0x0415: "E", 0x041D: "H", 0x0406: "I", 0x0408: "J",
    0x041A: "K", 0x041C: "M", 0x041E: "O", 0x0420: "P", 0x0405: "S", 0x0422: "T", 0x0425: "X",
    0x04AE: "Y", 0x04C0: "I", 0x050C: "G", 0x051A: "Q", 0x051C: "W",
    0x0430: "a", 0x0441: "c", 0x0435: "e", 0x0456: "i", 0x0458: "j", 0x043E: "o", 0x0440: "p",
    0x0455: "s", 0x0445: "x", 0x0443: "y", 0x04CF: "l", 0x0501: "d", 0x04BB: "h", 0x051B: "q",
    0x051D: "w", 0x04AF: "y", 0x0475: "v",
}  # fmt: skip
_GREEK = {
    0x0391: "A", 0x0392: "B", 0x0395: "E", 0x0396: "Z", 0x0397: "H", 0x0399: "I", 0x039A: "K",
    0x039C: "M", 0x039D: "N", 0x039F: "O", 0x03A1: "P", 0x03A4: "T", 0x03A5: "Y", 0x03A7: "X",
    0x03B1: "a", 0x03B9: "i", 0x03BA: "k", 0x03BD: "v", 0x03BF: "o", 0x03C1: "p", 0x03C5: "u",
    0x03C7: "x", 0x03F2: "c", 0x03F3: "j",
}  # fmt: skip
_TWINS = (_CYRILLIC, _GREEK)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Every letter of an alphabet that has such letters, those without a twin included.
FOREIGN = re.compile(r"[\u0370-\u052f\u1f00-\u1fff]")


def latin_twin(word: str) -> str | None:
    """Return how `word` reads to whoever takes all its letters for Latin ones.

    None unless each of them is of one other alphabet and has a Latin twin (Unicode TR 39).
    """
    for twins in _TWINS:
        if word and all(ord(letter) in twins for letter in word):
            return word.translate(twins)
    return None


def disguised_word(text: str) -> tuple[str, str] | None:
    """Return the first word of `text` that passes for a Latin one, and what it passes for.

    None when another word is honestly of that alphabet: then this is a text in its language.
    """
    words = _WORD.findall(text) if FOREIGN.search(text) else []
    found = next(((one, twin) for one in words if (twin := latin_twin(one))), None)
    honest = any(FOREIGN.search(one) and not latin_twin(one) for one in words)
    return None if honest else found
