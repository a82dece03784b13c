"""Builds and calls what is given to others: the executable, the wheel, a fresh clone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoxMjN9"
    ".4l_wSX4RQBhbMa1SdryZnBOztho8ErIUdfGn7qm7yk8"
)
UNWANTED = shutil.ignore_patterns(
    ".venv", ".git", "__pycache__", ".*cache", ".coverage*", ".hypothesis", "build", "dist"
)


def call(*words: str | Path, where: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the folder `where`, without display and standard input, and return it."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH"}
        and not name.startswith("COV")
    }
    return subprocess.run(
        [str(word) for word in words],
        cwd=where,
        env={**environment, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def clone(into: Path) -> Path:
    """Copy the checkout, without what was made in it, and return the copy."""
    return Path(shutil.copytree(CHECKOUT, into, ignore=UNWANTED))


def environment(folder: Path, *packages: str | Path) -> Path:
    """Make a fresh virtual environment holding the locked packages and `packages`; its Python."""
    bare = getattr(sys, "_base_executable", sys.executable)
    made = call(bare, "-m", "venv", folder, where=folder.parent)
    assert made.returncode == 0, made.stderr
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    for what in (("--require-hashes", "-r", CHECKOUT / "requirements.lock"), packages):
        done = call(*pip, *(["--no-deps"] if what is packages else []), *what, where=folder)
        assert done.returncode == 0, done.stderr
    return python
