"""Whether a window can be shown is known before Qt could abort."""

import sys
from collections.abc import Callable

import pytest

from jwtdesk.app import display as subject
from jwtdesk.app.display import display
from jwtdesk.native_libraries import DRAWING, WAYLAND, X11

NAMES = {"DRAWING": DRAWING, "X11": X11, "WAYLAND": WAYLAND}


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that makes this a Linux with the named displays and missing libraries."""

    def make(offered: str, lacking: str = "") -> None:
        absent = [NAMES[one] for one in lacking.split()]
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(
            subject, "missing", lambda names: tuple(names)[:1] if names in absent else ()
        )
        monkeypatch.setattr(subject, "_x11_answers", lambda _: "xcb" in offered)
        monkeypatch.setattr(subject, "_wayland_answers", lambda _: "wayland" in offered)
        monkeypatch.setattr(
            subject, "install_command", lambda names: ("apt-get", "install", *names)
        )

    return make


@pytest.mark.parametrize(
    ("offered", "lacking", "usable", "drawable", "named"),
    [
        ("", "", False, True, None),
        ("", "DRAWING", False, False, None),
        ("xcb", "", True, True, None),
        ("xcb", "X11", False, True, None),
        ("wayland", "", True, True, None),
        ("wayland", "WAYLAND", False, True, None),
        ("wayland xcb", "", True, True, None),
        ("wayland xcb", "WAYLAND", True, True, "xcb"),
        ("wayland xcb", "X11", True, True, "wayland"),
        ("wayland xcb", "X11 WAYLAND", False, True, None),
    ],
)
def test_a_display_counts_when_its_libraries_are_there(
    linux: Callable[..., None],
    offered: str,
    lacking: str,
    usable: bool,
    drawable: bool,
    named: str | None,
) -> None:
    """Of two displays the complete one is named to Qt; without any there is a sentence."""
    linux(offered, lacking)
    environment: dict[str, str] = {}
    found = display(environment)

    assert (found.usable, found.drawable) == (usable, drawable)
    assert bool(found.reason) is not usable
    assert bool(found.command) is (not usable and bool(lacking))
    assert environment.get("QT_QPA_PLATFORM") == named


def test_a_platform_that_was_named_is_believed(linux: Callable[..., None]) -> None:
    """Who sets QT_QPA_PLATFORM knows what they want."""
    linux("")

    assert display({"QT_QPA_PLATFORM": "offscreen"}).usable


@pytest.mark.parametrize(("platform", "session"), [("win32", True), ("darwin", True)])
def test_other_systems_have_a_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, session: bool
) -> None:
    """Windows always has one, macOS for whoever is logged in at the screen."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(subject, "_mac_session", lambda: session)

    assert display({}).usable
    monkeypatch.setattr(subject, "_mac_session", lambda: False)
    assert display({}).usable is (platform == "win32")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux's display servers")
def test_a_server_that_is_not_there_does_not_answer() -> None:
    """A variable that leads nowhere is no display."""
    assert not subject._x11_answers({})
    assert not subject._x11_answers({"DISPLAY": ":98765"})
    assert not subject._wayland_answers({})
    assert not subject._wayland_answers({"WAYLAND_DISPLAY": "nowhere"})
