"""What every test is held to: no network, no stray log, no leftover thread or window.

The suite draws offscreen and keeps its settings in a folder of its own.
"""

import contextlib
import logging
import os
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

os.environ["QT_QPA_PLATFORM"] = os.environ.get("JWTDESK_TEST_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = ""

HOME = Path(tempfile.mkdtemp(prefix="jwtdesk-tests-"))
OUTSIDE = {name: os.environ[name] for name in ("HOME",) if name in os.environ}
"""The variables as they were, for a test that starts a program of the outer world."""

for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    (HOME / _name).mkdir()
    os.environ[_name] = str(HOME / _name)
for _name in ("APPDATA", "LOCALAPPDATA", "USERPROFILE"):
    if sys.platform == "win32":
        (HOME / _name).mkdir()
        os.environ[_name] = str(HOME / _name)

_patient = [HealthCheck.too_slow]
settings.register_profile("dev", deadline=None, max_examples=50, suppress_health_check=_patient)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=200,
    database=None,
    derandomize=True,
    suppress_health_check=_patient,
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


PATIENCE_MS = 60_000
"""So long a test waits for what must come, in milliseconds: a busy machine is no fault."""
_patched = pytest.MonkeyPatch()


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks of this suite, and make every wait for something a patient one."""
    config.addinivalue_line("markers", "logs: this test expects log records of its subject")
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        _patched.setattr(QtBot, name, _patiently(getattr(QtBot, name)))


def _patiently(wait: Callable[..., object]) -> Callable[..., object]:
    """Return `wait` with a long bound, but where nothing may come: there the bound is the wait."""

    @wraps(wait)
    def waiting(bot: QtBot, *arguments: object, timeout: int = 5_000, **more: object) -> object:
        bound = timeout if more.get("raising") is False else max(timeout, PATIENCE_MS)
        return wait(bot, *arguments, timeout=bound, **more)

    return waiting


def pytest_unconfigure() -> None:
    """Leave nothing on the disk."""
    _patched.undo()
    shutil.rmtree(HOME, ignore_errors=True)


class _Records(logging.Handler):
    """Keeps every record that a user would have to be told about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of one record."""
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test during which something was logged that nobody expected."""
    records = _Records()
    logging.getLogger().addHandler(records)
    yield
    logging.getLogger().removeHandler(records)
    if request.node.get_closest_marker("logs") is None:
        assert not records.said, f"logged: {records.said}"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that tries to reach another computer, even if it survives the refusal."""
    tried: list[object] = []

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def call(one: socket.socket, *arguments: object) -> object:
            address = arguments[-1]
            if one.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address):
                tried.append(address)
                raise OSError(f"the tests have no network; tried {address}")
            return real(one, *arguments)

        return call

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    yield
    assert not tried, f"tried to reach {tried}"


def _is_here(address: object) -> bool:
    host = address[0] if isinstance(address, tuple) else address
    return isinstance(host, str) and (host in {"::1", "localhost"} or host.startswith("127."))


@pytest.fixture(autouse=True)
def _no_leftover_thread() -> Iterator[None]:
    """Fail a test that ends while a thread it started still runs."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while (left := _running(before)) and time.monotonic() < deadline:
        left[0].join(0.05)
    assert not left, f"threads still running: {[one.name for one in left]}"


def _running(before: set[threading.Thread]) -> list[threading.Thread]:
    # A thread of Qt's pool that ran Python once is listed as a dummy until the pool ends it.
    dummy = getattr(threading, "_DummyThread")  # noqa: B009 - the name is private, its class is not
    alive = (one for one in threading.enumerate() if one not in before and one.is_alive())
    return [one for one in alive if not isinstance(one, dummy)]


@pytest.fixture(autouse=True)
def _no_leftover_window() -> Iterator[None]:
    """Fail a test that leaves a top-level widget behind."""
    before = _windows()
    yield
    left = _windows() - before
    assert not left, f"windows left: {sorted(left)}"


def _windows() -> set[str]:
    """Name the top-level widgets that are there; none while Qt has not been imported."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    core = sys.modules.get("PySide6.QtCore")
    if widgets is None or core is None or widgets.QApplication.instance() is None:
        return set()
    with contextlib.suppress(RuntimeError):
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return {
        f"{type(one).__name__} {one.objectName()} {id(one):x}"
        for one in widgets.QApplication.topLevelWidgets()
        if one.parent() is None
    }
