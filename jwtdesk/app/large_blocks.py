"""Texts of megabytes go back to the system once nobody needs them any more.

The C library of Linux learns from the first large block that is let go of to keep such blocks, in
pieces: after a dozen large tokens the window held several times what the largest of them takes.
"""

import sys
from contextlib import suppress

# From malloc.h of glibc, and bytes.
_MMAP_THRESHOLD, _LARGE = -3, 1 << 20


def give_back_large_blocks() -> None:
    """Ask for blocks of a megabyte and more straight from the system; elsewhere do nothing."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):  # another C library has no such setting
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
