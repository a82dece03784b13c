"""Everything in the window, from the bar at the top to the line at the foot."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jwtdesk.ui.frame import Frame
from jwtdesk.ui.pane import Area, Pane, PaneSpec
from jwtdesk.ui.status_bar import StatusBar
from jwtdesk.ui.style import set_look
from jwtdesk.ui.top_bar import TopBar

_READ = (Area.BANNER, Area.LEFT, Area.CENTRE, Area.INSTEAD, Area.RIGHT, Area.FOOT)
"""The order in which the places of the window are read."""


class Page(QWidget):
    """Bar, banner, the frame of panes and the status line, below each other."""

    def __init__(self, bar: TopBar, panes: Mapping[PaneSpec, Pane]) -> None:
        super().__init__()
        set_look(self, "page", True)
        self.status = StatusBar()
        self.frame = Frame(panes)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 14, 16, 14)
        middle.setSpacing(12)
        for spec, pane in panes.items():
            if spec.area is Area.BANNER:
                middle.addWidget(pane)
        middle.addWidget(self.frame, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self._sections = (bar, *(panes[spec] for spec in sorted(panes, key=_rank)), self.status)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's name, and call
        """Follow Tab in the order of reading."""
        # What steps is loaded with the first Tab.
        from jwtdesk.ui.tab_order import step

        return step(self._sections, self.window().focusWidget(), forward=forward)


def _rank(spec: PaneSpec) -> tuple[int, int]:
    """Return where a pane stands in the order of reading."""
    return _READ.index(spec.area), spec.order
