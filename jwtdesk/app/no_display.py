"""What `jwtdesk [TOKEN]` does on a server, in a container or over SSH: words and a picture."""

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from jwtdesk.app import screenshot
from jwtdesk.app.display import Display
from jwtdesk.app.opening import opened
from jwtdesk.app.samples import samples
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr


def run(arguments: Sequence[str], screen: Display) -> int:
    """Say that there is no window, inspect the token (or the first sample), and draw a picture.

    `arguments` are the command line's: at most a file, a token or "-". Returns 0; 2 when what they
    name cannot be read.
    """
    print(screen.reason)
    if screen.command:
        print(tr("This installs what is missing:"), f"    {screen.command}", sep="\n")
    source = opened(arguments[-1]) if arguments else None
    if isinstance(source, Problem):
        print(source.message)
        return 2
    if source is None:
        print(tr("No token was given; this is the first sample."))
    print()
    token = source if source is not None else samples()[0].token
    print(_inspection(token, None if source is not None else samples()[0].key.octets))
    print()
    if screen.drawable:
        _draw(token)
    print(tr("Without a window: 'jwtdesk inspect TOKEN' and 'jwtdesk --screenshot OUT.png TOKEN'."))
    return 0


def _inspection(token: str, key: bytes | None) -> str:
    """Return the report on `token` as text. Imports no Qt: its libraries may be missing."""
    from jwtdesk.analysis.inspect import inspect
    from jwtdesk.app.report_text import report_text

    return report_text(inspect(token.encode("utf-8", "surrogateescape"), key, now=int(time.time())))


def _draw(token: str) -> None:
    """Draw the window that shows `token` into a file that only this user can read, and say where.

    The token does not become an argument of any process.
    """
    folder = Path(tempfile.mkdtemp(prefix="jwtdesk-"))
    picture = folder / "window.png"
    os.close(os.open(picture, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    if screenshot.render([token], picture):
        print(tr("What the window would show is in {path}", path=picture))
        print(tr("(only you can read it; it contains the token, so delete it when you are done)."))
