"""Starts windows in processes of their own, with nothing remembered from earlier ones."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Self

CHECKOUT = Path(__file__).resolve().parents[2]
PLACES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
UNCACHED = "PYTHONDONTWRITEBYTECODE"
"""Where it is set every start would compile the whole program anew."""


class Folder:
    """A folder for the children's settings and for the files they open; gone at the end."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="jwtdesk-bench-")
        self.path = Path(self._folder.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def written(self, name: str, text: str) -> str:
        """Write a file and return its path."""
        (self.path / name).write_text(text, "utf-8")
        return str(self.path / name)

    def child(self, what: str, measure: str, *arguments: str) -> dict[str, Any]:
        """Run one window; return what it told, with `took`: milliseconds since it was started."""
        places = dict.fromkeys(PLACES, str(self.path))
        inherited = {name: value for name, value in os.environ.items() if name != UNCACHED}
        begun = time.time()
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench._child", what, measure, *arguments],
            cwd=CHECKOUT,
            env={**inherited, **places, "PYTHONPYCACHEPREFIX": str(self.path / "compiled")},
            capture_output=True,
            text=True,
            check=True,
        )
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return {**told, "took": (told["at"] - begun) * 1000}
