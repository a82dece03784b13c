"""A token that a mail, a terminal or a text box broke into several lines: put together again."""

import re
from dataclasses import dataclass

from jwtdesk.jose.token_start import END, begins_token, binds, still_missing
from jwtdesk.jose.white_space import SPACES

# A gap between two pieces of a token: blanks, line ends, a mail's quoting marks, a shell's `\`.
_GAP = re.compile(rf"\\?[{SPACES}]+(?:>[> ]*)*")
_WORD = re.compile(r"[A-Za-z0-9_\-+/=.~]+")
_LINE_END = re.compile("[\r\n]")
# Wrapped lines are at least this wide; a word after a shorter line is prose.
_NARROWEST = 32
# Lines are measured up to this width.
_WIDEST = 1000
# Quoted-printable text breaks its lines after 75 characters with an equals sign.
_QUOTED_PRINTABLE = 76
# Dots before the signature of a compact token.
_DOTS = 2


@dataclass(frozen=True, slots=True)
class Joined:
    """The pieces of one token put together, and where the last one ends in the text."""

    text: str
    end: int


@dataclass(frozen=True, slots=True)
class _SoFar:
    """What is known of a token while its pieces are gathered, without looking at them again.

    `header` is its first part, "" while unknown; `tail` the length of its last part.
    """

    dots: int
    tail: int
    header: str
    last: str
    sound: bool

    def and_then(self, word: str, pieces: list[str]) -> "_SoFar":
        """Return the knowledge after one more `word`."""
        dots = self.dots + word.count(".")
        tail = len(word) - word.rfind(".") - 1 + (0 if "." in word else self.tail)
        header = self.header or ("".join(pieces).partition(".")[0] if dots else "")
        return _SoFar(dots, tail, header, word[-1], self.sound)

    @property
    def missing(self) -> int | None:
        """How many characters the signature still lacks, None when that cannot be known."""
        return still_missing(self.header, self.tail) if self.dots == _DOTS else None


def join(text: str, start: int, pure_from: int) -> Joined:
    """Return the token that starts at `start`, over as many lines as it takes.

    From `pure_from` on, `text` holds nothing but token characters and white space.
    """
    found = END.search(text, start)
    end = found.start() if found else len(text)
    first = text[start:end]
    pieces = [first]
    so_far = _SoFar(0, 0, "", "", sound=bool(_WORD.fullmatch(first))).and_then(first, pieces)
    while (gap := _GAP.match(text, end)) and (word := _WORD.match(text, gap.end())):
        if not _crosses(text, gap, word, so_far, pure=start >= pure_from):
            break
        if so_far.last == "=" and _width(text, gap.start()) == _QUOTED_PRINTABLE:
            pieces[-1] = pieces[-1][:-1]
        pieces.append(word.group())
        so_far = so_far.and_then(word.group(), pieces)
        end = word.end()
    return Joined("".join(pieces), end)


def _crosses(
    text: str, gap: re.Match[str], word: re.Match[str], so_far: _SoFar, *, pure: bool
) -> bool:
    """Return whether the token goes on with `word` behind the `gap`."""
    if begins_token(word.group()):
        return so_far.last == "~" and binds(word.group())
    line_end = _LINE_END.search(gap.group())
    if not (pure or line_end) or not so_far.sound or so_far.missing == 0:
        return False
    if pure or so_far.dots < _DOTS or so_far.missing:
        return True
    width, following = _width(text, gap.start()), _width(text, word.end())
    whole_line = word.end() == len(text) or END.match(text, word.end()) is not None
    return whole_line and following <= width and width >= _NARROWEST


def _width(text: str, end: int) -> int:
    """Return how long the line is that ends at `end`."""
    start = max(end - _WIDEST, 0)
    return end - max(text.rfind("\n", start, end), text.rfind("\r", start, end), start - 1) - 1
