"""Letters that belong to one alphabet and pass for those of another (Unicode TR 39)."""

LATIN = r"A-Za-z\u00c0-\u024f"
# Cyrillic, Armenian, Cherokee, letters of formulas, and the Greek letters that look Latin.
OTHER = (
    r"\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\U0001d400-\U0001d7ff"
    r"\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    r"\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f2\u03f3"
)
