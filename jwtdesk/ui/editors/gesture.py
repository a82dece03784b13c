"""Find what a person did in a document, by comparing it with the view that was last known."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from jwtdesk.ui.editors.difference import difference
from jwtdesk.ui.editors.exact_view import View
from jwtdesk.ui.editors.patch_text import held_between
from jwtdesk.ui.editors.utf16 import length_in_units, to_points, to_units, wide_in


@dataclass(frozen=True, slots=True)
class Gesture:
    """The `view` after a gesture, whose new text stands at the positions `start` to `end`."""

    view: View
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What `QTextDocument.contentsChange` says, in UTF-16 units.

    Nothing changed outside; inside, the change is often narrower.
    """

    position: int
    removed: int
    added: int


def gesture(document: QTextDocument, changed: Changed, caret: int, known: View) -> Gesture | None:
    """Return what was done to `document` since it held `known`, or None if it still holds it.

    `caret` is the caret's position now, in units. A stand-in that was typed over a character which
    it stands for looks as before, and so counts as nothing done.
    """
    grown = document.characterCount() - 1 - to_units(len(known.text), known.wide)
    start, end = _range(changed, grown, known)
    old = known.text[start:end]
    first = to_units(start, known.wide)
    new = held_between(document, first, to_units(end, known.wide) + grown)
    if new == old:
        return None
    change = difference(old, new, _within(new, caret - first))
    top = start + change.start
    view = known.typed(top, start + change.end, change.inserted)
    return Gesture(view, top, top + len(change.inserted))


def _range(changed: Changed, grown: int, known: View) -> tuple[int, int]:
    """Return the range that may have changed, in code points of the known view."""
    length = to_units(len(known.text), known.wide)
    first = min(changed.position, length, length + grown)
    last = changed.position + max(changed.removed, changed.added - grown)
    last = max(min(last, length), first, first - grown)
    start, end = to_points(first, known.wide), to_points(last, known.wide)
    return start, end + (to_units(end, known.wide) < last)


def _within(text: str, units: int) -> int | None:
    """Return the caret's place inside `text`, None when it is elsewhere."""
    if not 0 <= units <= length_in_units(text):
        return None
    return to_points(units, wide_in(text))
