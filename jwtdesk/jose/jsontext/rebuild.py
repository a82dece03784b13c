"""Members of a JSON text taken out, replaced and added; every other lexeme and space is kept."""

from collections.abc import Iterator
from itertools import pairwise

from jwtdesk.jose.jsontext.members import members

ROOT = -1
WHITE = " \t\n\r"


class Rebuilding:
    """Changes to one sound JSON text, made from the inside out.

    `members` are those of the text, in document order; a member is named by its index among them,
    the outermost value by `ROOT`. `parents` and `children` say how they are nested. Whoever changes
    a text goes through `inwards`, where each value comes after everything inside it.
    """

    def __init__(self, text: str) -> None:
        """Take the sound `text` apart."""
        self.text = text
        self.members = members(text)
        self.parents: list[int] = []
        self.children: dict[int, list[int]] = {ROOT: []}
        self._texts: dict[int, str] = {}
        self._dropped: set[int] = set()
        self._added: dict[int, list[str]] = {}
        self._touched: set[int] = set()
        opened = [ROOT]
        for index, one in enumerate(self.members):
            del opened[one.depth :]
            self.parents.append(opened[-1])
            self.children[opened[-1]].append(index)
            self.children[index] = []
            opened.append(index)

    def inwards(self) -> Iterator[int]:
        """Yield every member from the last to the first, so inner before outer; then `ROOT`."""
        for index in range(len(self.members) - 1, ROOT - 1, -1):
            yield index
            if index in self._touched:
                self.value(index)
                self._touched.update(self.parents[index : index + 1] if index != ROOT else ())

    def child(self, index: int, name: str) -> int | None:
        """Return the last member `name` directly inside the value of `index`."""
        found = [one for one in self.children[index] if self.members[one].name == name]
        return found[-1] if found else None

    def value(self, index: int) -> str:
        """Return the text of a value as it is now; what is inside it must not change any more."""
        if index not in self._texts and index in self._touched:
            self._texts[index] = self._written(index)
        start, end = self._bounds(index)
        return self._texts.get(index) or self.text[start:end]

    def whole(self) -> str:
        """Return the whole text as it is now."""
        start, end = self._bounds(ROOT)
        return self.text[:start] + self.value(ROOT) + self.text[end:]

    def replace(self, index: int, text: str) -> None:
        """Let the member or entry `index` have `text` as its value."""
        self._texts[index] = text
        self._touched.add(self.parents[index])

    def drop(self, index: int) -> None:
        """Take the member or entry `index` out of what holds it."""
        self._dropped.add(index)
        self._touched.add(self.parents[index])

    def add(self, index: int, name: str, text: str) -> None:
        """Put a member at the end of the object `index`; `name` is its quoted name."""
        first = self.members[self.children[index][0]] if self.children[index] else None
        between = self.text[first.key.end : first.value.start] if first else ":"
        self._added.setdefault(index, []).append(f"{name}{between}{text}")
        self._touched.add(index)

    def _bounds(self, index: int) -> tuple[int, int]:
        if index != ROOT:
            return self.members[index].value.start, self.members[index].value.end
        start = len(self.text) - len(self.text.lstrip(WHITE))
        return start, len(self.text.rstrip(WHITE))

    def _written(self, index: int) -> str:
        """Return the text of the object or list `index`, put together anew."""
        text, inner = self.text, [self.members[one] for one in self.children[index]]
        start, end = self._bounds(index)
        before = text[start : inner[0].key.start] if inner else text[start : end - 1]
        after = text[inner[-1].value.end : end] if inner else text[end - 1 : end]
        leads = [before, *(text[a.value.end : b.key.start] for a, b in pairwise(inner))]
        kept = [
            (lead, text[one.key.start : one.value.start] + self.value(at))
            for lead, one, at in zip(leads, inner, self.children[index], strict=False)
            if at not in self._dropped
        ]
        kept += [(f",{before[1:]}", one) for one in self._added.get(index, [])]
        body = "".join(f"{lead if at else before}{one}" for at, (lead, one) in enumerate(kept))
        return (body or before) + after
