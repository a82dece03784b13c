"""Which place in an editor the pointer rests on."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.editors.linked_editor import LinkedEditor
from jwtdesk.ui.editors.utf16 import to_points

_REST_MS = 250


class LineHover(QObject):
    """`rested` carries the offset in the line under the pointer; `left` says it left `area`."""

    rested = Signal(int)
    left = Signal()

    def __init__(self, editor: LinkedEditor, area: QWidget) -> None:
        super().__init__(area)
        self._editor = editor
        self._area = area
        self._point = QPoint()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell)
        editor.viewport().setMouseTracking(True)
        editor.viewport().installEventFilter(self)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait until the pointer rests; see it go."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._point = event.position().toPoint()
            self._rest.start()
        elif event.type() == QEvent.Type.Leave:
            self._rest.stop()
            if watched is self._area:
                self.left.emit()
        return False

    def _tell(self) -> None:
        cursor = self._editor.cursorForPosition(self._point)
        view = self._editor.view()
        if self._editor.cursorRect(cursor).bottom() < self._point.y() - 2:
            return
        self.rested.emit(view.offset(to_points(cursor.position(), view.wide)))
