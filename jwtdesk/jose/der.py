"""A small, bounded reader of DER (ITU-T X.690): key sizes are known before any library runs."""

from dataclasses import dataclass

INTEGER, BIT_STRING, OCTET_STRING, OBJECT, SEQUENCE, SET = 0x02, 0x03, 0x04, 0x06, 0x30, 0x31
LONG_FORM = 0x80
LENGTH_OCTETS = 4


class Malformed(Exception):  # noqa: N818 - says what the octets are
    """The octets are not the structure that was asked for; never leaves the key readers.

    `missing` is how many octets a cut-off value lacks, 0 when nothing is cut off.
    """

    def __init__(self, missing: int = 0) -> None:
        super().__init__(missing)
        self.missing = missing


@dataclass(slots=True)
class Der:
    """A place in DER octets, moving forward value by value; raises `Malformed` at a fault."""

    octets: bytes
    at: int = 0

    def peek(self) -> int | None:
        """Return the tag octet of the next value, None at the end."""
        return self.octets[self.at] if self.at < len(self.octets) else None

    def take(self, tag: int) -> bytes:
        """Return the content octets of the next value, which must have `tag`, and step over it."""
        if self.peek() != tag:
            raise Malformed
        start, length = self._length()
        end = start + length
        if end > len(self.octets):
            raise Malformed(end - len(self.octets))
        self.at = end
        return self.octets[start:end]

    def _length(self) -> tuple[int, int]:
        first = self.at + 1
        if first >= len(self.octets):
            raise Malformed(1)
        short = self.octets[first]
        if short < LONG_FORM:
            return first + 1, short
        count = short - LONG_FORM
        start = first + 1 + count
        if not 0 < count <= LENGTH_OCTETS:
            raise Malformed
        if start > len(self.octets):
            raise Malformed(start - len(self.octets))
        return start, int.from_bytes(self.octets[first + 1 : start], "big")

    def sequence(self) -> "Der":
        """Step into the next value, a SEQUENCE, and over it."""
        return Der(self.take(SEQUENCE))

    def number(self) -> int:
        """Return the next INTEGER, read as signed (a negative one fits no key)."""
        return int.from_bytes(self.take(INTEGER), "big", signed=True)

    def object_id(self) -> str:
        """Return the next OBJECT IDENTIFIER in dotted form."""
        content = self.take(OBJECT)
        if not content:
            raise Malformed
        arcs, value = [], 0
        for octet in content[:32]:
            value = value << 7 | octet & 0x7F
            if octet < LONG_FORM:
                arcs.append(value)
                value = 0
        first = min(arcs[0] // 40, 2) if arcs else 0
        return ".".join(map(str, [first, (arcs[0] if arcs else 0) - first * 40, *arcs[1:]]))

    def bits(self) -> bytes:
        """Return the octets of the next BIT STRING, which must have no unused bits."""
        content = self.take(BIT_STRING)
        if content[:1] != b"\0":
            raise Malformed
        return content[1:]

    def skip(self) -> None:
        """Step over the next value, whatever it is."""
        tag = self.peek()
        if tag is None:
            raise Malformed(1)
        self.take(tag)


def missing_octets(octets: bytes) -> int | None:
    """Return how many octets a cut-off outermost SEQUENCE lacks: 0 when whole, None for no DER."""
    reader = Der(octets)
    try:
        reader.take(SEQUENCE)
    except Malformed as fault:
        return fault.missing or None
    return 0
