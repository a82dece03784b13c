"""Searching for one damaged character: replaced, lost, doubled, or two that changed places."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from jwtdesk.analysis.hypothesis import Work
from jwtdesk.analysis.trials.cost import OCTET, Meter
from jwtdesk.analysis.trials.matcher import Hashing, Matcher
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


# Looking whether a repaired part is JSON at all.
SIFTING = 0.012


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
    """Where to search, and for what: positions `start` to `end` of the text (half open).

    `last_first` begins at the end, where the text went wrong.
    """

    start: int
    end: int
    changes: frozenset[Change]
    likely_only: bool = False
    last_first: bool = False

    @property
    def places(self) -> range:
        """The positions in the order in which they are tried."""
        forward = range(self.start, self.end)
        return forward[::-1] if self.last_first else forward


def search(
    text: bytes,
    regions: Iterable[Region],
    matcher: Matcher,
    limit_ms: float,
    plausible: Callable[[bytes, int], bool] | None = None,
) -> Iterator[Work | Edit]:
    """Yield the one repair of `text` that the signature fits, if it is found within `limit_ms`.

    `plausible` sorts out, before a costly question, what cannot have been meant: it is given the
    repaired text and the place of the repair.
    """
    meter, spent = Meter(), 0.0
    for region in regions:
        state, reached = matcher.fresh(), 0
        for at in region.places:
            if at < reached:
                state, reached = matcher.fresh(), 0
            state.update(text[reached:at])
            reached = at
            found, asked, sifted = _try_here(text, at, region, matcher, state, plausible)
            if found is not None:
                yield found
                return
            cost = asked * (matcher.each + (len(text) - at) * OCTET * matcher.fast)
            cost += sifted * SIFTING
            spent += cost
            pause = meter.spent(cost)
            if pause is not None:
                yield pause
            if spent > limit_ms:
                return
    yield meter.rest()


def _try_here(  # noqa: PLR0913, PLR0917 - the inside of the loop above
    text: bytes,
    at: int,
    region: Region,
    matcher: Matcher,
    state: Hashing,
    plausible: Callable[[bytes, int], bool] | None,
) -> tuple[Edit | None, int, int]:
    """Try every repair at one place: the one that fits, how many were asked, how many sifted."""
    asked = sifted = 0
    for edit, replacement in _edits(text, at, region):
        rest = replacement + text[at + edit.removed :]
        if plausible is not None:
            sifted += 1
            if not plausible(text[:at] + rest, at):
                continue
        asked += 1
        tried = state.copy()
        tried.update(rest)
        if matcher.hit(tried.digest()):
            return edit, asked, sifted
    return None, asked, sifted


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
