"""Runs the tests from nothing: `python3 -m tests` (`quick` for the loop, `bench` for the times)."""

from __future__ import annotations

import signal
import sys

from jwtdesk.bootstrap import PROGRAM, prepare

TOOLS = dict.fromkeys(
    (
        "coverage hatchling hypothesis import-linter jwcrypto mypy pyinstaller pytest pytest-qt"
        " ruff"
    ).split(),
    (0,),
)

if __name__ == "__main__":
    prepare(
        {**PROGRAM, **TOOLS},
        "tests/requirements.lock",
        "the program's parts and the tests' tools (about 150 MB)",
        strict=True,
    )
    from tests import suite

    # Told to end by another program, it ends what it started, as after Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        sys.exit(suite.main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr, flush=True)
        sys.exit(130)
