"""What happens when the program itself is at fault: a plain sentence, and never a token or a key.

An exception's words may quote what the user pasted, so that only its type and the places in the
program's own code are ever told.
"""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from jwtdesk import __version__
from jwtdesk.jose.words import tr

Show = Callable[[str, str], None]


def install(show: Show | None = None) -> None:
    """Catch every error that nobody else did, in any thread, from now on.

    `show` is handed a sentence and the details, to put them into a window; they are printed to
    the terminal in any case. It is called from the main thread only, and never while it is busy.
    """
    teller = _Teller(show)
    sys.excepthook = teller.main
    threading.excepthook = teller.thread
    sys.unraisablehook = teller.unraisable


def sentence() -> str:
    """Return what a person is told first."""
    return tr(
        "Something went wrong inside jwtdesk. What you typed is still here; nothing was saved or"
        " sent. If it happens again, please report the lines below: they hold no token and no key."
    )


def details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where it happened, a line a place, without any value that was being worked on."""
    places = [
        f"  {frame.f_code.co_filename}:{number} in {frame.f_code.co_name}"
        for frame, number in traceback.walk_tb(trace)
    ]
    system = f"jwtdesk {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return "\n".join([f"{kind.__name__} ({system})", *places])


class _Teller:
    """Prints and shows errors, one at a time."""

    def __init__(self, show: Show | None) -> None:
        self._show = show
        self._showing = False

    def main(
        self, kind: type[BaseException], _value: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell about an error that ended the main thread's work."""
        if issubclass(kind, KeyboardInterrupt):
            return
        self._print(kind, trace)
        if self._show is None or self._showing:
            return
        self._showing = True
        try:
            self._show(sentence(), details(kind, trace))
        finally:
            self._showing = False

    def thread(self, fault: threading.ExceptHookArgs) -> None:
        """Tell about an error that ended another thread."""
        if not issubclass(fault.exc_type, SystemExit):
            self._print(fault.exc_type, fault.exc_traceback)

    def unraisable(self, fault: "sys.UnraisableHookArgs") -> None:
        """Tell about an error where Python cannot raise one, in a destructor for instance."""
        self._print(fault.exc_type, fault.exc_traceback)

    @staticmethod
    def _print(kind: type[BaseException], trace: TracebackType | None) -> None:
        if sys.stderr is not None:  # a windowed program on Windows has none
            print(sentence(), details(kind, trace), sep="\n", file=sys.stderr, flush=True)
