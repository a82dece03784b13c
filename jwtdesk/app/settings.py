"""Preferences on disk: looks and sizes only, typed; tokens and keys never get here."""

from PySide6.QtCore import QByteArray, QSettings

from jwtdesk.ui.preferences import DARK, LIGHT, SYSTEM, Preferences, bounded

ORGANISATION = "jwtdesk"
SPLITTERS, FOLDED = "splitters", "folded"


def store() -> QSettings:
    """Return the program's one file of settings."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, ORGANISATION
    )


def load() -> Preferences:
    """Return the remembered preferences; whatever is missing or unusable is as at first."""
    kept = store()
    theme = _text(kept, "theme")
    return Preferences(
        theme=theme if theme in (SYSTEM, DARK, LIGHT) else SYSTEM,
        scale=bounded(_number(kept, "scale", 1.0)),
        local_time=_text(kept, "local_time") == "true",
        fetching=_text(kept, "fetching") != "false",
        geometry=_octets(kept, "geometry"),
        splitters=_splitters(kept),
        hidden=tuple(name for name in _text(kept, "hidden").split(",") if name),
        folded=tuple(
            (name, _text(kept, f"{FOLDED}/{name}") == "true") for name in _in(kept, FOLDED)
        ),
    )


def save(preferences: Preferences) -> None:
    """Remember `preferences`; a disk that cannot be written to is no reason to complain."""
    kept = store()
    kept.setValue("theme", preferences.theme)
    kept.setValue("scale", str(preferences.scale))
    kept.setValue("local_time", "true" if preferences.local_time else "false")
    kept.setValue("fetching", "true" if preferences.fetching else "false")
    kept.setValue("geometry", QByteArray(preferences.geometry))
    kept.setValue("hidden", ",".join(preferences.hidden))
    for name, state in preferences.splitters:
        kept.setValue(f"{SPLITTERS}/{name}", QByteArray(state))
    for name, folded in preferences.folded:
        kept.setValue(f"{FOLDED}/{name}", "true" if folded else "false")
    kept.sync()


def _text(kept: QSettings, name: str) -> str:
    value = kept.value(name, "")
    return value if isinstance(value, str) else ""


def _number(kept: QSettings, name: str, otherwise: float) -> float:
    try:
        return float(_text(kept, name))
    except ValueError:
        return otherwise


def _octets(kept: QSettings, name: str) -> bytes:
    value = kept.value(name, QByteArray())
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _splitters(kept: QSettings) -> tuple[tuple[str, bytes], ...]:
    return tuple((name, _octets(kept, f"{SPLITTERS}/{name}")) for name in _in(kept, SPLITTERS))


def _in(kept: QSettings, group: str) -> list[str]:
    """Return the names of the entries of a group."""
    kept.beginGroup(group)
    names = kept.childKeys()
    kept.endGroup()
    return sorted(names)
