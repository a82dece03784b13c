"""A token that a mail, a terminal or a text box broke into several lines: put together again."""

import re
from dataclasses import dataclass

from jwtdesk.jose.token_start import END, LETTERS, begins_token, finished
from jwtdesk.jose.white_space import SPACES

# A gap between two pieces of a token: blanks, line ends, a mail's quoting marks, a shell's `\`.
_GAP = re.compile(rf"\\?[{SPACES}]+(?:>[> ]*)*")
_WORD = re.compile(r"[A-Za-z0-9_\-+/=.~]+")
_LINE_END = re.compile("[\r\n]")
# Wrapped lines are at least this wide; a word after a shorter line is prose.
_NARROWEST = 32
# Quoted-printable text breaks its lines after 75 characters with an equals sign.
_QUOTED_PRINTABLE = 76


@dataclass(frozen=True, slots=True)
class Joined:
    """The pieces of one token put together, and where the last one ends in the text."""

    text: str
    end: int


@dataclass(frozen=True, slots=True)
class _Break:
    """One gap in a text with the word behind it, and whether the token may go on there.

    `pure` says that from the token on the text holds only token characters and white space.
    """

    text: str
    gap: re.Match[str]
    word: re.Match[str]
    pure: bool

    @property
    def is_line_end(self) -> bool:
        return bool(_LINE_END.search(self.gap.group()))

    def soft(self, so_far: str) -> bool:
        """Return whether the token's last `=` only marks a broken line (quoted-printable)."""
        full = _width(self.text, self.gap.start()) == _QUOTED_PRINTABLE
        return self.is_line_end and so_far.endswith("=") and full

    def crossed_by(self, so_far: str) -> bool:
        """Return whether the word behind the gap belongs to the token read `so_far`."""
        word = self.word.group()
        if begins_token(word) and not so_far.endswith("~"):
            return False
        if not (self.pure or self.is_line_end) or so_far.strip(LETTERS) or finished(so_far):
            return False
        if self.pure or so_far.count(".") < 2:  # noqa: PLR2004  # the signature has not begun
            return True
        width, following = _width(self.text, self.gap.start()), _width(self.text, self.word.end())
        last = self.word.end()
        whole_line = last == len(self.text) or END.match(self.text, last) is not None
        return whole_line and following <= width and width >= _NARROWEST


def join(text: str, start: int, pure_from: int) -> Joined:
    """Return the token that starts at `start`, over as many lines as it takes.

    From `pure_from` on, `text` holds nothing but token characters and white space.
    """
    found = END.search(text, start)
    end = found.start() if found else len(text)
    so_far = text[start:end]
    while (gap := _GAP.match(text, end)) and (word := _WORD.match(text, gap.end())):
        one = _Break(text, gap, word, pure=start >= pure_from)
        if one.soft(so_far):
            so_far = so_far[:-1]
        if not one.crossed_by(so_far):
            break
        so_far += word.group()
        end = word.end()
    return Joined(so_far, end)


def _width(text: str, end: int) -> int:
    """Return how long the line is that ends at `end`."""
    return end - max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) - 1
