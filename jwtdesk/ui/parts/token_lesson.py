"""What the empty token pane teaches: what to paste, and where it stays."""

from PySide6.QtCore import QPoint, QRect

from jwtdesk.jose.words import tr
from jwtdesk.ui.pane import Pane
from jwtdesk.ui.parts.token_editor import TokenEditor
from jwtdesk.ui.shortcuts import tip_of
from jwtdesk.ui.widgets.empty_state import EmptyState
from jwtdesk.ui.widgets.plain_tip import set_tip

_BELOW_CARET = 30


class TokenLesson(EmptyState):
    """Lies over the empty `editor` of `pane`, below its caret, and lets one type all the same."""

    def __init__(self, pane: Pane, editor: TokenEditor) -> None:
        super().__init__(
            "token",
            tr("Paste a token here"),
            tr("Or drop a file. “Bearer”, quotes and line breaks are cleaned away."),
            pane,
        )
        self._pane = pane
        self._editor = editor
        self.sample = self.add_button(tr("Try a sample"), "primary", "sample")
        self.sample.setObjectName("trySample")
        self.sample.clicked.connect(lambda: pane.asked.emit("sample"))
        set_tip(self.sample, tip_of("sample"))
        editor.resized.connect(self._keep_to_room)

    def _keep_to_room(self) -> None:
        ground = self._editor.viewport()
        corner = ground.mapTo(self._pane, QPoint(0, _BELOW_CARET))
        room = ground.rect().adjusted(0, 0, 0, -_BELOW_CARET).size()
        self.setGeometry(QRect(corner, room))
        self.raise_()
