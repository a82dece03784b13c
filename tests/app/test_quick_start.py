"""Claims about the way to the first frame: nothing is left different after it."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

SCRIPT = """
import builtins, gc, json, linecache, sys
from jwtdesk.app.quick_start import begin
begin()
hook = getattr(builtins, "__feature_import__", None)
told = {"plain": builtins.__import__ is not hook, "collects at first": gc.isenabled()}
from jwtdesk.app import main
told["read"] = [name for name in linecache.cache if "jwtdesk" in name]
from PySide6.QtCore import QTimer
def look():
    told.update({"collects": gc.isenabled(), "frozen": gc.get_freeze_count() > 1000})
    print(json.dumps(told))
    sys.stdout.flush()
    import os
    os._exit(0)
main.application()
QTimer.singleShot(0, lambda: QTimer.singleShot(300, look))
main.run([])
"""


@pytest.fixture(name="told", scope="module")
def _told() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_imports_are_python_s_own(told: dict[str, Any]) -> None:
    """Qt's import, which reads the source of every module, is not in force; no source is read."""
    assert told["plain"]
    assert told["read"] == []


def test_garbage_is_collected_from_the_first_frame_on(told: dict[str, Any]) -> None:
    """The collector rests until then, and afterwards passes over the program itself."""
    assert not told["collects at first"]
    assert told["collects"]
    assert told["frozen"]
