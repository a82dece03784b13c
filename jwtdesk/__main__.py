"""Starts jwtdesk: `python3 -m jwtdesk`, the installed command and the frozen executable."""

import sys


def main() -> int:
    """Make sure that everything needed is there, then do what the arguments say.

    Returns the exit status of the process.
    """
    if getattr(sys, "frozen", False):
        # A child process of the frozen program starts here too, and must become that child.
        import multiprocessing

        multiprocessing.freeze_support()
    from jwtdesk.bootstrap import PROGRAM, prepare

    prepare(PROGRAM, "requirements.lock", "PySide6, PyJWT and cryptography (about 90 MB)")
    from jwtdesk.app import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
