"""Searching for one damaged character: replaced, lost, doubled, or two that changed places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.cost import OCTET, Meter
from jwtdesk.analysis.trials.matcher import Matcher
from jwtdesk.jose.base64url import ALPHABET

LETTERS = tuple(bytes([one]) for one in ALPHABET)
# What eyes, fonts and keyboards mix up.
GROUPS = (
    "0OoQD",
    "1lIi",
    "2Zz",
    "5Ss",
    "8B",
    "6Gb",
    "9gq",
    "uv",
    "nm",
    "ce",
    "-_",
    "VvW",
    "xX",
    "kK",
)


class Change(Enum):
    """What happened to one character."""

    REPLACED = "replaced"
    EXTRA = "extra"
    LOST = "lost"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Edit:
    """One character's repair: at `at`, `removed` characters give way to `put`."""

    change: Change
    at: int
    removed: int
    put: str

    def applied(self, text: str) -> str:
        """Return `text` repaired."""
        return text[: self.at] + self.put + text[self.at + self.removed :]


@dataclass(frozen=True, slots=True)
class Region:
    """Where to search, and for what: positions `start` to `end` of the text (half open)."""

    start: int
    end: int
    changes: frozenset[Change]
    likely_only: bool = False


def search(
    text: bytes, regions: Iterable[Region], matcher: Matcher, limit_ms: float
) -> Iterator[Work | Edit]:
    """Yield the one repair of `text` that the signature fits, if it is found within `limit_ms`."""
    meter, spent = Meter(), 0.0
    for region in regions:
        state = matcher.fresh()
        state.update(text[: region.start])
        for at in range(region.start, region.end):
            count = 0
            for edit, replacement in _edits(text, at, region):
                count += 1
                tried = state.copy()
                tried.update(replacement + text[at + edit.removed :])
                if matcher.hit(tried.digest()):
                    yield edit
                    return
            cost = count * (matcher.each + (len(text) - at) * OCTET * matcher.fast)
            spent += cost
            pause = meter.spent(cost)
            if pause is not None:
                yield pause
            if spent > limit_ms:
                return
            state.update(text[at : at + 1])
    yield meter.rest()


def _edits(text: bytes, at: int, region: Region) -> Iterator[tuple[Edit, bytes]]:
    here = text[at : at + 1]
    if here == b".":
        return
    changes = region.changes
    if Change.EXTRA in changes:
        yield Edit(Change.EXTRA, at, 1, ""), b""
    if Change.SWAPPED in changes and text[at + 1 : at + 2] not in (b"", b".", here):
        pair = text[at : at + 2][::-1]
        yield Edit(Change.SWAPPED, at, 2, pair.decode()), pair
    if Change.REPLACED in changes:
        for letter in alike(here) if region.likely_only else LETTERS:
            if letter != here:
                yield Edit(Change.REPLACED, at, 1, letter.decode()), letter
    if Change.LOST in changes:
        for letter in LETTERS:
            yield Edit(Change.LOST, at, 0, letter.decode()), letter


def alike(letter: bytes) -> tuple[bytes, ...]:
    """Return what `letter` is easily taken for: its other case, and what looks like it."""
    text = letter.decode("latin-1")
    found = {text.swapcase()}
    for group in GROUPS:
        if text in group:
            found.update(group)
    found.discard(text)
    return tuple(one.encode() for one in sorted(found) if one.encode() in LETTERS)
