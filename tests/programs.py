"""Programs of the outer world that write keys, for tests that skip where they are missing."""

import shutil
import subprocess

import pytest


def program(name: str) -> str:
    """Return the path of the program `name`; skip the test, saying why, where it is missing."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"the program {name} is not installed")
    return found


def run(*words: str) -> bytes:
    """Run a program and return what it wrote; skip the test where it refuses (an older one)."""
    done = subprocess.run(words, capture_output=True, check=False, timeout=60)
    if done.returncode:
        pytest.skip(f"{words[0]} cannot do this here: {done.stderr.decode(errors='replace')[:80]}")
    return done.stdout
