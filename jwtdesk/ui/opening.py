"""Reads the files a person opens or drops: ordinary ones only, and none that is too large."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LARGEST_TOKEN = 10 * 1024 * 1024
"""The largest token file that is read, in bytes."""

LARGEST_WORDS = 20_000_000
"""The largest word list that is read, in bytes."""

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's octets and the name it goes by."""

    name: str
    octets: bytes


def open_file(path: Path, largest: int) -> Opened | Problem:
    """Return the octets of the regular file at `path`, of `largest` bytes at the most.

    Opened without blocking: a device, a pipe or a folder is refused instead of waited for.
    """
    try:
        handle = os.open(path, _READ)
    except (OSError, ValueError) as fault:  # a NUL in the name is a ValueError
        return _unreadable(path, fault)
    # A folder can be opened, but not as a file: look before `fdopen` raises.
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        said = tr("{name} is not an ordinary file, so it was not opened.", name=path.name)
        return Problem("file-not-regular", said)
    with os.fdopen(handle, "rb") as stream:
        try:
            octets = stream.read(largest + 1)
        except OSError as fault:
            return _unreadable(path, fault)
    return Opened(path.name, octets) if len(octets) <= largest else too_large(path, largest)


def as_text(octets: bytes) -> str:
    """Return a text file's characters; a byte order mark is dropped, UTF-16 is recognised."""
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        return octets.decode("utf-16", "replace")
    return octets.decode("utf-8-sig", "replace")


def _unreadable(path: Path, fault: OSError | ValueError) -> Problem:
    reason = getattr(fault, "strerror", None) or str(fault)
    said = tr("{name} could not be read: {reason}.", name=path.name, reason=reason)
    return Problem("file-unreadable", said)


def too_large(path: Path, largest: int) -> Problem:
    """Return the sentence for a file of more than `largest` bytes."""
    size = tr("{count} MB", count=f"{largest / 1_000_000:.0f}")
    said = tr("{name} is larger than {size}, so it was not opened.", name=path.name, size=size)
    return Problem("file-too-large", said)
