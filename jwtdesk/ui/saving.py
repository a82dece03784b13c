"""Writing a key to a file that only its owner can read."""

import contextlib
import os
import tempfile
from pathlib import Path

from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def save_privately(path: Path, octets: bytes) -> Problem | None:
    """Write `octets` to `path`, readable and writable by its owner alone (0600), or say why not.

    The file is there whole or not at all: it is written beside its place and then put there.
    """
    beside = ""
    try:
        number, beside = tempfile.mkstemp(dir=path.parent, prefix=".jwtdesk-")
        with os.fdopen(number, "wb") as file:
            file.write(octets)
        Path(beside).replace(path)
    except OSError as fault:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
        reason = fault.strerror or type(fault).__name__
        return Problem("not-saved", tr("The file was not written: {reason}.", reason=reason))
    return None
