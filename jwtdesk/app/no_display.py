"""What `jwtdesk [TOKEN]` does on a server, in a container or over SSH: words and a picture."""

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from jwtdesk.app import screenshot
from jwtdesk.app.display import Display
from jwtdesk.app.opening import LARGEST_KEY, file_octets, opened
from jwtdesk.app.samples import samples
from jwtdesk.app.start import Start, read
from jwtdesk.jose.key import KeyInput
from jwtdesk.jose.problem import Problem
from jwtdesk.jose.words import tr
from jwtdesk.model.edits import Edit, KeyEdited, TokenPasted


def run(arguments: Sequence[str], screen: Display) -> int:
    """Say that there is no window, inspect the token (or the first sample), and draw a picture.

    `arguments` are the window's: a file, a token or "-", a key, a theme. Returns 0; 2 when what
    they name cannot be read.
    """
    print(screen.reason)
    if screen.command:
        print(tr("This installs what is missing:"), f"    {screen.command}", sep="\n")
    start = read(arguments)
    desk = _desk(start)
    if isinstance(desk, Problem):
        print(desk.message)
        return 2
    token, key = desk
    if start.misunderstood:
        print(start.misunderstood)
    if start.opens is None:
        print(tr("No token was given; this is the first sample."))
    print("", _inspection(token, key), "", sep="\n")
    if screen.drawable:
        theme = [] if start.theme is None else ["--theme", start.theme]
        _draw(theme, [TokenPasted(token), KeyEdited(key)])
    print(tr("Without a window: 'jwtdesk inspect TOKEN' and 'jwtdesk --screenshot OUT.png TOKEN'."))
    return 0


def _desk(start: Start) -> tuple[str, KeyInput] | Problem:
    """Return the token and the key that were named, the first sample's where no token was."""
    key: bytes | Problem = b""
    if start.key is not None:
        key = file_octets(Path(start.key), LARGEST_KEY)
    if isinstance(key, Problem):
        return key
    if start.opens is None:
        sample = samples()[0]
        return sample.token, KeyInput(key) if key else sample.key
    token = opened(start.opens)
    return token if isinstance(token, Problem) else (token, KeyInput(key))


def _inspection(token: str, key: KeyInput) -> str:
    """Return the report on `token` as text. Imports no Qt: its libraries may be missing."""
    from jwtdesk.analysis.inspect import inspect
    from jwtdesk.app.report_text import report_text

    report = inspect(
        token.encode("utf-8", "surrogateescape"),
        key.octets or None,
        now=int(time.time()),
        secret_encoding=key.encoding.value,
    )
    return report_text(report)


def _draw(arguments: Sequence[str], edits: Sequence[Edit]) -> None:
    """Draw the window into a file that only this user can read, and say where it is."""
    folder = Path(tempfile.mkdtemp(prefix="jwtdesk-"))
    picture = folder / "window.png"
    os.close(os.open(picture, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    if screenshot.render(arguments, picture, edits=edits):
        print(tr("What the window would show is in {path}", path=picture))
        print(tr("Only you can read it. It contains the token and the key: delete it when done."))
