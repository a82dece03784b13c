"""The order in which Tab goes through the window: as one reads it, whenever a part was built."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

_SAME_LINE = 10
"""Tops that are no further apart than so many pixels are on one line."""


def step(sections: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> bool:
    """Put the keyboard into the part after `current`, or before it; return whether there is one.

    `sections` are read one after the other, each from top to bottom and from left to right.
    """
    stops = [part for section in sections for part in _read(section)]
    if not stops:
        return False
    places = [at for at, part in enumerate(stops) if part is current]
    ahead = 1 if forward else -1
    target = stops[(places[0] + ahead) % len(stops)] if places else stops[0 if forward else -1]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _bring_into_sight(target)
    return True


def _read(section: QWidget) -> Iterable[QWidget]:
    """Return the parts of `section` that take the keyboard, line by line."""
    found = [part for part in section.findChildren(QWidget) if _stops(part, section)]
    tops = {part: _place(part, section) for part in found}
    found.sort(key=lambda part: tops[part].y())
    lines: list[list[QWidget]] = []
    for part in found:
        if lines and tops[part].y() - tops[lines[-1][0]].y() <= _SAME_LINE:
            lines[-1].append(part)
        else:
            lines.append([part])
    return (part for line in lines for part in sorted(line, key=lambda one: tops[one].x()))


def _place(part: QWidget, section: QWidget) -> QPoint:
    """Return where `part` stands in `section`, however far things are scrolled."""
    place = part.mapTo(section, QPoint())
    around = part.parentWidget()
    while around is not None and around is not section:
        if isinstance(around, QScrollArea):
            place += QPoint(0, around.verticalScrollBar().value())
        around = around.parentWidget()
    return place


def _stops(part: QWidget, section: QWidget) -> bool:
    # One with a proxy is the inside of a field, which takes the keyboard for it.
    takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    own = not part.isWindow() and not part.objectName().startswith("qt_")
    group = part.group() if isinstance(part, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() not in (None, part):
        return False  # The arrow keys go from the chosen one to the others.
    return takes and own and part.isEnabled() and part.isVisibleTo(section) and part.isVisible()


def _bring_into_sight(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()
