"""Makes the characters of a secret that cannot be seen visible, because they change every byte."""

import unicodedata
from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jwtdesk.jose.words import plural
from jwtdesk.ui.style import set_shown
from jwtdesk.ui.theme import Theme
from jwtdesk.ui.widgets.icon_label import IconLabel
from jwtdesk.ui.widgets.plain_label import PlainLabel

_MARKS = {" ": "·", "\t": "→", "\n": "↵", "\r": "␍", "\x7f": "␡", "\u00a0": "⍽"}
_HIDDEN = ("Cc", "Cf", "Zs", "Zl", "Zp", "Cs", "Co", "Cn")
_END = 48
"""So many characters of either end are shown of a long secret."""


def mark(character: str) -> str:
    """Return what stands for one character: itself when it can be seen, else a visible mark."""
    if character in _MARKS:
        return _MARKS[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    if unicodedata.category(character) in _HIDDEN:
        return f"⟨U+{ord(character):04X}⟩"
    return character


def mark_invisibles(text: str, *, masked: bool = False) -> str:
    """Return `text` with a visible mark for every character that cannot be seen.

    `masked` shows every other character as a bullet. Of a long text only both ends are shown.
    """
    if len(text) > 2 * _END:
        ends = (text[:_END], text[-_END:])
        return " … ".join(mark_invisibles(end, masked=masked) for end in ends)
    return "".join(
        "•" if masked and mark(character) == character else mark(character) for character in text
    )


def count_invisibles(text: str) -> int:
    """Return how many characters of `text` cannot be seen, plain spaces between words aside."""
    inner = text.strip(" ")
    edges = len(text) - len(inner)
    kinds = Counter(inner.replace(" ", "x"))
    return edges + sum(count for one, count in kinds.items() if mark(one) != one)


class Invisibles(QFrame):
    """A line below a secret that appears when the secret holds characters nobody can see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = IconLabel("invisible", "warn", 15)
        self.count = PlainLabel(type="small", tone="warn")
        self.text = PlainLabel(type="smallmono", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.count)
        row.addWidget(self.text, 1)
        self.show_secret("")

    def show_secret(self, secret: str, *, masked: bool = True) -> None:
        """Show the marks for `secret`; nothing at all when everything in it can be seen."""
        count = count_invisibles(secret)
        words = plural(count, "{count} invisible character", "{count} invisible characters")
        self.count.setText(words)
        self.text.setText(mark_invisibles(secret, masked=masked) if count else "")
        self.setAccessibleName(words)
        set_shown(self, count > 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw with `theme` from now on."""
        self.icon.set_theme(theme)
