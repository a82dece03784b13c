"""The wall clock: the only place that asks what time it is."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

from jwtdesk.model.edits import ClockTicked
from jwtdesk.ui.store import Store


def now() -> int:
    """Return the current moment in whole seconds since 1970 (UTC)."""
    return int(time.time())


class Clock(QObject):
    """Tells the store when a new second has begun; time claims tick by themselves."""

    def __init__(self, store: Store, parent: QObject) -> None:
        """Tick into `store` for as long as `parent` lives."""
        super().__init__(parent)
        self._store = store
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._tick()

    def _tick(self) -> None:
        self._store.dispatch(ClockTicked(now()))
        # Just after the next second begins, however late this tick was.
        self._timer.start(1010 - int(time.time() * 1000) % 1000)
