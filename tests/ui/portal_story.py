"""Plays a desktop portal that wants dark and then light, and prints what the program makes of it.

Run inside a session bus of its own: `dbus-run-session -- python3 -m tests.ui.portal_story`.
"""

import sys

from PySide6.QtCore import ClassInfo, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
from PySide6.QtGui import QGuiApplication

from jwtdesk.ui.system_theme import SystemTheme

PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"


@ClassInfo({"D-Bus Interface": SETTINGS})  # type: ignore[call-arg]  # the stub knows less
class Portal(QObject):  # type: ignore[operator]  # as above
    """Answers that dark is wanted, and a moment later says that it is light now."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus

    @Slot(str, str, result=QDBusVariant)
    def Read(self, space: str, key: str) -> QDBusVariant:  # noqa: N802 - the portal's name
        """Answer the one setting there is, wrapped twice as real portals do."""
        assert (space, key) == ("org.freedesktop.appearance", "color-scheme")
        QTimer.singleShot(50, self.change)
        return QDBusVariant(QDBusVariant(1))

    def change(self) -> None:
        """Tell everyone that the desktop is light now."""
        signal = QDBusMessage.createSignal(PATH, SETTINGS, "SettingChanged")
        signal.setArguments(["org.freedesktop.appearance", "color-scheme", QDBusVariant(2)])
        self._bus.send(signal)


def main() -> None:
    """Print the theme at once, and each that follows."""
    application = QGuiApplication(sys.argv[:1])
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "portal")
    portal = Portal(bus)
    assert bus.registerObject(PATH, portal, QDBusConnection.RegisterOption.ExportAllSlots)
    assert bus.registerService("org.freedesktop.portal.Desktop")
    system = SystemTheme()
    told = [system.name()]
    system.changed.connect(told.append)
    system.changed.connect(lambda name: name == "light" and application.quit())
    QTimer.singleShot(5_000, application.quit)
    application.exec()
    print(*told)


if __name__ == "__main__":
    main()
