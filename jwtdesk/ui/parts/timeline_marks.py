"""Where everything on the validity window stands: pure geometry, no drawing."""

import itertools
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.moment import clock_text, day_text, moment_text
from jwtdesk.ui.parts.time_scale import Stretch, stretches
from jwtdesk.ui.parts.validity import Validity

_GAP = 14.0
_DAY = 86_400
_ALONE = 3600
"""Half a line stands for so many seconds when a single instant is all there is to hold it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One instant on the line: `x` in pixels, the words above and below it, and which it is."""

    at: float
    x: float
    above: str
    below: str
    names: tuple[str, ...]

    @property
    def is_now(self) -> bool:
        """Whether this is the moment the token is judged at."""
        return "now" in self.names


@dataclass(frozen=True, slots=True)
class Line:
    """The whole line: marks from left to right and the pieces between them, in pixels.

    `anchors` are the instants that hold the line's scale, and where they stand; beyond them the
    scale goes on up to `left` and `right`.
    """

    marks: tuple[Mark, ...]
    pieces: tuple[Stretch, ...]
    anchors: tuple[tuple[float, float], ...]
    left: float
    right: float

    def x_of(self, moment: float) -> float:
        """Return where `moment` stands, kept on the line."""
        (at, x), (to, end) = self._piece([one for one, _x in self.anchors], moment)
        share = (moment - at) / (to - at)
        return min(max(x + share * (end - x), self.left), self.right)

    def moment_of(self, x: float) -> int:
        """Return the second that stands at `x`."""
        (at, begin), (to, end) = self._piece([one for _at, one in self.anchors], x)
        if end <= begin:
            return round(at)
        return round(at + (x - begin) / (end - begin) * (to - at))

    def _piece(self, ends: list[float], at: float) -> tuple[tuple[float, float], ...]:
        """Return the two anchors whose piece `at` belongs to, or goes beyond."""
        if len(self.anchors) == 1:
            instant, x = self.anchors[0]
            return (instant, x), (instant + _ALONE, self.right)
        place = min(max(bisect_right(ends, at), 1), len(ends) - 1)
        return self.anchors[place - 1], self.anchors[place]


def moved(line: Line, now: int, shown: Validity, *, local: bool) -> Line:
    """Return `line` with its scale held and only the mark of now at another moment."""
    instants = tuple(sorted((*(one.at for one in line.marks), now)))
    words = _words(now, ("now",), instants, shown, local=local)
    others = tuple(_unnamed(one) for one in line.marks if one.names != ("now",))
    mark = Mark(now, line.x_of(now), *words, names=("now",))
    return replace(line, marks=(*others, mark))


def _unnamed(mark: Mark) -> Mark:
    """Return a mark without now, whose words then stand elsewhere."""
    names = tuple(name for name in mark.names if name != "now")
    return replace(mark, above=" · ".join(names), names=names) if mark.is_now else mark


def laid_out(
    shown: Validity, left: float, right: float, measure: Callable[[str], float], *, local: bool
) -> Line:
    """Return the line between `left` and `right` pixels; `measure` gives a text's width."""
    named = _named(shown)
    instants = tuple(sorted(named))
    words = {at: _words(at, named[at], instants, shown, local=local) for at in instants}
    half = {at: max(measure(one), measure(other)) / 2 for at, (one, other) in words.items()}
    inner_left = left + half[instants[0]]
    inner_right = right - half[instants[-1]]
    if shown.exp is None:
        inner_right -= (right - left) * 0.12
    least = tuple(half[one] + half[other] + _GAP for one, other in itertools.pairwise(instants))
    pieces = tuple(
        Stretch(inner_left + piece.left, inner_left + piece.right, piece.broken)
        for piece in stretches(instants, least, max(1.0, inner_right - inner_left))
    )
    xs = (inner_left, *(piece.right for piece in pieces))
    if len(instants) == 1:
        xs = ((left + right) / 2,)
    marks = tuple(
        Mark(at, x, *words[at], names=named[at]) for at, x in zip(instants, xs, strict=True)
    )
    anchors = tuple((one.at, one.x) for one in marks)
    return Line(marks, pieces, anchors, left, right)


def _named(shown: Validity) -> dict[float, tuple[str, ...]]:
    """Return the names that stand at each instant."""
    found: dict[float, tuple[str, ...]] = {}
    known = (("iat", shown.iat), ("nbf", shown.nbf), ("exp", shown.exp), ("now", shown.now))
    for name, at in known:
        if at is not None:
            found[at] = (*found.get(at, ()), name)
    return found


def _words(
    at: float, names: tuple[str, ...], instants: tuple[float, ...], shown: Validity, *, local: bool
) -> tuple[str, str]:
    """Return what stands above and below the mark at `at`."""
    claims = [name for name in names if name != "now"]
    below = _time(at, instants, local=local) if claims else ""
    if "now" not in names:
        return " · ".join(claims), below
    title = tr("now") if shown.live else tr("as of")
    return " · ".join((*claims, f"{title} {_time(at, instants, local=local)}")), below


def _time(at: float, instants: tuple[float, ...], *, local: bool) -> str:
    """Return `at` as finely as the line needs it: the time of day, or the date as well."""
    whole = instants[-1] - instants[0]
    days = [day_text(one, local=local) for one in instants]
    if len(set(days)) == 1:
        return clock_text(at, local=local)
    if whole < 400 * _DAY:
        short = day_text(at, local=local).rsplit(" ", 1)[0]
        return f"{short} {clock_text(at, local=local)[:5]}"
    if whole <= 4 * 365 * _DAY:
        return moment_text(at, local=local)[:-3]
    day = day_text(at, local=local)
    # Of several on one day the first says the day, the others when on it.
    return day if instants[days.index(day)] == at else clock_text(at, local=local)[:5]
