"""Finds out whether a window can be shown, before Qt is asked: Qt aborts when it cannot."""

import ctypes
import os
import shlex
import sys
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from jwtdesk.jose.words import tr
from jwtdesk.native_libraries import DRAWING, WAYLAND, X11, install_command, missing


@dataclass(frozen=True, slots=True)
class Display:
    """Whether a window can be shown (`usable`) and a picture drawn (`drawable`).

    `reason` is the sentence that says why not, "" when both are possible. `command` is the line
    that installs what this system lacks, "" when it lacks nothing or the system is unknown.
    """

    usable: bool
    drawable: bool = True
    reason: str = ""
    command: str = ""


def display(environment: MutableMapping[str, str] | None = None) -> Display:
    """Return what kind of display this process has.

    Where two kinds are offered and only one works, names that one to Qt in `environment`
    (the process's own when None).
    """
    variables = os.environ if environment is None else environment
    if lacking := missing(DRAWING):
        return _lacks(lacking, drawable=False)
    if variables.get("QT_QPA_PLATFORM"):
        return Display(usable=True)
    if sys.platform == "darwin":
        return Display(usable=True) if _mac_session() else _none()
    if not sys.platform.startswith("linux"):
        return Display(usable=True)
    return _linux(variables)


def _linux(variables: MutableMapping[str, str]) -> Display:
    offered = [
        (platform, libraries)
        for platform, there, libraries in (
            ("wayland", _wayland_answers(variables), WAYLAND),
            ("xcb", _x11_answers(variables), X11),
        )
        if there
    ]
    if not offered:
        return _none()
    lacking = {platform: missing(libraries) for platform, libraries in offered}
    complete = [platform for platform in lacking if not lacking[platform]]
    if not complete:
        return _lacks(next(reversed(lacking.values())), drawable=True)
    if len(complete) < len(offered):
        variables["QT_QPA_PLATFORM"] = complete[0]
    return Display(usable=True)


def _none() -> Display:
    return Display(usable=False, reason=tr("There is no display here, so no window can be shown."))


def _lacks(libraries: tuple[str, ...], *, drawable: bool) -> Display:
    names = ", ".join(libraries)
    reason = tr("No window can be shown, because this system lacks {names}.", names=names)
    command = install_command(libraries)
    line = f"sudo {shlex.join(command)}" if command else ""
    return Display(usable=False, drawable=drawable, reason=reason, command=line)


def _x11_answers(variables: MutableMapping[str, str]) -> bool:
    """Ask the X server whether it lets us in, with the very call that Qt will make."""
    if not variables.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(variables["DISPLAY"].encode(), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers(variables: MutableMapping[str, str]) -> bool:
    """Knock at the Wayland compositor's door, and say nothing."""
    name = variables.get("WAYLAND_DISPLAY")
    if not name:
        return False
    import socket

    path = Path(variables.get("XDG_RUNTIME_DIR", "/nonexistent")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        try:
            door.connect(str(path))
        except OSError:
            return False
    return True


def _mac_session() -> bool:
    """Tell whether this process belongs to someone who is logged in at the screen."""
    framework = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
    try:
        session = ctypes.CDLL(framework).CGSessionCopyCurrentDictionary
    except (OSError, AttributeError):
        return True
    session.restype = ctypes.c_void_p
    return bool(session())
