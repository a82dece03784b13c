"""A window in a process of its own, which tells when it was seen, or how much memory it holds.

Called as `python -m tests.bench._child WHAT MEASURE [ARGUMENTS OF JWTDESK]`: WHAT is `bare` or
`jwtdesk`, MEASURE is `frame`, `verdict` or `memory`. Prints one JSON object.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Run the window until what is measured is known."""
    what, measure, *arguments = sys.argv[1:]
    if what == "bare":
        _bare(measure)
    else:
        _jwtdesk(measure, arguments)


def _bare(measure: str) -> None:
    """Show the least window there can be."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit())
    window.resize(1280, 800)
    window.show()
    _watch(measure)
    app.exec()


def _jwtdesk(measure: str, arguments: list[str]) -> None:
    """Run the program as `python -m jwtdesk` does; only its event loop is preceded by ours."""
    sys.argv = ["jwtdesk", *arguments]
    from jwtdesk.__main__ import main as started

    class _Hook:
        """Waits for Qt to be imported, then has the watch set before the event loop begins."""

        def find_spec(self, name: str, *_: object) -> None:
            if name == "jwtdesk.app.main":
                sys.meta_path.remove(self)
                from PySide6.QtWidgets import QApplication

                real = QApplication.exec

                def watched(*_arguments: object) -> int:
                    _watch(measure)
                    return int(real())

                QApplication.exec = watched  # type: ignore[method-assign]  # the point

    sys.meta_path.insert(0, _Hook())
    started()


def _watch(measure: str) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = next(one for one in app.topLevelWidgets() if isinstance(one, QMainWindow))

    class _Frames(QObject):
        """Notes when the first frame, and when the latest one, was painted."""

        first = latest = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if watched is window and event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
                QTimer.singleShot(0, self.seen)
            return False

        def seen(self) -> None:
            self.latest = time.time()
            self.first = self.first or self.latest

    frames = _Frames(app)
    app.installEventFilter(frames)
    begun = time.time()

    def look() -> None:
        late = time.time() - begun > 60
        judged = measure == "frame" or not hasattr(window, "store") or _judged(window)
        if late or (frames.first and judged):
            timer.stop()
            QTimer.singleShot(0 if measure != "memory" else 1500, tell)

    def tell() -> None:
        print(json.dumps({"at": time.time() if measure != "frame" else frames.first, **_memory()}))
        sys.stdout.flush()
        os._exit(0)

    timer = QTimer(app, interval=1)
    timer.timeout.connect(look)
    timer.start()
    window.update()


def _judged(window: object) -> bool:
    """Return whether everything that the window asks for its verdict has been answered."""
    from jwtdesk.model.questions import Diagnose

    session = window.store.session  # type: ignore[attr-defined]  # the main window's
    return bool(session.shown.token) and all(isinstance(one, Diagnose) for one in session.asks)


def _memory() -> dict[str, int]:
    """Return resident and proportional memory of this process, in bytes; nothing elsewhere."""
    told = Path("/proc/self/smaps_rollup")
    if not told.exists():
        return {}
    sizes = dict(
        line.split(":", 1) for line in told.read_text("ascii").splitlines() if " kB" in line
    )
    return {name: int(sizes[name].split()[0]) * 1024 for name in ("Rss", "Pss")}


if __name__ == "__main__":
    main()
