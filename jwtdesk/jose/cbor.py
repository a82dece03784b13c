"""CBOR recognised, not opened: is this one well-formed item, and of which make (RFC 8949)?"""

from dataclasses import dataclass, field

# Bounds of a walk: what is bigger is not judged.
DEEPEST = 64
MOST = 20_000
BYTES, TEXT, LIST, MAP, TAG, SIMPLE = 2, 3, 4, 5, 6, 7
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_INDEFINITE = 31
_BREAK = 0xFF
_TWO_OCTETS = 32  # simple values below are written in one octet


@dataclass(frozen=True, slots=True)
class Item:
    """The outermost item: its tags from outside in, its major type, and those of its elements.

    `elements` of a map are key, value, key, value. `shortest` says that every length and number
    was written in the fewest octets, as encoders do and chance does not.
    """

    tags: tuple[int, ...]
    major: int
    elements: tuple[int, ...]
    shortest: bool


@dataclass(slots=True)
class _Open:
    """A list, map or string in pieces that is being read; `left` is None when it has no count."""

    major: int
    left: int | None
    count: int = 0


@dataclass(slots=True)
class _Walk:
    octets: bytes
    at: int = 0
    shortest: bool = True
    tags: list[int] = field(default_factory=list)
    majors: list[int] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    root: int | None = None

    def run(self) -> Item | None:
        """Read one item; None when it is not well-formed, not all, or too much to judge."""
        for _ in range(MOST):
            if not self._step():
                return None
            while self.opened and self.opened[-1].left == self.opened[-1].count:
                self.opened.pop()
            if self.root is not None and not self.opened:
                whole = self.at == len(self.octets)
                made = Item(tuple(self.tags), self.root, tuple(self.majors), self.shortest)
                return made if whole else None
        return None

    def _step(self) -> bool:
        """Read one head with its octets; False where it does not fit."""
        if self.at >= len(self.octets):
            return False
        first = self.octets[self.at]
        self.at += 1
        if first == _BREAK:
            return self._end()
        major, number = first >> 5, self._argument(first & 31)
        if number is None and (first & 31 != _INDEFINITE or major not in {BYTES, TEXT, LIST, MAP}):
            return False
        if self.opened and self.opened[-1].major in {BYTES, TEXT}:
            if number is None or major != self.opened[-1].major:
                return False
        elif major != TAG:
            self._count(major)
        elif number is not None and self.root is None:
            self.tags.append(number)
        return self._content(major, number, first)

    def _content(self, major: int, number: int | None, first: int) -> bool:
        if number is None or major in {LIST, MAP}:
            twice = 2 if major == MAP else 1
            left = None if number is None else number * twice
            self.opened.append(_Open(major, left))
            return len(self.opened) <= DEEPEST
        if major in {BYTES, TEXT}:
            return self._string(major, number)
        return major != SIMPLE or first & 31 != 24 or number >= _TWO_OCTETS  # noqa: PLR2004 - as _WIDTHS

    def _argument(self, low: int) -> int | None:
        """Return the number that a head carries, None when it has none."""
        if low < min(_WIDTHS):
            return low
        width = _WIDTHS.get(low)
        if width is None or self.at + width > len(self.octets):
            return None
        number = int.from_bytes(self.octets[self.at : self.at + width], "big")
        is_float = self.octets[self.at - 1] >> 5 == SIMPLE
        least = 24 if width == 1 else 1 << (4 * width)
        self.shortest &= is_float or number >= least
        self.at += width
        return number

    def _string(self, major: int, length: int) -> bool:
        end = self.at + length
        if end > len(self.octets):
            return False
        piece, self.at = self.octets[self.at : end], end
        return major == BYTES or _is_text(piece)

    def _count(self, major: int) -> None:
        """Take one item into what is open."""
        if self.root is None:
            self.root = major
        else:
            self.opened[-1].count += 1
            if len(self.opened) == 1:
                self.majors.append(major)

    def _end(self) -> bool:
        """Close what has no count; a map must have a value for each key."""
        if not self.opened or self.opened[-1].left is not None:
            return False
        closed = self.opened.pop()
        return closed.major != MAP or closed.count % 2 == 0


def item_of(octets: bytes) -> Item | None:
    """Return the make of the one CBOR item that `octets` are, or None when they are none."""
    return _Walk(octets).run()


def _is_text(octets: bytes) -> bool:
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
