"""What to open at the start: a file, a token on the command line, or standard input."""

import os
import sys
from pathlib import Path

from jwtdesk.jose.problem import Problem
from jwtdesk.ui.opening import open_file

LARGEST = 10_000_000
LONGEST_PATH = 4096


def opened(argument: str) -> str | Problem:
    """Return the text that `argument` stands for.

    "-" is standard input; the path of an existing file is that file (regular files up to 10 MB);
    anything else is the token itself. A `Problem` says why a file cannot be opened.
    """
    if argument == "-":
        return sys.stdin.buffer.read(LARGEST + 1).decode("utf-8", "replace")
    path = Path(argument)
    if not is_path(argument, path):
        return argument
    return file_text(path)


def is_path(argument: str, path: Path) -> bool:
    """Return whether `argument` names something on disk rather than being a token."""
    try:
        return len(argument) < LONGEST_PATH and os.path.lexists(path)
    except (OSError, ValueError):
        return False


def file_text(path: Path, largest: int = LARGEST) -> str | Problem:
    """Return the text of a regular file of at most `largest` bytes, or what keeps it from it."""
    found = file_octets(path, largest)
    return found if isinstance(found, Problem) else found.decode("utf-8", "replace")


def file_octets(path: Path, largest: int) -> bytes | Problem:
    """Return the octets of a regular file of at most `largest` bytes, or a `Problem`."""
    found = open_file(path, largest)
    return found if isinstance(found, Problem) else found.octets
