"""What is said where the pointer rests: a problem's sentence, or a note that was cut short."""

from PySide6.QtCore import QPoint, QPointF

from jwtdesk.jose.words import tr
from jwtdesk.ui.editors.painted_edit import PaintedEdit
from jwtdesk.ui.editors.squiggles import problem_at
from jwtdesk.ui.editors.stand_ins import name_of
from jwtdesk.ui.editors.utf16 import to_points

_NEAR = 16
"""Pixels beyond a character where the pointer still means it."""


def tip_at(edit: PaintedEdit, point: QPoint) -> str:
    """Return the plain sentence for `point` of the viewport, "" when there is nothing to say."""
    note = edit.note_at(QPointF(point))
    if note is not None:
        cut = note.words != note.note.text
        return "\n".join(one for one in (note.note.text if cut else "", note.note.tip) if one)
    cursor = edit.cursorForPosition(point)
    place = edit.cursorRect(cursor)
    if abs(place.center().x() - point.x()) > _NEAR or abs(place.center().y() - point.y()) > _NEAR:
        return ""
    view = edit.view()
    position = to_points(cursor.position(), view.wide)
    # Qt answers with the nearest gap between characters; the pointer may be left of it.
    left = position - 1 if place.center().x() > point.x() and position else position
    offset = view.offset(left)
    problem = problem_at(edit.problems(), offset, len(view.exact))
    if problem is not None:
        return problem.message
    hidden = view.exact[offset : offset + 1]
    if hidden and view.text[left : left + 1] not in (hidden, "\n"):
        return tr("This mark stands for {character}.", character=name_of(hidden))
    beside = edit.note_beside(QPointF(point))
    return beside.note.tip if beside is not None else ""
