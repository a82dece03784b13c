"""What to open at the start: a file, a token on the command line, or standard input."""

import os
import sys
from pathlib import Path

from jwtdesk.app.safe_text import safe
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.ui.opening import as_text, open_file, too_large

LARGEST = 10_000_000
LARGEST_KEY = 1_048_576
LONGEST_PATH = 4096
_LONGEST_NAME = 256
_DESCRIPTORS = Path("/dev/fd")


def opened(argument: str) -> str | Problem:
    """Return the text that `argument` stands for.

    "-" is standard input; the path of an existing file is that file (regular files up to 10 MB);
    anything else is the token itself. A `Problem` says why a file cannot be opened.
    """
    if argument == "-":
        return as_text(sys.stdin.buffer.read(LARGEST + 1))
    path = Path(argument)
    if not is_path(argument, path):
        return argument
    found = file_octets(path, LARGEST)
    return found if isinstance(found, Problem) else as_text(found)


def is_path(argument: str, path: Path) -> bool:
    """Return whether `argument` names something on disk rather than being a token."""
    try:
        return 0 < len(argument) < LONGEST_PATH and os.path.lexists(path)
    except (OSError, ValueError):
        return False


def no_such_file(argument: str | None) -> str:
    """Return the sentence to add when `argument` is no token: it may name a file that is not there.

    Empty for standard input, for what is there, and for what is too long for a name.
    """
    if not argument or argument == "-" or len(argument) > _LONGEST_NAME:
        return ""
    if is_path(argument, Path(argument)):
        return ""
    return tr("There is no file “{name}” either.", name=safe(argument))


def file_octets(path: Path, largest: int) -> bytes | Problem:
    """Return the octets of a regular file of at most `largest` bytes, or a `Problem`.

    A pipe that the shell made for us, as in `--key <(pass show jwt)`, is read to its end.
    """
    if _is_shell_pipe(path):
        with path.open("rb") as pipe:
            octets = pipe.read(largest + 1)
        return octets if len(octets) <= largest else too_large(path, largest)
    found = open_file(path, largest)
    return found if isinstance(found, Problem) else found.octets


def _is_shell_pipe(path: Path) -> bool:
    try:
        return path.parent == _DESCRIPTORS and path.is_fifo()
    except OSError:
        return False
