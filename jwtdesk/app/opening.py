"""What to open at the start: a file, a token on the command line, or standard input."""

import os
import stat
import sys
from pathlib import Path

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LARGEST = 10_000_000


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
        return len(argument) < 4096 and "\0" not in argument and os.path.lexists(path)  # noqa: PLR2004
    except (OSError, ValueError):
        return False


def file_text(path: Path, largest: int = LARGEST) -> str | Problem:
    """Return the text of a regular file of at most `largest` bytes, or what keeps it from it."""
    found = file_octets(path, largest)
    return found if isinstance(found, Problem) else found.decode("utf-8", "replace")


def file_octets(path: Path, largest: int) -> bytes | Problem:
    """Return the octets of a regular file of at most `largest` bytes, or a `Problem`.

    Opened without blocking, so that a pipe or a device is refused instead of waited for.
    """
    name = path.name
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except (OSError, ValueError) as fault:  # a NUL in the name is a ValueError
        reason = getattr(fault, "strerror", None) or str(fault)
        return Problem(
            "file-unreadable", tr("{name} cannot be opened: {reason}.", name=name, reason=reason)
        )
    # A folder can be opened, but not as a file: look before `fdopen` raises.
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return Problem("file-not-regular", tr("{name} is no ordinary file.", name=name))
    with os.fdopen(handle, "rb") as file:
        try:
            octets = file.read(largest + 1)
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            return Problem(
                "file-unreadable", tr("{name} cannot be read: {reason}.", name=name, reason=reason)
            )
    if len(octets) > largest:
        return Problem(
            "file-too-large",
            tr("{name} is larger than {limit:,} bytes; it was not read.", name=name, limit=largest),
        )
    return octets
