"""A window outlives the last reference to it, and not its being closed."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from jwtdesk.app.held import held, hold


def _close(name: str) -> None:
    for one in QApplication.topLevelWidgets():
        if one.objectName() == name:
            one.show()
            one.close()


def test_a_forgotten_window_stays_whole_until_it_is_closed(qapp: QApplication) -> None:
    """Nobody refers to it, the collector runs, and it is still there; closed, it is gone."""
    before = held()
    window = QWidget()
    window.setObjectName("forgotten")
    hold(window)
    ghost = weakref.ref(window)
    del window
    gc.collect()
    assert ghost() is not None
    assert held() == before + 1

    _close("forgotten")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert held() == before
    assert ghost() is None
    assert qapp is not None
