"""Where the test data that belongs to others is found; it is never committed."""

import os
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]


def vectors(name: str) -> Path:
    """Return the folder or file `name` of the shared vectors; skip the test when it is absent."""
    root = Path(os.environ.get("JWTDESK_VECTORS", HOME.parent / "shared" / "vectors"))
    found = root / name
    if not found.exists():
        pytest.skip(f"test data '{name}' is not here: set JWTDESK_VECTORS to a folder that has it")
    return found
