"""One call that may wait for a person or a device, off the thread that draws."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Later(QObject):
    """Calls on a thread of its own; `done` carries what came back, on the thread of this object.

    When this object is gone, what comes back is dropped.
    """

    done = Signal(object)

    def call(self, work: Callable[[], object]) -> None:
        """Begin `work`; it must not raise."""
        threading.Thread(target=self._run, args=(work,), daemon=True, name="jwtdesk later").start()

    def _run(self, work: Callable[[], object]) -> None:
        found = work()
        try:
            self.done.emit(found)
        except RuntimeError:  # the window was closed meanwhile
            return
