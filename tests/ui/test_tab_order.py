"""Tab goes through the window as one reads it, also through what was built later."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from jwtdesk.jose.key import KeyInput
from jwtdesk.model.edits import KeyEdited
from jwtdesk.ui.pane import Pane
from tests.end2end.person import Person
from tests.ui.desk import SECRET, _desk

__all__ = ["_desk"]


def walked(desk: Person, *, forward: bool = True) -> list[QWidget]:
    """Return every stop of one round with Tab, beginning after the token."""
    found: list[QWidget] = []
    desk.find("tokenEditor").setFocus()
    here: QWidget | None = desk.window.focusWidget()
    while here is not None and here not in found:
        found.append(here)
        here.focusNextPrevChild(forward)
        here = desk.window.focusWidget()
    return found


def pane_of(part: QWidget) -> str:
    """Return the name of the pane around `part`, "" for none."""
    around: QWidget | None = part
    while around is not None and not isinstance(around, Pane):
        around = around.parentWidget()
    return around.objectName() if around else ""


def test_panes_are_walked_through_one_after_the_other(desk: Person) -> None:
    """No pane is left and entered again, and they come column by column."""
    desk.do("sample")
    desk.window.store.dispatch(KeyEdited(KeyInput(SECRET.encode())))
    desk.wait()
    panes = [pane_of(part) for part in walked(desk)]
    once = [name for at, name in enumerate(panes) if name and (not at or panes[at - 1] != name)]
    order = ["token", "findings", "header", "payload", "key", "rules", "validity", "verdict"]
    assert once == [*(f"pane-{name}" for name in order), "pane-token"]


def test_backwards_is_the_same_way(desk: Person) -> None:
    """Shift+Tab visits the same parts in the other direction."""
    desk.do("sample")
    there, back = walked(desk), walked(desk, forward=False)
    assert there[0] is back[0]
    assert there[1:] == back[:0:-1]


def test_of_buttons_of_which_one_is_chosen_only_that_one_is_a_stop(desk: Person) -> None:
    """The arrow keys lead to the others."""
    desk.do("sample")
    for part in walked(desk):
        if isinstance(part, QAbstractButton) and part.group() and part.group().exclusive():
            assert part.isChecked()


@pytest.mark.parametrize("name", ["rulesKeep", "rulesMore"])
def test_what_tab_reaches_comes_into_sight(desk: Person, name: str) -> None:
    """A part that is scrolled away is scrolled to."""
    desk.window.resize(1280, 800)
    desk.do("sample")
    desk.find("clockLeeway").setFocus()
    target = desk.find(name)
    for _ in range(30):
        if desk.window.focusWidget() is target:
            break
        here = desk.window.focusWidget()
        assert here is not None
        here.focusNextPrevChild(False)
    QApplication.processEvents()
    area = target.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert area is not None
    port = area.viewport()
    assert port.rect().contains(target.mapTo(port, QPoint(1, target.height() - 1)))
