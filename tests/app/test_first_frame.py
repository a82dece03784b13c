"""The first frame waits for nothing that it does not show."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from jwtdesk.app.main import build
window = build([], remembers=False)
window.show()
QApplication.processEvents()
print(*sys.modules)
sys.stdout.flush()
import os
os._exit(0)
"""


@pytest.fixture(name="loaded", scope="module")
def _loaded() -> frozenset[str]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return frozenset(done.stdout.split())


@pytest.mark.parametrize(
    "name",
    [
        "jwt",
        "cryptography",
        "joserfc",
        "multiprocessing",
        "concurrent.futures",
        "jwtdesk.model.conclude",
        "jwtdesk.model.answers",
        "jwtdesk.analysis.judge",
        "jwtdesk.jose.certificate",
        "jwtdesk.analysis.inner",
        "jwtdesk.jose.pem_block",
        "jwtdesk.jose.jwk.read",
        "_hashlib",
    ],
)
def test_it_is_painted_before_this_is_loaded(loaded: frozenset[str], name: str) -> None:
    """Cryptography, rules and whatever reads and answers are loaded behind the first frame."""
    assert name not in loaded


def test_it_is_a_whole_window(loaded: frozenset[str]) -> None:
    """The panes are there: what was left out is not left out by leaving out the window."""
    assert {"jwtdesk.ui.panes.token", "jwtdesk.ui.panes.key", "jwtdesk.model.reduce"} <= loaded
