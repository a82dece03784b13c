"""An exact text beside the view of it that a widget can show: stand-ins, folds, a hidden end.

The exact text never goes through a widget. What a person does to the view is applied to the exact
text as a splice, so that bytes outside the gesture cannot change.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from jwtdesk.ui.editors.difference import difference
from jwtdesk.ui.editors.long_lines import Folding, folded
from jwtdesk.ui.editors.stand_ins import seen
from jwtdesk.ui.editors.utf16 import wide_in


@dataclass(frozen=True, slots=True)
class View:
    """`text` is what a widget shows of `exact`; positions and offsets are code points.

    `folds` are the positions in `text` of line ends that are not in `exact`; `wide` those of its
    characters beyond U+FFFF; `hidden` is how many code points at the end of `exact` are not shown.
    A *position* counts in `text`, an *offset* in `exact`.
    """

    exact: str = ""
    text: str = ""
    folds: tuple[int, ...] = ()
    wide: tuple[int, ...] = ()
    hidden: int = 0

    def offset(self, position: int) -> int:
        """Return the offset in the exact text of a position in the view."""
        return position - bisect_left(self.folds, position)

    def position(self, offset: int, *, after: bool = True) -> int:
        """Return the position of `offset`; at a fold, `after` it or before it."""
        search = bisect_right if after else bisect_left
        shown = max(0, min(offset, len(self.exact) - self.hidden))
        nth = range(len(self.folds))
        return shown + search(nth, shown, key=lambda index: self.folds[index] - index)

    def whole(self, start: int, end: int) -> bool:
        """Say whether the positions `start` to `end` are everything shown: all means all."""
        return start == 0 and end == len(self.text) and end > 0

    def between(self, start: int, end: int) -> str:
        """Return the exact text between two positions; of everything shown, the hidden end too."""
        if self.whole(start, end):
            return self.exact
        return self.exact[self.offset(start) : self.offset(end)]

    def typed(self, start: int, end: int, inserted: str, shown: str | None = None) -> "View":
        """Return the view after the positions `start` to `end` gave way to `inserted`.

        `shown` is what stands in the view for `inserted`, if it differs. Folds inside the removed
        range vanish, later ones move.
        """
        shown = inserted if shown is None else shown
        hidden = 0 if self.whole(start, end) else self.hidden
        rest = "" if self.whole(start, end) else self.exact[self.offset(end) :]
        return View(
            self.exact[: self.offset(start)] + inserted + rest,
            self.text[:start] + shown + self.text[end:],
            _moved(self.folds, start, end, len(shown)),
            _moved(self.wide, start, end, len(shown), wide_in(shown)),
            hidden,
        )

    def tidied(self, start: int, end: int, how: Folding) -> "View":
        """Return the view with what stands at the positions `start` to `end` brought in order.

        New text gets its stand-ins, and lines that have grown too long are folded. The exact text
        stays. Returns this very view when nothing had to be done.
        """
        return self.arranged(start, end, seen(self.text[start:end]), how)

    def arranged(self, start: int, end: int, shown: str, how: Folding) -> "View":
        """Return the view with `shown` at the positions `start` to `end`, folded where needed."""
        top = self.text.rfind("\n", 0, start) + 1
        bottom = self.text.find("\n", end)
        bottom = len(self.text) if bottom < 0 else bottom
        raw = self.text[top:bottom]
        text, folds = folded(raw[: start - top] + shown + raw[end - top :], how)
        first, last = self._without_idle_folds(top, bottom, text)
        if text == raw and (first, last) == (top, bottom):
            return self
        return View(
            self.exact,
            self.text[:first] + text + self.text[last:],
            _moved(self.folds, first, last, len(text), folds),
            _moved(self.wide, first, last, len(text), wide_in(text)),
            self.hidden,
        )

    def _without_idle_folds(self, top: int, bottom: int, text: str) -> tuple[int, int]:
        """Return `top` and `bottom` of a piece that becomes `text`, moved over folds to give up.

        A fold that has a line end, another fold or nothing beside it would show an empty line where
        the exact text has none.
        """
        if (not text or text.startswith("\n")) and self._is_fold(top - 1):
            top -= 1
            bottom += text.endswith("\n") and self._is_fold(bottom)
        elif (not text or text.endswith("\n")) and self._is_fold(bottom):
            bottom += 1
        return top, bottom

    def _is_fold(self, position: int) -> bool:
        nth = bisect_left(self.folds, position)
        return nth < len(self.folds) and self.folds[nth] == position

    def became(self, exact: str, how: Folding) -> "View":
        """Return the view of another `exact` text, like this one wherever the texts are alike."""
        change = difference(self.exact, exact)
        visible = len(self.exact) - self.hidden
        if change.end > visible:
            return view_of(exact, how, max(0, len(exact) - visible))
        start, end = self.position(change.start), self.position(change.end, after=False)
        shown = seen(change.inserted)
        changed = self.typed(start, max(start, end), change.inserted, shown)
        if changed.exact != exact:
            return view_of(exact, how, self.hidden)
        return changed.arranged(start, start + len(shown), shown, how)


def view_of(exact: str, how: Folding, hidden: int = 0) -> View:
    """Return a fresh view of `exact` that hides its last `hidden` code points."""
    shown = exact[: len(exact) - hidden]
    text, folds = folded(seen(shown), how)
    return View(exact, text, folds, wide_in(text), hidden)


def _moved(
    places: tuple[int, ...], start: int, end: int, inserted: int, new: tuple[int, ...] = ()
) -> tuple[int, ...]:
    """Return ascending `places` after a splice that brings `new` ones, counted from its start."""
    if not places and not new:
        return ()
    before = places[: bisect_left(places, start)]
    after = places[bisect_left(places, end) :]
    by = inserted - (end - start)
    return (
        *before,
        *(start + place for place in new),
        *((place + by for place in after) if by else after),
    )
