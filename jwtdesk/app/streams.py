"""The standard streams, also where the program was started without them or nobody reads on."""

import errno
import os
import sys
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EIO})


def open_missing() -> None:
    """Put an empty stream wherever there is none.

    A windowed program on Windows has no streams at all; a shell can close each (`>&-`).
    """
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open(encoding="utf-8")
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")


def is_lost_output(fault: OSError) -> bool:
    """Return whether `fault` says that the output was not taken: the disk is full, or the like."""
    return fault.errno in _FULL


def give_up_output() -> None:
    """Send the rest of the output nowhere, so that the interpreter does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
