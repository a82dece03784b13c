"""What the validity window tells the pointer and the keys."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jwtdesk.jose.words import tr
from jwtdesk.ui.parts.moment import EARLIEST, LATEST, moment_tip
from jwtdesk.ui.parts.timeline_marks import Line, Mark
from jwtdesk.ui.parts.validity import Validity, bounds_words, standing_words

_NEAR = 9.0
_STEPS = {
    Qt.KeyboardModifier.NoModifier: 1,
    Qt.KeyboardModifier.ControlModifier: 60,
    Qt.KeyboardModifier.ShiftModifier: 3600,
}


def key_moment(shown: Validity, event: QKeyEvent) -> int | None:
    """Return the moment a key moves the marker to, None when it is no such key.

    Left and Right go by a second, with Ctrl by a minute, with Shift by an hour; Home and End to
    the first and the last second at which the token is acceptable.
    """
    step = _STEPS.get(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
    moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    key = Qt.Key(event.key())
    if key in moves and step is not None:
        return min(max(shown.now + moves[key] * step, EARLIEST), LATEST)
    return {Qt.Key.Key_Home: shown.first, Qt.Key.Key_End: shown.last}.get(key)


def reading(shown: Validity | None, line: Line | None, x: float, *, local: bool) -> str:
    """Return what stands at `x` pixels of the line: the moment, and how the token fares then."""
    if shown is None or line is None:
        return tr("Nothing is drawn yet.") if shown is None else tr("There are no time claims.")
    mark = next((one for one in line.marks if abs(one.x - x) <= _NEAR), None)
    moment = int(mark.at) if mark is not None else line.moment_of(x)
    if not EARLIEST <= moment <= LATEST:
        return tr("Beyond any calendar.")
    then = replace(shown, now=moment)
    said = [_title(mark), moment_tip(moment, shown.now), standing_words(then)[0]]
    said += [words[:1].upper() + words[1:] for words in bounds_words(shown, local=local)]
    return "\n".join(one for one in said if one)


def _title(mark: Mark | None) -> str:
    if mark is None:
        return tr("Double-click to judge the token then")
    names = {
        "iat": tr("Issued (iat)"),
        "nbf": tr("Not before (nbf)"),
        "exp": tr("Expires (exp)"),
        "now": tr("Judged now: drag it to another moment"),
    }
    return ", ".join(names[name] for name in mark.names if name in names)
