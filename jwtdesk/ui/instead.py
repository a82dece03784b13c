"""A column of panes, or another pane in the place of all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jwtdesk.ui.pane import Pane
from jwtdesk.ui.style import set_shown

_TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Instead(QWidget):
    """Shows `column`, but while one of `panes` is seen that one alone.

    The panes of the column know nothing of it, and the column keeps its sizes. `taken` says that
    one of `panes` came or went.
    """

    taken = Signal()

    def __init__(self, column: QSplitter, panes: Sequence[Pane]) -> None:
        super().__init__()
        self._column = column
        self._panes = panes
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(column)
        for pane in panes:
            rows.addWidget(pane)
            pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        """See a pane come and go."""
        if event.type() in _TURNS:
            self.fit()
            self.taken.emit()
        return False

    def fit(self) -> None:
        """Show what is to be seen now; nothing at all when all of it is hidden."""
        parts = (self._column.widget(place) for place in range(self._column.count()))
        some = any(part is not None and not part.isHidden() for part in parts)
        instead = any(not pane.isHidden() for pane in self._panes)
        self._column.setVisible(some and not instead)
        set_shown(self, some or instead)
