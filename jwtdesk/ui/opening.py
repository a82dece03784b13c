"""Reads the files a person opens or drops: ordinary ones only, and none that is too large."""

import stat
from dataclasses import dataclass
from pathlib import Path

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr

LARGEST_TOKEN = 10 * 1024 * 1024
"""The largest token file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's octets and the name it goes by."""

    name: str
    octets: bytes


def open_file(path: Path, largest: int) -> Opened | Problem:
    """Return the octets of the regular file at `path`, of `largest` bytes at the most.

    Devices, pipes and folders are refused before they are opened: reading one could wait forever.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            said = tr("{name} is not an ordinary file, so it was not opened.", name=path.name)
            return Problem("file-not-regular", said)
        if found.st_size > largest:
            return _too_large(path, largest)
        with path.open("rb") as stream:
            octets = stream.read(largest + 1)
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        said = tr("{name} could not be read: {reason}.", name=path.name, reason=reason)
        return Problem("file-unreadable", said)
    return Opened(path.name, octets) if len(octets) <= largest else _too_large(path, largest)


def as_text(octets: bytes) -> str:
    """Return a text file's characters; a byte order mark is dropped, UTF-16 is recognised."""
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        return octets.decode("utf-16", "replace")
    return octets.decode("utf-8-sig", "replace")


def _too_large(path: Path, largest: int) -> Problem:
    size = tr("{count} MB", count=largest // (1024 * 1024))
    said = tr("{name} is larger than {size}, so it was not opened.", name=path.name, size=size)
    return Problem("file-too-large", said)
