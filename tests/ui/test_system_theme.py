"""Dark and light follow the person's choice, then the desktop, then what the portal says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusVariant
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jwtdesk.ui.system_theme import SystemTheme, session_bus_there


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the desktop of whoever runs the tests out of them."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    assert not session_bus_there(os.environ)


@pytest.mark.parametrize("choice", ["dark", "light"])
def test_a_choice_is_kept_whatever_the_desktop_says(qapp: QApplication, choice: str) -> None:
    """Who chose dark or light gets it."""
    assert qapp
    system = SystemTheme(choice)
    system._hear(QDBusVariant(1))
    assert system.name() == choice
    system.choose("system")


def test_nobody_knowing_means_light(qapp: QApplication) -> None:
    """Without an answer from anyone, and for a choice that does not exist, it is light."""
    assert qapp
    assert SystemTheme("system").name() == "light"
    assert SystemTheme("purple").choice == "system"


@pytest.mark.parametrize(
    ("said", "expected"), [(1, "dark"), (2, "light"), (0, "light"), ("odd", "light")]
)
def test_the_portal_is_heard(qapp: QApplication, said: object, expected: str) -> None:
    """1 is dark, 2 is light, anything else no wish, however deeply the answer is wrapped."""
    assert qapp
    system = SystemTheme()
    system._hear(QDBusVariant(QDBusVariant(said)))
    assert system.name() == expected


def test_changes_are_told_live(qtbot: QtBot) -> None:
    """A new wish of the desktop is told once, other settings are not."""
    system = SystemTheme()
    told: list[str] = []
    system.changed.connect(told.append)
    system._setting_changed("org.freedesktop.appearance", "accent-color", QDBusVariant(1))
    with qtbot.waitSignal(system.changed):
        system._setting_changed("org.freedesktop.appearance", "color-scheme", QDBusVariant(1))
    system._setting_changed("org.freedesktop.appearance", "color-scheme", QDBusVariant(1))
    assert told == ["dark"]
    system.choose("light")
    assert told == ["dark", "light"]


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({}, False),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"}, True),
        ({"XDG_RUNTIME_DIR": "/no/such/folder"}, False),
    ],
)
def test_a_bus_is_only_asked_when_it_runs(environment: dict[str, str], there: bool) -> None:
    """Asking for a bus that does not run would start one, so its traces are looked for first."""
    assert session_bus_there(environment) is there


def test_a_bus_in_the_runtime_folder_is_found(tmp_path: Path) -> None:
    """The usual socket in the runtime folder counts as a running bus."""
    (tmp_path / "bus").touch()
    assert session_bus_there({"XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_real_bus_is_asked_without_waiting_and_listened_to() -> None:
    """On a session bus with a portal it is light at once, dark when answered, then as told."""
    runner = shutil.which("dbus-run-session")
    if runner is None:
        pytest.skip("dbus-run-session is not installed, so no bus can be started for this test")
    call = [runner, "--", sys.executable, "-m", "tests.ui.portal_story"]
    home = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    story = subprocess.run(
        call, cwd=home, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert story.stdout.split() == ["light", "dark", "light"], story.stderr
