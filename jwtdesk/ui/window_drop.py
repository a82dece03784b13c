"""Files and texts dragged onto the window: anywhere they are a token, on the key card a key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from jwtdesk.ui.intake import Intake


class WindowDrop(QObject):
    """Watches `window` and the `key` card for drops that no editor has taken."""

    def __init__(self, window: QWidget, intake: Intake, key: QWidget) -> None:
        super().__init__(window)
        self._intake = intake
        self._key = key
        for widget in (window, key):
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Accept what can be read, and take it when it is dropped."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            data = event.mimeData()
            if data.hasText() or data.hasUrls():
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            data = event.mimeData()
            key = watched is self._key
            taken = self._intake.take_key_data(data) if key else self._intake.take(data)
            if taken:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
            return True
        return False
