"""What changed between two texts, as the one middle part that has to be replaced."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """`inserted` takes the place of what stood from `start` to `end` (code points)."""

    start: int
    end: int
    inserted: str

    def carried(self, offset: int) -> int:
        """Return where `offset` stands afterwards: it sticks to the text it stood in or before."""
        if offset <= self.start:
            return offset
        if offset >= self.end:
            return offset + len(self.inserted) - (self.end - self.start)
        return min(offset, self.start + len(self.inserted))


def difference(old: str, new: str, caret: int | None = None) -> Splice:
    """Return the smallest middle that turns `old` into `new`.

    `caret` is where the caret stands in `new`, if the change was a gesture: among equal characters
    ("aa" made of "aaa") it tells which one was meant, since a gesture leaves the caret behind it.
    """
    shortest = min(len(old), len(new))
    tail = None if caret is None else len(new) - caret
    if tail is not None and 0 <= tail <= shortest and old.endswith(new[len(new) - tail :]):
        start = common_start(old, new, shortest - tail)
        if start == shortest - tail:
            return Splice(start, len(old) - tail, new[start : len(new) - tail])
        end = common_end(old, new, shortest - start)
    else:
        start = common_start(old, new, shortest)
        end = common_end(old, new, shortest - start)
    return Splice(start, len(old) - end, new[start : len(new) - end])


def common_start(one: str, other: str, most: int) -> int:
    """Return how many leading characters two texts share, `most` at the most.

    Found by halving: slices are compared at the speed of memory, which is what makes a key press
    in a megabyte cheap.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str, most: int) -> int:
    """Return how many trailing characters two texts share, `most` at the most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        same = (
            one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]
        )
        if same:
            low = middle
        else:
            high = middle - 1
    return low
