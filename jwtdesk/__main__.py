"""Starts jwtdesk: `python3 -m jwtdesk`, the installed command and the frozen executable."""

import os
import sys


def main() -> int:
    """Make sure that everything needed is there, then do what the arguments say.

    Returns the exit status of the process.
    """
    if getattr(sys, "frozen", False):
        # A child process of the frozen program starts here too, and must become that child.
        import multiprocessing

        multiprocessing.freeze_support()
        _give_back_library_path()
    from jwtdesk.bootstrap import PROGRAM, prepare

    prepare(
        PROGRAM, "requirements.lock", "PySide6, PyJWT, cryptography and their like (about 90 MB)"
    )
    from jwtdesk.app import cli

    return cli.main(sys.argv[1:])


def _give_back_library_path() -> None:
    """Let the programs that we start (a browser) find their own libraries instead of ours."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    sys.exit(main())
