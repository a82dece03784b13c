"""What those actions do that are more than an edit: clipboard, files, looks, dialogs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from jwtdesk.jose.words import tr
from jwtdesk.ui import text_deeds
from jwtdesk.ui.copying import COPIES
from jwtdesk.ui.key_deeds import key_deeds
from jwtdesk.ui.nest_deeds import nest_deeds
from jwtdesk.ui.preferences import DARK, LIGHT, STEP, SYSTEM, bounded
from jwtdesk.ui.selective_deeds import selective_deeds
from jwtdesk.ui.view_deeds import view_deeds

if TYPE_CHECKING:
    from jwtdesk.ui.main_window import MainWindow

Deed = Callable[[], object]


def window_deeds(window: "MainWindow") -> dict[str, Deed]:
    """Return what each such action does, by its id."""
    return {
        **_texts(window),
        **_files(window),
        **_looks(window),
        **_dialogs(window),
        **key_deeds(window),
        **nest_deeds(window),
        **selective_deeds(window),
        **view_deeds(window),
    }


def _texts(window: "MainWindow") -> dict[str, Deed]:
    def copying(name: str) -> Deed:
        def copied() -> None:
            text = COPIES[name].text(window.store.session)
            if text:
                QGuiApplication.clipboard().setText(text)
                window.say(tr(COPIES[name].said), "ok")

        return copied

    return {
        "cut": text_deeds.cut,
        "copy": text_deeds.copy,
        "paste": lambda: text_deeds.paste(window.intake.paste),
        "select-all": text_deeds.select_all,
        **{name: copying(name) for name in COPIES},
    }


def _files(window: "MainWindow") -> dict[str, Deed]:
    def opened() -> None:
        chosen = window.choose_file(tr("Open a token or key file"))
        if chosen:
            window.intake.open(Path(chosen))

    def key_opened() -> None:
        chosen = window.choose_file(tr("Open a key file"))
        if chosen:
            window.intake.open_key(Path(chosen))

    def sampled() -> None:
        for sample in window.samples[:1]:
            window.store.dispatch(sample.edit)

    return {
        "open": opened,
        "sample": sampled,
        "open-key": key_opened,
        "paste-token": window.intake.paste,
        "keep-rules": window.keeper.switch,
        "quit": window.close,
    }


def _looks(window: "MainWindow") -> dict[str, Deed]:
    def themed() -> None:
        theme = LIGHT if window.looks.theme.dark else DARK
        window.prefer(replace(window.preferences, theme=theme))

    def sized(scale: Callable[[float], float]) -> Deed:
        return lambda: window.prefer(
            replace(window.preferences, scale=bounded(scale(window.preferences.scale)))
        )

    def zoned() -> None:
        local = not window.preferences.local_time
        window.prefer(replace(window.preferences, local_time=local))

    return {
        "theme-toggle": themed,
        "theme-system": lambda: window.prefer(replace(window.preferences, theme=SYSTEM)),
        "larger": sized(lambda scale: scale + STEP),
        "smaller": sized(lambda scale: scale - STEP),
        "ordinary": sized(lambda _scale: 1.0),
        "local-time": zoned,
    }


def _dialogs(window: "MainWindow") -> dict[str, Deed]:
    """Dialogs are imported when they are asked for: none is part of the first frame."""

    def compare() -> None:
        from jwtdesk.ui.dialogs.compare import CompareDialog

        window.show_dialog(CompareDialog(window, window.store.session))

    def prefer() -> None:
        from jwtdesk.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(window, window.preferences)
        dialog.chosen.connect(window.prefer)
        window.show_dialog(dialog)

    def shortcuts() -> None:
        from jwtdesk.ui.dialogs.shortcuts import ShortcutsDialog

        window.show_dialog(ShortcutsDialog(window))

    def about() -> None:
        from jwtdesk.ui.dialogs.about import AboutDialog

        window.show_dialog(AboutDialog(window))

    def privacy() -> None:
        from jwtdesk.ui.dialogs.about import PrivacyDialog

        window.show_dialog(PrivacyDialog(window))

    return {
        "compare": compare,
        "steps": lambda: _steps(window),
        "preferences": prefer,
        "shortcuts": shortcuts,
        "about": about,
        "privacy": privacy,
    }


def _steps(window: "MainWindow") -> None:
    from jwtdesk.ui.dialogs.steps import StepsDialog

    window.show_dialog(StepsDialog(window, window.store.session))
