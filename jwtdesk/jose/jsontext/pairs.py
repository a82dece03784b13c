"""How the standard library's scanner builds objects, without losing that a name was repeated."""

from jwtdesk.jose.jsontext.document import Value


class Pairs:
    """Builds objects, remembers the pairs of the last one, and whether any repeated a name."""

    __slots__ = ("last", "repeated")

    def __init__(self) -> None:
        self.last: list[tuple[str, Value]] = []
        self.repeated = False

    def build(self, pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        """Return the pairs as a dictionary; the last of a name counts."""
        self.last = pairs
        built = dict(pairs)
        if len(built) != len(pairs):
            self.repeated = True
        return built
