"""The shared libraries Qt needs from Linux, found before Qt is imported.

A missing one is an abort inside Qt, not an exception that could be caught and explained. Standard
library only: this runs on a machine that has nothing but Python.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0t64",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_DEBIAN = {**DRAWING, **X11, **WAYLAND}
_ARCH = (
    "dbus fontconfig glib2 libglvnd libxkbcommon-x11 wayland xcb-util-cursor xcb-util-image"
    " xcb-util-keysyms xcb-util-renderutil xcb-util-wm"
)
_BEFORE_TIME64 = {"bullseye", "bookworm", "focal", "jammy"}


def missing(sonames: dict[str, str]) -> tuple[str, ...]:
    """Return those `sonames` that the loader cannot find; none on systems other than Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(name for name in sonames if not _loads(name))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def install_command(
    sonames: tuple[str, ...], more: tuple[str, ...] = (), release: dict[str, str] | None = None
) -> tuple[str, ...]:
    """Return the one command, as its words, that installs the libraries `sonames` on this system.

    `more` are further packages, by their Debian names, that are added on Debian and its children.
    `release` is what os-release says (read from the disk when None). Empty for unknown systems.
    """
    told = os_release() if release is None else release
    families = {told.get("ID", ""), *told.get("ID_LIKE", "").split()}
    if families & {"debian", "ubuntu"}:
        packages = dict.fromkeys(_debian_name(one, told) for one in sonames)
        return ("apt-get", "install", "-y", "--no-install-recommends", *packages, *more)
    # RPM resolves a library by its soname, so that no table of package names can grow stale.
    wanted = tuple(f"{one}()(64bit)" for one in sonames)
    if families & {"fedora", "rhel", "centos"}:
        return ("dnf", "install", "-y", *wanted)
    if families & {"suse", "opensuse"}:
        return ("zypper", "--non-interactive", "install", *wanted)
    if "arch" in families:
        return ("pacman", "-S", "--needed", "--noconfirm", *_ARCH.split())
    return ()


def _debian_name(soname: str, release: dict[str, str]) -> str:
    """Debian 13 and Ubuntu 24.04 renamed glib when time became 64 bits wide."""
    codename = release.get("UBUNTU_CODENAME") or release.get("VERSION_CODENAME", "")
    name = _DEBIAN[soname]
    return name.removesuffix("t64") if codename in _BEFORE_TIME64 else name


def os_release(
    places: tuple[str, ...] = ("/etc/os-release", "/usr/lib/os-release"),
) -> dict[str, str]:
    """Return what this Linux says about itself (os-release), {} where it says nothing."""
    for place in places:
        try:
            lines = Path(place).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        pairs = (line.partition("=") for line in lines if "=" in line)
        return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}
    return {}
