"""What Qt needs from Linux is found, and the right packages are named."""

import ctypes
import sys
from pathlib import Path

import pytest

from jwtdesk import native_libraries
from jwtdesk.native_libraries import DRAWING, WAYLAND, X11, install_command, missing

BOOKWORM = {"ID": "debian", "VERSION_CODENAME": "bookworm"}
TRIXIE = {"ID": "debian", "VERSION_CODENAME": "trixie"}
MINT = {"ID": "linuxmint", "ID_LIKE": "ubuntu debian", "UBUNTU_CODENAME": "jammy"}
UBUNTU = {"ID": "ubuntu", "ID_LIKE": "debian", "UBUNTU_CODENAME": "noble"}


@pytest.mark.parametrize(
    ("release", "glib"),
    [
        (BOOKWORM, "libglib2.0-0"),
        (MINT, "libglib2.0-0"),
        (TRIXIE, "libglib2.0-0t64"),
        (UBUNTU, "libglib2.0-0t64"),
    ],
)
def test_debian_and_its_children_name_glib_by_their_age(release: dict[str, str], glib: str) -> None:
    """The package was renamed in Debian 13 and Ubuntu 24.04."""
    command = install_command(("libglib-2.0.so.0", "libGL.so.1"), ("python3-venv",), release)

    assert command[-3:] == (glib, "libgl1", "python3-venv")


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "fedora"}, ("dnf", "install", "-y", "libGL.so.1()(64bit)")),
        (
            {"ID": "opensuse-tumbleweed", "ID_LIKE": "opensuse suse"},
            ("zypper", "--non-interactive", "install", "libGL.so.1()(64bit)"),
        ),
        ({"ID": "unheard-of"}, ()),
        ({}, ()),
    ],
)
def test_rpm_systems_are_asked_by_soname(release: dict[str, str], command: tuple[str, ...]) -> None:
    """Where the package manager knows sonames no names are guessed; unknown systems get none."""
    assert install_command(("libGL.so.1",), (), release) == command


def test_arch_gets_one_list() -> None:
    """Arch has few packages: the whole list is named."""
    command = install_command(("libGL.so.1",), (), {"ID": "manjaro", "ID_LIKE": "arch"})

    assert command[0] == "pacman"
    assert "libglvnd" in command


def test_every_library_has_a_package() -> None:
    """Each soname of the three tables is named on Debian."""
    for soname in {**DRAWING, **X11, **WAYLAND}:
        assert len(install_command((soname,), (), TRIXIE)) == 5


def test_a_missing_library_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Linux the loader is asked; elsewhere nothing can be missing."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda name: _absent() if name == "b" else None)

    assert missing({"a": "", "b": ""}) == ("b",)
    monkeypatch.setattr(sys, "platform", "win32")
    assert missing({"a": "", "b": ""}) == ()


def _absent() -> None:
    raise OSError("cannot open shared object file")


def test_a_system_says_what_it_is(tmp_path: Path) -> None:
    """The first file that is there is read, and quotes around values are taken off."""
    told = tmp_path / "os-release"
    told.write_text('ID=debian\nVERSION_ID="12"\nnonsense\n', "utf-8")
    places = (str(tmp_path / "absent"), str(told))

    assert native_libraries.os_release(places) == {"ID": "debian", "VERSION_ID": "12"}
    assert native_libraries.os_release(places[:1]) == {}
