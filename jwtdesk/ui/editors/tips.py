"""What is said where the pointer rests: a problem's sentence, or a note that was cut short."""

from PySide6.QtCore import QPoint, QPointF

from jwtdesk.ui.editors.painted_edit import PaintedEdit
from jwtdesk.ui.editors.squiggles import problem_at
from jwtdesk.ui.editors.utf16 import to_points

_NEAR = 16
"""Pixels beyond a character where the pointer still means it."""


def tip_at(edit: PaintedEdit, point: QPoint) -> str:
    """Return the plain sentence for `point` of the viewport, "" when there is nothing to say."""
    note = edit.note_at(QPointF(point))
    if note is not None:
        return note.note.text if note.words != note.note.text else ""
    cursor = edit.cursorForPosition(point)
    place = edit.cursorRect(cursor)
    if abs(place.center().x() - point.x()) > _NEAR or abs(place.center().y() - point.y()) > _NEAR:
        return ""
    view = edit.view()
    position = to_points(cursor.position(), view.wide)
    # Qt answers with the nearest gap between characters; the pointer may be left of it.
    left = position - 1 if place.center().x() > point.x() and position else position
    problem = problem_at(edit.problems(), view.offset(left), len(view.exact))
    return "" if problem is None else problem.message
