"""Which theme the desktop wants, and when it changes its mind."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)
from PySide6.QtGui import QGuiApplication

CHOICES = ("system", "light", "dark")
_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_APPEARANCE = "org.freedesktop.appearance"
_SCHEME = "color-scheme"
_PATIENCE = 1500
"""How long the portal may take to answer, in milliseconds; nobody waits meanwhile."""


def session_bus_there(environment: Mapping[str, str]) -> bool:
    """Return whether a session bus already runs; asking for one that does not would start it."""
    if environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = environment.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(runtime or "", "bus").exists()


class SystemTheme(QObject):
    """Tells `dark` or `light` for the person's choice; `changed` carries the new name.

    With the choice `system` it asks Qt, and where Qt does not know, the desktop portal over the
    session bus; until that answers, and when nobody knows, it is light.
    """

    changed = Signal(str)

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._portal = ""
        self._asked = False
        self._said = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._look_again)
        self.choose(choice)

    @property
    def choice(self) -> str:
        """What the person chose: `system`, `light` or `dark`."""
        return self._choice

    def name(self) -> str:
        """Return the name of the theme to show now: `dark` or `light`."""
        if self._choice in ("dark", "light"):
            return self._choice
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._portal or "light"
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def choose(self, choice: str) -> None:
        """Follow another choice; native title bars follow too where the desktop can do that."""
        self._choice = choice if choice in CHOICES else "system"
        hints = QGuiApplication.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
            self._ask_portal()
        else:
            dark = self._choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        name = self.name()
        if name != self._said:
            first = not self._said
            self._said = name
            if not first:
                self.changed.emit(name)

    def _ask_portal(self) -> None:
        """Ask once, without waiting, and listen from then on."""
        unknown = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Unknown
        if self._asked or not unknown or not session_bus_there(os.environ):
            return
        self._asked = True
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot = SLOT("_setting_changed(QString,QString,QDBusVariant)")
        # The stubs ask for bytes, the binding refuses them: it takes what SLOT returns.
        bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, cast(bytes, slot))
        question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
        question.setArguments([_APPEARANCE, _SCHEME])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(question, _PATIENCE), self)
        watcher.finished.connect(self._answered)

    @Slot(QDBusPendingCallWatcher)
    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        arguments = watcher.reply().arguments()
        if not watcher.isError() and arguments:
            self._hear(arguments[0])
        watcher.deleteLater()

    @Slot(str, str, QDBusVariant)
    def _setting_changed(self, space: str, key: str, value: object) -> None:
        if (space, key) == (_APPEARANCE, _SCHEME):
            self._hear(value)

    def _hear(self, value: object) -> None:
        """Take the portal's answer: 1 is dark, 2 is light, 0 is no wish."""
        while isinstance(value, QDBusVariant):
            value = value.variant()
        self._portal = {1: "dark", 2: "light"}.get(value, "") if isinstance(value, int) else ""
        self._look_again()
